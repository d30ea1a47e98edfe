"""What follows from sums: equations of hidden cells, made as simple as they get. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

Vergelijking = dict[Any, Fraction]  # coefficients of hidden cells; what they add up to can be read


def gevolgen(rijen: Iterable[Vergelijking], aantallen: Mapping[Any, int], grens: int) -> Iterator[Vergelijking]:
    """All that is known of single cells stands in a row of its own; and every pair of fewer than `grens` that is known."""
    klaar = _vereenvoudig(rijen)
    yield from klaar.values()
    resten: dict[frozenset[tuple[Any, Fraction]], Any] = {}
    for spil, rij in klaar.items():
        if aantallen[spil] < grens:
            rest = {cel: waarde for cel, waarde in rij.items() if cel != spil}
            ander = resten.get(frozenset((cel, -waarde) for cel, waarde in rest.items()))
            if ander is not None and aantallen[spil] + aantallen[ander] < grens:
                yield {spil: Fraction(1), ander: Fraction(1)}
            resten[frozenset(rest.items())] = spil


def _vereenvoudig(rijen: Iterable[Vergelijking]) -> dict[Any, Vergelijking]:
    """Pivot → its row, in which no other pivot stands. The pivot is what stands in the fewest rows: most sums are a tree."""
    klaar: dict[Any, Vergelijking] = {}
    waar: dict[Any, set[Any]] = defaultdict(set)  # cell → pivots of the rows that it stands in
    for begin in sorted(rijen, key=len):
        rij = dict(begin)
        for spil in [cel for cel in begin if cel in klaar]:
            _trek_af(rij, klaar[spil], rij.get(spil, Fraction(0)))
        if not rij:
            continue
        spil = min(rij, key=lambda cel: (len(waar[cel]), str(cel)))
        regel = {cel: waarde / rij[spil] for cel, waarde in rij.items()}
        for ander in sorted(waar[spil], key=str):
            erbij, eraf = _trek_af(klaar[ander], regel, klaar[ander][spil])
            for cel in erbij:
                waar[cel].add(ander)
            for cel in eraf:
                waar[cel].discard(ander)
        klaar[spil] = regel
        for cel in regel:
            waar[cel].add(spil)
    return klaar


def _trek_af(rij: Vergelijking, andere: Vergelijking, maal: Fraction) -> tuple[list[Any], list[Any]]:
    """Which cells came into the row, and which left it."""
    erbij, eraf = [], []
    for cel, waarde in andere.items() if maal else ():
        rest = rij.get(cel, Fraction(0)) - maal * waarde
        if rest:
            if cel not in rij:
                erbij.append(cel)
            rij[cel] = rest
        elif cel in rij:
            del rij[cel]
            eraf.append(cel)
    return erbij, eraf
