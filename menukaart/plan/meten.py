"""The monitoring plan: it follows from the activities by itself. What the programme left open ('NNB') is said, not filled."""

from __future__ import annotations

from dataclasses import dataclass, field

from kennisplatform.basis.models import Begrip
from kennisplatform.cijfers.models import NNB, Indicator
from kennisplatform.tekening.afdruk import afdruk
from menukaart.plan.models import Buurtplan, Planactiviteit


@dataclass
class Meetregel:
    """An indicator, and the activities that it says something about; measured while those run (quarters)."""

    indicator: Indicator
    begin: int
    eind: int
    door: list[str] = field(default_factory=list)

    @property
    def nog_te_bepalen(self) -> bool:
        return NNB in (self.indicator.frequentie, self.indicator.databron, self.indicator.actiehouder)


@dataclass(frozen=True)
class Meetblok:
    thema: Begrip
    regels: list[Meetregel]
    zonder: list[str]  # activities that no indicator is known for

    @property
    def met_door(self) -> bool:
        """Something is measured for an activity by itself: else the whole column would say the same."""
        return any(r.door for r in self.regels)

    @property
    def merk(self) -> str:
        """Of all that is shown of it: other words are another drawing."""
        return afdruk(self.thema.label, *(deel for r in self.regels for deel in (r.indicator, tuple(r.door))))


def monitoringplan(plan: Buurtplan) -> list[Meetblok]:
    """By theme, in the order of the plan; three queries. An activity of one's own is measured as its theme is."""
    per_thema: dict[int, list[Planactiviteit]] = {}
    themas: dict[int, Begrip] = {}
    rij = plan.activiteiten.select_related("thema", "standaard").prefetch_related("standaard__indicatoren")
    for a in sorted(rij, key=lambda a: (a.thema.volgorde, a.begin, a.pk)):
        per_thema.setdefault(a.thema_id, []).append(a)
        themas[a.thema_id] = a.thema
    van_thema: dict[int, list[Indicator]] = {}
    for indicator in Indicator.objects.filter(thema__in=themas, niet_van_toepassing=False):
        van_thema.setdefault(indicator.thema_id or 0, []).append(indicator)
    return [_blok(thema, per_thema[pk], van_thema.get(pk, [])) for pk, thema in themas.items()]


def _blok(thema: Begrip, activiteiten: list[Planactiviteit], van_thema: list[Indicator]) -> Meetblok:
    regels: dict[int, Meetregel] = {}
    zonder = []
    for a in activiteiten:
        eigen = list(a.standaard.indicatoren.all()) if a.standaard else []
        if not eigen:
            zonder.append(a.titel)
        for indicator in eigen:
            regel = regels.setdefault(indicator.pk, Meetregel(indicator, a.begin, a.eind))
            regel.begin, regel.eind = min(regel.begin, a.begin), max(regel.eind, a.eind)
            regel.door.append(a.titel)
    van, tot = min(a.begin for a in activiteiten), max(a.eind for a in activiteiten)
    for indicator in van_thema if zonder else ():
        regels.setdefault(indicator.pk, Meetregel(indicator, van, tot))
    return Meetblok(thema, sorted(regels.values(), key=lambda r: r.indicator.volgorde), zonder)
