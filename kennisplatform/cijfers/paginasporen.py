"""Two pages become one: research about the one is about the other. It names pages by their path."""

from __future__ import annotations

from django.utils.translation import ngettext

from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.paginasporen import Paginaspoor, Paginawissel
from kennisplatform.basis.velden import regels
from kennisplatform.cijfers.models import Onderzoek


def _paden(wissel: Paginawissel) -> tuple[str, str]:
    return pad_op_site(wissel.oud.url_path, "nl"), pad_op_site(wissel.nieuw.url_path, "nl")


def _rij(wissel: Paginawissel) -> list[Onderzoek]:
    oud, _nieuw = _paden(wissel)
    return [o for o in Onderzoek.objects.filter(paginas__contains=oud) if oud in regels(o.paginas)]


def _kijk(wissel: Paginawissel) -> list[str]:
    n = len(_rij(wissel))
    tekst = ngettext("%(n)s onderzoek gaat dan over de andere.", "%(n)s onderzoeken gaan dan over de andere.", n)
    return [tekst % {"n": n}] if n else []


def _doe(wissel: Paginawissel) -> None:
    oud, nieuw = _paden(wissel)
    for onderzoek in _rij(wissel):
        rij = [nieuw if pad == oud else pad for pad in regels(onderzoek.paginas)]
        onderzoek.paginas = "\n".join(dict.fromkeys(rij))
        onderzoek.save()


SPOOR = Paginaspoor("onderzoeksagenda", _kijk, _doe)
