"""Who does this already, those first that are most like this neighbourhood, and in which way. Never a score."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.models import Page

from kennisplatform.basis import praktijk
from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.keuzes import Praktijkstaat, Sesklasse
from kennisplatform.deelnemers.models import Buurt
from menukaart.kiezen.models import Keuze


@dataclass(frozen=True)
class Buurtverhaal:
    plaats: str
    adres: str
    staat: str  # empty: not known
    inzet: str
    gelijk: tuple[str, ...]  # in which ways it is like ours; none: nobody knows

    @property
    def verhaal(self) -> str:
        """What is known of it; nothing is said of what is not."""
        return "; ".join(filter(None, (self.staat, self.inzet)))


def van(keuze: Keuze) -> list[Buurtverhaal]:
    """Public examples of a choice, compared by what is public of a neighbourhood: what it wrote for itself stays there."""
    verhalen = praktijk.voorbeelden(keuze.pagina_id) if keuze.pagina_id else []
    if not verhalen:
        return []
    paden = dict(Page.objects.filter(pk__in=[v.pagina for v in verhalen]).values_list("pk", "url_path"))
    ids = [v.buurt for v in verhalen if v.buurt]
    buurten = {b.pk: b for b in Buurt.objects.filter(pk__in=ids)}
    uit = [
        Buurtverhaal(
            v.plaats,
            pad_op_site(paden.get(v.pagina, ""), "nl"),
            "" if v.staat == Praktijkstaat.ONBEKEND else str(Praktijkstaat(v.staat).label).lower(),
            ", ".join(str(i.inzet) for i in v.inzet),
            tuple(_gelijk(keuze.buurt, buurten.get(v.buurt or 0))),
        )
        for v in verhalen
        if v.pagina in paden and v.buurt != keuze.buurt_id  # what we do ourselves, we know
    ]
    return sorted(uit, key=lambda b: (-len(b.gelijk), b.plaats.casefold()))


def _gelijk(onze: Buurt, ander: Buurt | None) -> list[str]:
    if ander is None or ander.pk == onze.pk:
        return []
    uit = []
    if onze.ses_klasse == ander.ses_klasse != Sesklasse.ONBEKEND:
        uit.append(_("zelfde SES-klasse"))
    if onze.gemeente == ander.gemeente:
        uit.append(_("zelfde gemeente"))
    elif onze.provincie and onze.provincie == ander.provincie:
        uit.append(_("zelfde provincie"))
    return uit
