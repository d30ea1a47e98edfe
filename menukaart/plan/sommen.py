"""Sums of a budget. Every amount is its line's, rounded to the cent; a sum adds those and rounds no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from menukaart.plan.keuzes import IN_UREN
from menukaart.plan.models import Begrotingsregel, Buurtplan

NUL = Decimal(0)


@dataclass(frozen=True)
class Begroot:
    """Hours (of everybody, 'verlet' included) and euros."""

    uren: Decimal = NUL
    euro: Decimal = NUL

    def __add__(self, ander: Begroot) -> Begroot:
        return Begroot(self.uren + ander.uren, self.euro + ander.euro)


def van_regel(regel: Begrotingsregel) -> Begroot:
    return Begroot(regel.aantal if regel.soort in IN_UREN else NUL, regel.bedrag)


def opgeteld(regels: Iterable[Begrotingsregel]) -> Begroot:
    return sum(map(van_regel, regels), Begroot())


def per(regels: Iterable[Begrotingsregel], sleutel: Callable[[Begrotingsregel], object]) -> dict[object, Begroot]:
    """Sums by something of each line, in the order in which it first occurs."""
    uit: dict[object, Begroot] = defaultdict(Begroot)
    for regel in regels:
        uit[sleutel(regel)] += van_regel(regel)
    return dict(uit)


@dataclass(frozen=True)
class Totalen:
    alles: Begroot
    per_financier: dict[object, Begroot] = field(default_factory=dict)  # value of Financier → sum
    per_jaar: dict[object, Begroot] = field(default_factory=dict)
    per_thema: dict[object, Begroot] = field(default_factory=dict)  # key of the theme → sum
    per_activiteit: dict[object, Begroot] = field(default_factory=dict)
    per_inwoner: Decimal | None = None

    @property
    def jaren(self) -> list[tuple[object, Begroot]]:
        return sorted(self.per_jaar.items(), key=lambda paar: str(paar[0]))


def totalen(plan: Buurtplan, regels: Iterable[Begrotingsregel]) -> Totalen:
    """`regels` with their activity fetched."""
    rij = list(regels)
    alles = opgeteld(rij)
    return Totalen(
        alles,
        per(rij, lambda r: r.financier),
        per(rij, lambda r: r.jaar),
        per(rij, lambda r: r.activiteit.thema_id),
        per(rij, lambda r: r.activiteit_id),
        (alles.euro / plan.inwoners).quantize(Decimal("0.01")) if plan.inwoners else None,
    )


def regels_van(plan: Buurtplan) -> list[Begrotingsregel]:
    rij = Begrotingsregel.objects.filter(activiteit__plan=plan)
    return list(rij.select_related("activiteit", "tarief").order_by("activiteit__begin", "activiteit_id", "jaar", "pk"))
