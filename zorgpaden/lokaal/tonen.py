"""A variant as it is read: the core's words, ours beside them, and what changed in the core."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from kennisplatform.basis.openbaar import openbaar
from zorgpaden.lokaal import kern
from zorgpaden.lokaal.models import Buurtnummer, Buurtpad, Stapafspraak


@dataclass(frozen=True)
class Stapbeeld:
    stap: kern.Kernstap
    afspraak: Stapafspraak | None


@dataclass(frozen=True)
class Padbeeld:
    """`pagina` is None when the national pathway was withdrawn: then nothing of it is shown to the public."""

    pad: Buurtpad
    pagina: Any
    stappen: list[Stapbeeld]
    nummers: list[Buurtnummer]
    verschillen: list[kern.Kernverschil]


def paginas(ids: list[int]) -> dict[int, Any]:
    rij = openbaar(Page.objects.filter(pk__in=ids, content_type__model="zorgpad"))
    return {pagina.pk: pagina for pagina in rij.specific()}


def alle_paden() -> list[Any]:
    """National pathways, by name."""
    rij = openbaar(Page.objects.filter(content_type__model="zorgpad", locale__language_code="nl"))
    return list(rij.order_by("title").only("pk", "title"))


def beeld(pad: Buurtpad) -> Padbeeld:
    pagina = paginas([pad.pagina_id]).get(pad.pagina_id)
    afspraken = {a.stap: a for a in pad.afspraken.all()}
    nu = kern.stappen(pagina) if pagina else pad.kern
    return Padbeeld(
        pad=pad,
        pagina=pagina,
        stappen=[Stapbeeld(stap, afspraken.get(stap["sleutel"])) for stap in pad.kern],
        nummers=list(pad.nummers.all()),
        verschillen=kern.verschillen(pad.kern, nu, pad.gelaten),
    )
