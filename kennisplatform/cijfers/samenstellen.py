"""The figure of a whole out of those of its parts. Pure: it knows no table and no page.

Counts are added, percentages and means weighed. What is missing may be at most a small piece of the whole, and is said;
otherwise there is no figure. A margin is never made here: those of parts can't be added.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kennisplatform.cijfers.keuzes import Optelwijze

# Share of the whole (by weight; for counts by inhabitants) that must have a figure.
DEKKING: Final = {Optelwijze.SOM: 0.98, Optelwijze.GEWOGEN: 0.9}


@dataclass(frozen=True, slots=True)
class Deelwaarde:
    naam: str
    waarde: float | None
    gewicht: float | None  # of a count: its inhabitants, to see how much is missing


@dataclass(frozen=True, slots=True)
class Samengesteld:
    waarde: float
    zonder: tuple[str, ...] = ()  # parts that have no figure


def stel_samen(delen: Sequence[Deelwaarde], wijze: str) -> Samengesteld | None:
    """None: it can't be made of these."""
    if wijze not in DEKKING or not delen:
        return None
    met = [deel for deel in delen if deel.waarde is not None]
    zonder = tuple(deel.naam for deel in delen if deel.waarde is None)
    if any(deel.gewicht is None for deel in delen):
        # Without weights only a sum of all its parts can be made.
        return Samengesteld(_som(met)) if wijze == Optelwijze.SOM and not zonder else None
    geheel = sum(deel.gewicht or 0 for deel in delen)
    bekend = sum(deel.gewicht or 0 for deel in met)
    if geheel <= 0 or bekend / geheel < DEKKING[Optelwijze(wijze)]:
        return None
    if wijze == Optelwijze.SOM:
        return Samengesteld(_som(met), zonder)
    return Samengesteld(sum((d.waarde or 0) * (d.gewicht or 0) for d in met) / bekend, zonder)


def _som(delen: Sequence[Deelwaarde]) -> float:
    return sum(deel.waarde or 0 for deel in delen)
