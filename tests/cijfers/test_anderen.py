"""The mean of the others out of sums that are kept, against the same worked out the long way."""

from __future__ import annotations

import random
from statistics import fmean

import pytest

from kennisplatform.cijfers.models import Cijfer, Cijferbron, Gebied, Indicator
from kennisplatform.cijfers.uitkomsten import uitkomsten
from kennisplatform.deelnemers.models import Buurt
from tests import mensen

pytestmark = pytest.mark.django_db
PERIODEN = [f"{jaar}-K{k}" for jaar in (2024, 2025) for k in (1, 2, 3, 4)]


def vul(dobbel: random.Random, buurten: list[Buurt]) -> Indicator:
    """Holes, hidden figures, a year among the quarters, and figures that only their own network sees."""
    indicator = Indicator.objects.filter(soort="effectiviteit").exclude(cijfers__isnull=False).first()
    assert indicator is not None
    bron = Cijferbron.objects.get(code="aangeleverd")
    for buurt in buurten:
        gebied = Gebied.objects.create(code=f"eigen-{buurt.slug}", soort="eigen", naam=buurt.naam)
        zicht = dobbel.choice(["openbaar", "netwerken", "netwerken", "eigen"])
        for periode in [*PERIODEN, "2024"]:
            if dobbel.random() < 0.06:
                continue
            Cijfer.objects.create(
                indicator=indicator,
                gebied=gebied,
                buurt=buurt,
                periode=periode,
                waarde=dobbel.uniform(50, 150),
                n=60,
                bron=bron,
                zichtbaarheid="eigen" if dobbel.random() < 0.03 else zicht,
                verborgen="klein" if dobbel.random() < 0.03 else "",
            )
    return indicator


def met_de_hand(indicator: Indicator, ons: Buurt, ziet: set[str]) -> tuple[dict[str, float], int]:
    """`ziet`: areas of which this reader sees what is their own."""
    reeksen: dict[str, dict[str, float]] = {}
    for c in Cijfer.objects.filter(indicator=indicator, verborgen="").select_related("gebied"):
        if c.zichtbaarheid != "eigen" or c.gebied.code in ziet:
            reeksen.setdefault(c.gebied.code, {})[c.periode] = c.waarde
    wij = {p: w for p, w in reeksen.pop(f"eigen-{ons.slug}", {}).items() if "K" in p}
    zij = [reeks for reeks in reeksen.values() if wij.keys() <= reeks.keys()]
    return {p: fmean(reeks[p] for reeks in zij) for p in wij} if zij else {}, len(zij)


@pytest.mark.parametrize("zaad", range(6))
def test_as_worked_out_the_long_way(zaad: int) -> None:
    dobbel = random.Random(zaad)
    buurten = [mensen.buurt(f"anders-{nummer}") for nummer in range(12)]
    indicator = vul(dobbel, buurten)
    van_allen = {f"eigen-{buurt.slug}" for buurt in buurten}
    ons, tweede = buurten[:2]
    lid, in_twee = mensen.lid(ons), mensen.lid(ons)
    mensen.lid(tweede, wie=in_twee)
    gevonden = set()
    for wie, ziet in (
        (lid, {f"eigen-{ons.slug}"}),
        (in_twee, {f"eigen-{ons.slug}", f"eigen-{tweede.slug}"}),
        (mensen.medewerker("transitieteam"), van_allen),
    ):
        (onze,) = [u for u in uitkomsten(ons, wie) if u.indicator == indicator]
        gemiddeld, hoeveel = met_de_hand(indicator, ons, ziet)
        assert onze.anderen == hoeveel
        gevonden.add(hoeveel)
        assert {punt.periode: punt.zij for punt in onze.punten} == pytest.approx(gemiddeld)
    assert max(gevonden) > 1 and len(gevonden) > 1, "who sees more has more others"
