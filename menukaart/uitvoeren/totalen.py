"""What neighbourhoods reached, added up. Of all of them together it may be a minute old, and the pages say so: everybody who
follows the programme asks for the same sums of sixty thousand activities, and no row of them is told when it changes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum, Value
from django.utils import timezone

from kennisplatform.deelnemers.models import Buurt
from kennisplatform.tekening.notitie import geldig_tot, in_plaats_van
from kennisplatform.tekening.stukken import onthoud
from menukaart.begroting.models import GOED, Indiening
from menukaart.commitment.models import Handtekening, Handtekeningstand
from menukaart.plan.keuzes import Uitvoerstand
from menukaart.plan.models import Beeldversie, Begrotingsregel, Planactiviteit, Planversie
from menukaart.plan.sommen import NUL

HOUDBAAR: Final = dt.timedelta(minutes=1)


@dataclass(frozen=True)
class Programmastand:
    gehaald: Mapping[str, int]  # code of a milestone → neighbourhoods
    begonnen: frozenset[int]  # neighbourhoods in which an activity began
    standen: Mapping[str, int]  # Uitvoerstand → activities
    uitgegeven: Decimal
    verzonnen: int  # neighbourhoods among these whose plan or picture was made up for the demo


def programmastand() -> Programmastand:
    def van_alle() -> Programmastand:
        with in_plaats_van("programmastand"):
            stand = stand_van(Buurt.objects.actief(), alle=True)
        geldig_tot(timezone.now() + HOUDBAAR)
        return stand

    return onthoud("uitvoeren:programmastand", van_alle, 40_000)


def stand_van(rij: QuerySet[Buurt], *, alle: bool = False) -> Programmastand:
    """Four queries. `alle`: `rij` is all there are, so what is not of others needs no looking up."""
    rij = rij.order_by()
    begon = Planactiviteit.objects.exclude(stand=Uitvoerstand.GEPLAND).filter(plan__buurt=OuterRef("pk"))
    begonnen = frozenset(rij.filter(Exists(begon)).values_list("pk", flat=True))
    van, regels = Planactiviteit.objects.all(), Begrotingsregel.objects.filter(uitgegeven__isnull=False)
    if not alle:
        van, regels = van.filter(plan__buurt__in=rij), regels.filter(activiteit__plan__buurt__in=rij)
    elif oud := list(Buurt.objects.filter(opgeheven__isnull=False).values_list("pk", flat=True)):
        van, regels = van.exclude(plan__buurt__in=oud), regels.exclude(activiteit__plan__buurt__in=oud)
    gehaald = _geteld(rij)
    verzonnen = gehaald.pop("verzonnen", 0)
    return Programmastand(
        gehaald | {"begonnen": len(begonnen)},
        begonnen,
        dict(van.order_by().values_list("stand").annotate(n=Count("pk"))),
        regels.aggregate(som=Sum("uitgegeven"))["som"] or NUL,
        verzonnen,
    )


def _geteld(rij: QuerySet[Buurt]) -> dict[str, int]:
    """By milestone how many neighbourhoods have what it is, and how many are 'verzonnen'; in one query."""
    van: tuple[tuple[str, QuerySet[Any], str], ...] = (
        ("beeld", Beeldversie.objects.filter(nummer=1), "beeld__buurt"),
        ("plan", Planversie.objects.filter(nummer=1), "plan__buurt"),
        ("begroting", Indiening.objects.filter(besluit__in=GOED), "buurt"),
        ("getekend", Handtekening.objects.filter(stand=Handtekeningstand.GETEKEND), "buurt"),
        ("verzonnen", Buurt.objects.filter(Q(plan__voorbeeld=True) | Q(beeld__voorbeeld=True)), "pk"),
    )
    eerste, *rest = (
        q.filter(**{f"{buurt}__in": rij.values("pk")})
        .order_by()
        .values(code=Value(code))
        .values_list("code", Count(buurt, distinct=True))
        for code, q, buurt in van
    )
    return dict(eerste.union(*rest, all=True))
