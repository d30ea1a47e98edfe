"""Who chose a page of the menu for their plan, and how that went: in numbers for everybody, by name for networks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.models import Page

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.deelnemers.positie import leest_netwerken
from kennisplatform.tekening.notitie import toont
from menukaart.plan.keuzes import Uitvoerstand
from menukaart.plan.models import Planactiviteit, Planversie

HOOGSTENS = 30


@dataclass(frozen=True)
class Inplan:
    """In how many laid-down plans a page is, and what came of it."""

    buurten: int
    loopt: int
    gestopt: int
    rijen: list[Planactiviteit]  # those that stopped first: others learn most from them

    @property
    def verzonnen(self) -> bool:
        return any(rij.plan.voorbeeld for rij in self.rijen)


def dingnaam(pagina: int) -> str:
    return f"inplannen:{pagina}"


def van_versie(versie: Planversie) -> Iterator[str]:
    """Laying a plan down is what makes its choices count."""
    keuzes = Planactiviteit.objects.filter(plan=versie.plan_id, keuze__isnull=False).values_list("keuze_id", flat=True)
    for pagina in filter(None, keuzes):
        yield from dingen(pagina)


def dingen(pagina: int) -> tuple[str, ...]:
    """What shows a page's life in plans: the list of them, and the third figure wherever it stands."""
    return dingnaam(pagina), f"praktijk:{pagina}"


def van_activiteit(activiteit: Planactiviteit) -> tuple[str, ...]:
    return dingen(activiteit.keuze_id) if activiteit.keuze_id else ()


def in_plannen(pagina: int) -> Inplan:
    """One query. A draft of a plan is nobody's business yet."""
    rij = Planactiviteit.objects.filter(keuze=pagina, plan__versies__nummer=1, plan__buurt__opgeheven__isnull=True)
    velden = ("stand", "gestart_op", "stopreden", "aangepast")
    van_plan = ("plan__voorbeeld", "plan__buurt__naam", "plan__buurt__slug")
    rijen = list(rij.select_related("plan__buurt").only(*velden, *van_plan).order_by("-gestopt_op", "begin", "pk"))
    standen = Counter(a.stand for a in rijen)
    volgorde = sorted(rijen, key=lambda a: a.stand != Uitvoerstand.GESTOPT)
    return Inplan(
        len({a.plan_id for a in rijen}),
        standen[Uitvoerstand.LOOPT],
        standen[Uitvoerstand.GESTOPT],
        volgorde[:HOOGSTENS],
    )


def lezers(request: HttpRequest, pagina: int) -> str:
    """Two drawings: one for networks and the programme, one for everybody else."""
    return "net" if leest_netwerken(getattr(request, "user", None)) else "ieder"


def op_pagina(request: HttpRequest, pagina: Page) -> Deel | None:
    toont(dingnaam(pagina.pk))
    gevonden = in_plannen(pagina.pk)
    if not gevonden.buurten:
        return None
    return Deel("plan/in_plannen.html", {"inplan": gevonden, "met_namen": lezers(request, pagina.pk) == "net"})
