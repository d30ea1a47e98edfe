"""A plan with lines, and what the tests of its budget do again and again."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kennisplatform.deelnemers.models import Buurt
from kennisplatform.post.models import Bericht
from menukaart.plan.models import Begrotingsregel, Buurtplan, Planactiviteit
from menukaart.plan.plannen import begonnen_plan


def plan_met(buurt: Buurt, *regels: tuple[str, str, str]) -> Buurtplan:
    """Every theme settled, one activity with these lines: what for, number, price."""
    plan = begonnen_plan(buurt=buurt)
    plan.themas.exclude(thema__code__in=("zorgzame-buurt", "lerende-buurt")).update(niet_nu=True, reden="later")
    for rij in plan.themas.filter(niet_nu=False).select_related("thema"):
        Planactiviteit.objects.create(
            plan=plan, thema=rij.thema, titel=f"Doen bij {rij.thema}", wie="wij", begin=plan.van * 4, eind=plan.tot * 4
        )
    eerste = plan.activiteiten.first()
    for omschrijving, aantal, prijs in regels:
        Begrotingsregel.objects.create(
            activiteit=eerste,
            omschrijving=omschrijving,
            aantal=Decimal(aantal),
            prijs=Decimal(prijs),
            jaar=plan.van,
            financier="gemeente",
        )
    return plan


def regels(buurt: Buurt) -> Any:
    return Begrotingsregel.objects.filter(activiteit__plan__buurt=buurt)


def brief(aan: str) -> str:
    """The last letter to an address."""
    return Bericht.objects.filter(aan=aan).order_by("-pk")[0].tekst
