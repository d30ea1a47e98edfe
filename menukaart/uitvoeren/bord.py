"""The board of a network: how far each activity is, what is late, who waits for whom, and what it took so far."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _

from kennisplatform.tekening.afdruk import afdruk
from menukaart.plan.keuzes import IN_UREN, Uitvoerstand
from menukaart.plan.kwartalen import begin_in_woorden, eind_in_woorden, kwartaal_van
from menukaart.plan.models import Begrotingsregel, Buurtplan, Planactiviteit
from menukaart.plan.sommen import NUL, Begroot, opgeteld, regels_van

VOLGORDE: Final = (Uitvoerstand.LOOPT, Uitvoerstand.GEPLAND, Uitvoerstand.KLAAR, Uitvoerstand.GESTOPT)
VOORBIJ: Final = frozenset({Uitvoerstand.KLAAR, Uitvoerstand.GESTOPT})


@dataclass(frozen=True)
class Besteed:
    """What was really used, as far as somebody filled it in: `gevuld` of `regels` lines say it."""

    uren: Decimal = NUL
    euro: Decimal = NUL
    gevuld: int = 0
    regels: int = 0


def besteed(regels: Iterable[Begrotingsregel]) -> Besteed:
    rij = list(regels)
    return Besteed(
        sum((r.gebruikt for r in rij if r.gebruikt is not None and r.soort in IN_UREN), NUL),
        sum((r.uitgegeven for r in rij if r.uitgegeven is not None), NUL),
        sum(r.uitgegeven is not None or r.gebruikt is not None for r in rij),
        len(rij),
    )


@dataclass(frozen=True)
class Bordrij:
    activiteit: Planactiviteit
    begroot: Begroot
    besteed: Besteed
    te_laat: str = ""  # in words; '' when it is in time
    wacht_op: Planactiviteit | None = None

    @property
    def toont(self) -> tuple[object, ...]:
        """All that is shown of it: other words are another drawing."""
        op = self.wacht_op and self.wacht_op.titel
        return (self.activiteit, self.activiteit.thema.label, self.begroot, self.besteed, self.te_laat, op)

    @property
    def wanneer(self) -> str:
        a = self.activiteit
        if a.stand == Uitvoerstand.GEPLAND:
            return _("begint in %(wanneer)s") % {"wanneer": begin_in_woorden(a.begin)}
        return _("tot en met %(wanneer)s") % {"wanneer": eind_in_woorden(a.eind)}


@dataclass(frozen=True)
class Bordvak:
    stand: Uitvoerstand
    rijen: list[Bordrij]

    @property
    def merk(self) -> str:
        return afdruk(self.stand, *(deel for rij in self.rijen for deel in rij.toont))


@dataclass(frozen=True)
class Wachtlijn:
    """One activity that others wait for."""

    op: Planactiviteit
    wachters: list[Planactiviteit]


@dataclass(frozen=True)
class Bord:
    plan: Buurtplan
    vakken: list[Bordvak]
    begroot: Begroot
    besteed: Besteed
    wacht: list[Wachtlijn] = field(default_factory=list)

    @property
    def aantal(self) -> int:
        return sum(len(vak.rijen) for vak in self.vakken)

    @property
    def te_laat(self) -> int:
        return sum(bool(rij.te_laat) for vak in self.vakken for rij in vak.rijen)

    @property
    def aangepast(self) -> int:
        return sum(bool(rij.activiteit.aangepast) for vak in self.vakken for rij in vak.rijen)


def te_laat(activiteit: Planactiviteit, vandaag: dt.date) -> str:
    """A quarter has to be over before something is late."""
    nu = kwartaal_van(vandaag)
    if activiteit.stand == Uitvoerstand.GEPLAND and nu > activiteit.begin:
        return _("zou beginnen in %(wanneer)s") % {"wanneer": begin_in_woorden(activiteit.begin)}
    if activiteit.stand == Uitvoerstand.LOOPT and nu > activiteit.eind:
        return _("zou klaar zijn in %(wanneer)s") % {"wanneer": eind_in_woorden(activiteit.eind)}
    return ""


def wacht_op(activiteit: Planactiviteit) -> Planactiviteit | None:
    """What has not come before it yet; what stopped is not waited for: it will not come."""
    na = activiteit.na
    return na if na and activiteit.stand == Uitvoerstand.GEPLAND and na.stand not in VOORBIJ else None


def maak_bord(plan: Buurtplan, vandaag: dt.date) -> Bord:
    """Two queries, whatever the plan holds."""
    activiteiten = list(plan.activiteiten.select_related("thema", "na", "keuze").order_by("begin", "pk"))
    regels = regels_van(plan, activiteiten, tarieven=False)
    per: dict[int, list[Begrotingsregel]] = defaultdict(list)
    for regel in regels:
        per[regel.activiteit_id].append(regel)
    vakken: dict[str, list[Bordrij]] = {stand: [] for stand in VOLGORDE}
    wachters: dict[int, list[Planactiviteit]] = defaultdict(list)
    op: dict[int, Planactiviteit] = {}
    for a in activiteiten:
        wacht = wacht_op(a)
        if wacht:
            wachters[wacht.pk].append(a)
            op[wacht.pk] = wacht
        vakken[a.stand].append(Bordrij(a, opgeteld(per[a.pk]), besteed(per[a.pk]), te_laat(a, vandaag), wacht))
    for rij in vakken.values():
        rij.sort(key=lambda r: not r.te_laat)  # what is late first
    return Bord(
        plan,
        [Bordvak(stand, vakken[stand]) for stand in VOLGORDE],
        opgeteld(regels),
        besteed(regels),
        [Wachtlijn(op[pk], wie) for pk, wie in wachters.items()],
    )
