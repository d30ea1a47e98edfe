"""Up to three examples of one intervention or pathway side by side: what differed first, what was the same after that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.rich_text import expand_db_html

from kennisplatform.basis.keuzes import Eenheid, Maat
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.tekening.notitie import toont
from leernetwerk.models import Praktijkvoorbeeld

MAX: Final = 3
ONBEKEND: Final = _("Onbekend")
RIJK: Final = {
    "aanleiding": _("Wat was er aan de hand?"),
    "aanpak": _("Wat deden zij?"),
    "wat_werkte": _("Wat werkte"),
    "wat_niet_werkte": _("Wat niet werkte, en waarom"),
}


@dataclass(frozen=True)
class Vergelijkrij:
    kop: str
    cellen: tuple[SafeString | str, ...]

    @property
    def gelijk(self) -> bool:
        return len({" ".join(strip_tags(str(cel)).split()) for cel in self.cellen}) == 1


def te_kiezen(pagina_id: int) -> list[Praktijkvoorbeeld]:
    """Public examples that work with this page, newest first."""
    toont(f"praktijk:{pagina_id}")
    rij = openbaar(Praktijkvoorbeeld.objects.filter(toepassingen__pagina_id=pagina_id))
    return list(rij.select_related("buurt", "locale").order_by("-datum", "title")[:100])


def gekozen(uit: Iterable[Praktijkvoorbeeld], slugs: Iterable[str]) -> list[Praktijkvoorbeeld]:
    """In the order asked for; without a choice that means something the newest ones."""
    op_slug = {voorbeeld.slug: voorbeeld for voorbeeld in uit}
    gevraagd = [op_slug[slug] for slug in dict.fromkeys(slugs) if slug in op_slug][:MAX]
    return gevraagd or list(op_slug.values())[:MAX]


def rijen(voorbeelden: list[Praktijkvoorbeeld]) -> tuple[list[Vergelijkrij], list[Vergelijkrij]]:
    """What differs, and what is the same. A story is never the same; an unknown in each is not worth a row."""
    alle = [Vergelijkrij(str(kop), tuple(_cel(v, naam) for v in voorbeelden)) for naam, kop in _KOPPEN.items()]
    alle += _inzetrijen(voorbeelden)
    iets = [rij for rij in alle if any(str(cel) != str(ONBEKEND) for cel in rij.cellen)]
    if len(voorbeelden) < 2:
        return iets, []
    return [r for r in iets if not r.gelijk], [r for r in iets if r.gelijk]


_KOPPEN: Final = {
    "uitkomst": _("Werkte het?"),
    "staat": _("Hoe staat het ervoor?"),
    "ses": _("SES-klasse van de buurt"),
    **RIJK,
    "uren": _("Uren"),
    "kosten": _("Kosten"),
    "mensen": _("Mensen"),
    "resultaat": _("Resultaat"),
    "advies": _("Advies"),
}


def _inzetrijen(voorbeelden: list[Praktijkvoorbeeld]) -> list[Vergelijkrij]:
    """A row for each unit that somebody gave: hours per group never stand beside hours per year."""
    eenheden = dict.fromkeys((inzet.maat, inzet.per) for v in voorbeelden for inzet in v.inzet)
    return [
        Vergelijkrij(
            f"{Maat(maat).label} {Eenheid(per).label}",
            tuple(
                ", ".join(i.waarde for i in v.inzet if (i.maat, i.per) == (maat, per)) or str(ONBEKEND)
                for v in voorbeelden
            ),
        )
        for maat, per in eenheden
    ]


def _cel(voorbeeld: Praktijkvoorbeeld, naam: str) -> Any:
    if naam in RIJK:
        return SafeString(expand_db_html(getattr(voorbeeld, naam)))  # as the page's own `richtext` does
    if naam == "uitkomst":
        return voorbeeld.uitkomst_tekst
    if naam == "staat":
        return voorbeeld.get_staat_display()
    if naam == "ses":
        return voorbeeld.buurt.get_ses_klasse_display() if voorbeeld.buurt else ONBEKEND
    if naam == "resultaat":
        delen = [f"{deel.value['tekst']} ({deel.value['bron']})" for deel in voorbeeld.resultaten]
        return " ".join(delen) or _("Niet gemeten")
    return getattr(voorbeeld, naam) or ONBEKEND
