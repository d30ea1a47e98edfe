"""How sure a result is: margins of 95%, for few answers too. Pure. Why these: docs/keuzes/cijfers.md, 'Questionnaires'."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Final

Z: Final = 1.96


@dataclass(frozen=True)
class Schatting:
    waarde: float
    laag: float
    hoog: float


def wilson(ja: int, n: int) -> Schatting:
    """A share in per cent, by Wilson: never outside 0 to 100, and no margin of nothing when all say the same."""
    p, zz = ja / n, Z * Z
    midden = (p + zz / (2 * n)) / (1 + zz / n)
    half = Z / (1 + zz / n) * sqrt(p * (1 - p) / n + zz / (4 * n * n))
    return Schatting(100 * p, 100 * max(0.0, min(p, midden - half)), 100 * min(1.0, max(p, midden + half)))


def nps(hoog: int, laag: int, n: int) -> Schatting:
    """Those who say 9 or 10 less those who say 0 to 6, in points. The margin is worked out as if there were one answer
    more in each of the three groups: with few answers the plain one is too narrow.
    """
    m = n + 3
    p, d = (hoog + 1) / m, (laag + 1) / m
    half = Z * sqrt((p + d - (p - d) ** 2) / m)
    score = (hoog - laag) / n
    return Schatting(100 * score, 100 * max(-1.0, min(score, p - d - half)), 100 * min(1.0, max(score, p - d + half)))
