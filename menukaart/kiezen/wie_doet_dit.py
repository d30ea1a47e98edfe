"""Who does this already, those first that are most like this neighbourhood, and in which way. Never a score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.models import Page

from kennisplatform.basis import praktijk
from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.keuzes import Praktijkstaat, Sesklasse
from kennisplatform.basis.praktijk import Planverhaal, Verhaal
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.deelnemers.positie import leest_netwerken
from menukaart.kiezen.models import Keuze


@dataclass(frozen=True)
class Buurtverhaal:
    """One place: what it told in public examples, and how it goes in its plan."""

    plaats: str
    buurt: Buurt | None  # of ours
    voorbeelden: Sequence[tuple[str, str]]  # address, and what is told: state, hours and cost
    plannen: Sequence[Planverhaal]
    gelijk: Sequence[str]  # in which ways it is like ours; none: nobody knows

    @property
    def gestopt(self) -> bool:
        return any(verhaal.gestopt for verhaal in self.plannen)


def van(keuze: Keuze, wie: Gebruiker) -> list[Buurtverhaal]:
    """Of a choice; what we do ourselves, we know. Places are compared by what is public of a neighbourhood: what it wrote
    for itself stays there. Plans only for who may read how networks fare.
    """
    if not keuze.pagina_id:
        return []
    verteld = [v for v in praktijk.voorbeelden(keuze.pagina_id) if v.buurt != keuze.buurt_id]
    plannen = praktijk.planverhalen(keuze.pagina_id) if leest_netwerken(wie) else []
    plannen = [p for p in plannen if p.buurt != keuze.buurt_id]
    adressen = _adressen(verteld)
    buurten = Buurt.objects.in_bulk({v.buurt for v in verteld if v.buurt} | {p.buurt for p in plannen})
    per: dict[object, tuple[str, int | None, list[tuple[str, str]], list[Planverhaal]]] = {}
    for v in verteld:
        if v.pagina in adressen:
            plek = per.setdefault(praktijk.plek_van(v.plaats, v.buurt), (v.plaats, v.buurt, [], []))
            plek[2].append((adressen[v.pagina], _in_woorden(v)))
    for p in plannen:
        per.setdefault(p.buurt, (buurten[p.buurt].naam, p.buurt, [], []))[3].append(p)
    uit = [
        Buurtverhaal(plaats, buurt := buurten.get(pk or 0), voorbeelden, gegaan, _gelijk(keuze.buurt, buurt))
        for plaats, pk, voorbeelden, gegaan in per.values()
    ]
    return sorted(uit, key=lambda b: (-len(b.gelijk), not b.gestopt, b.plaats.casefold()))


def _adressen(verhalen: Sequence[Verhaal]) -> dict[int, str]:
    paden = Page.objects.filter(pk__in=[v.pagina for v in verhalen]).values_list("pk", "url_path") if verhalen else ()
    return {pk: pad_op_site(pad, "nl") for pk, pad in paden}


def _in_woorden(v: Verhaal) -> str:
    """What is known of it; nothing is said of what is not."""
    staat = "" if v.staat == Praktijkstaat.ONBEKEND else str(Praktijkstaat(v.staat).label).lower()
    return "; ".join(filter(None, (staat, ", ".join(str(i.inzet) for i in v.inzet))))


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
