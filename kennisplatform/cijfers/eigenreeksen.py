"""What was handed in of one neighbourhood: a line for each indicator, and what of it is added up with the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from kennisplatform.cijfers.anderen import Gebiedsreeks
from kennisplatform.cijfers.models import Cijfers
from kennisplatform.cijfers.perioden import van_ritme

Reeks = dict[str, tuple[float, int | None]]  # period → value and people


class Cijferrij(NamedTuple):
    """What a series needs of a figure; whole records of three kinds took half of the page."""

    indicator_id: int
    gebied__code: str
    periode: str
    waarde: float
    n: int | None
    verborgen: str  # why it is hidden; empty: it is not
    zichtbaarheid: str
    bron__voorbeeld: bool
    bron__bron_titel: str


class Eigenreeks(NamedTuple):
    """What there is of one indicator here, of the rhythm that most of it has."""

    reeks: Reeks
    verborgen: Sequence[str]
    verzonnen: bool
    bron: str
    in_boek: Sequence[Gebiedsreeks]  # what of it is added up with the others


def eigen_reeksen(cijfers: Cijfers, gedeeld: frozenset[str]) -> dict[int, Eigenreeks]:
    """By indicator; its own area before those of the statistics office, of which only one can be a line."""
    per_indicator: dict[int, list[Cijferrij]] = defaultdict(list)
    for cijfer in map(Cijferrij._make, cijfers.order_by("periode").values_list(*Cijferrij._fields)):
        per_indicator[cijfer.indicator_id].append(cijfer)
    return {pk: _eigen(rij, gedeeld) for pk, rij in per_indicator.items()}


def _eigen(alle: Sequence[Cijferrij], gedeeld: frozenset[str]) -> Eigenreeks:
    ritme = van_ritme([cijfer.periode for cijfer in alle])
    rij = [cijfer for cijfer in alle if ritme(cijfer.periode)]
    reeksen: dict[str, Reeks] = defaultdict(dict)
    for cijfer in rij:
        if not cijfer.verborgen:
            reeksen[cijfer.gebied__code][cijfer.periode] = (cijfer.waarde, cijfer.n)
    return Eigenreeks(
        reeksen[max(reeksen)] if reeksen else {},
        sorted({cijfer.periode for cijfer in rij if cijfer.verborgen}),
        any(cijfer.bron__voorbeeld for cijfer in rij),
        rij[0].bron__bron_titel,
        _in_boek([cijfer for cijfer in alle if not cijfer.verborgen and cijfer.zichtbaarheid in gedeeld]),
    )


def _in_boek(rij: Sequence[Cijferrij]) -> list[Gebiedsreeks]:
    codes = {cijfer.gebied__code for cijfer in rij}
    per_gebied = ([cijfer for cijfer in rij if cijfer.gebied__code == code] for code in codes)
    return [Gebiedsreeks({c.periode: c.waarde for c in die}, any(c.bron__voorbeeld for c in die)) for die in per_gebied]
