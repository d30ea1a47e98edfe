"""Sums of a budget. Every amount is its line's, rounded to the cent; a sum adds those and rounds no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from menukaart.plan.keuzes import IN_UREN
from menukaart.plan.models import Begrotingsregel, Buurtplan, Planactiviteit, Tarief
from menukaart.plan.models.plan import bedrag_van

NUL = Decimal(0)


@dataclass(frozen=True)
class Begroot:
    """Hours (of everybody, 'verlet' included) and euros."""

    uren: Decimal = NUL
    euro: Decimal = NUL

    def __add__(self, ander: Begroot) -> Begroot:
        return Begroot(self.uren + ander.uren, self.euro + ander.euro)


class Somregel(NamedTuple):
    """What a sum needs of a line, for pages that show no lines: a tenth of the work of whole records."""

    activiteit_id: int
    thema_id: int
    stand: str  # of the activity
    soort: str
    jaar: int
    financier: str
    aantal: Decimal
    prijs: Decimal

    @property
    def bedrag(self) -> Decimal:
        return bedrag_van(self.aantal, self.prijs)


class _Teller:
    """Adds without making a new record at every step."""

    __slots__ = ("euro", "uren")

    def __init__(self) -> None:
        self.uren = self.euro = NUL

    def tel(self, uren: Decimal, euro: Decimal) -> None:
        self.uren += uren
        self.euro += euro

    @property
    def som(self) -> Begroot:
        return Begroot(self.uren, self.euro)


def opgeteld(regels: Iterable[Begrotingsregel | Somregel]) -> Begroot:
    teller = _Teller()
    for regel in regels:
        teller.tel(regel.aantal if regel.soort in IN_UREN else NUL, regel.bedrag)
    return teller.som


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


def totalen(plan: Buurtplan, regels: Iterable[Begrotingsregel | Somregel]) -> Totalen:
    """`regels` with their activity fetched. Each line is worked out once and counted in every sum that it belongs to."""
    alles = _Teller()
    per: tuple[dict[object, _Teller], ...] = tuple(defaultdict(_Teller) for _soort in range(4))
    for regel in regels:
        uren, euro = regel.aantal if regel.soort in IN_UREN else NUL, regel.bedrag
        alles.tel(uren, euro)
        thema = regel.thema_id if isinstance(regel, Somregel) else regel.activiteit.thema_id
        for telling, sleutel in zip(per, (regel.financier, regel.jaar, thema, regel.activiteit_id), strict=True):
            telling[sleutel].tel(uren, euro)
    sommen = [{sleutel: teller.som for sleutel, teller in telling.items()} for telling in per]
    return Totalen(
        alles.som,
        sommen[0],
        sommen[1],
        sommen[2],
        sommen[3],
        (alles.euro / plan.inwoners).quantize(Decimal("0.01")) if plan.inwoners else None,
    )


def somregels(plan: Buurtplan) -> list[Somregel]:
    velden = ("activiteit", "activiteit__thema", "activiteit__stand", "soort", "jaar", "financier", "aantal", "prijs")
    rij = Begrotingsregel.objects.filter(activiteit__plan=plan).order_by(
        "activiteit__begin", "activiteit", "jaar", "pk"
    )
    return [Somregel(*waarden) for waarden in rij.values_list(*velden)]


def regels_van(
    plan: Buurtplan, activiteiten: Iterable[Planactiviteit] | None = None, *, tarieven: bool = True
) -> list[Begrotingsregel]:
    """Four lines share their activity, and many their rate: those are read once. `activiteiten`: for who has them; `tarieven`:
    not for a page that shows none.
    """
    rij = Begrotingsregel.objects.filter(activiteit__plan=plan)
    regels = list(rij.order_by("activiteit__begin", "activiteit_id", "jaar", "pk"))
    per = {a.pk: a for a in (plan.activiteiten.all() if activiteiten is None else activiteiten)}
    gekozen = Tarief.objects.in_bulk({r.tarief_id for r in regels if r.tarief_id}) if tarieven else {}
    for regel in regels:
        regel.activiteit = per[regel.activiteit_id]
        if regel.tarief_id in gekozen:
            regel.tarief = gekozen[regel.tarief_id]
    return regels
