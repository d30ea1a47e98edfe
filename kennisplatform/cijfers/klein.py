"""Small numbers: which cells are not shown, so that nobody can tell something of fewer than ten people. Pure.

The rules, and why: docs/keuzes/cijfers.md, 'Small numbers'. They concern what was handed in; open data is as published.
1. A cell of fewer than GRENS people is not shown, 0 included.
2. In a sum (an area of its parts, a year of its quarters, all of the groups) no single cell stays hidden: then it is the
   total less the others. The smallest other is hidden too, until what is hidden holds GRENS people or more together.
3. Sums that share cells are looked at together: what follows from several of them at once is not shown either.
4. What a whole is more than its parts together is a cell as well, though nobody handed it in: 50 people here, 46 in its one
   district, and the other four are the difference.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, TypeVar

from kennisplatform.cijfers.keuzes import Verbergreden

GRENS: Final = 10
C = TypeVar("C", bound=Hashable)
Vergelijking = dict[C, Fraction]  # coefficients of hidden cells; what they add up to can be read


@dataclass(frozen=True)
class Som:
    """`geheel` is what `delen` are together; not `heel`: there is more in it than these parts."""

    geheel: Hashable
    delen: tuple[Hashable, ...]
    heel: bool = True

    @property
    def cellen(self) -> tuple[Hashable, ...]:
        return (self.geheel, *self.delen)


def verberg(
    aantallen: Mapping[C, int], sommen: Sequence[Som], ook: Collection[C] = frozenset()
) -> dict[C, Verbergreden]:
    """Cell → why it is not shown. `aantallen`: people in each; cells of a sum that are not in it don't exist.

    `ook`: cells that are hidden in another table of the same people.
    """
    sommen = [_bestaand(som, aantallen) for som in sommen]
    uit = {cel: Verbergreden.KLEIN for cel, n in aantallen.items() if n < GRENS}
    uit |= {cel: Verbergreden.AANVULLEND for cel in ook if cel in aantallen and cel not in uit}
    while erbij := _alleen(aantallen, sommen, uit) or _afleidbaar(aantallen, sommen, uit):
        uit[erbij] = Verbergreden.AANVULLEND  # one at a time, and there are no more than there are cells
    return uit


def met_resten(aantallen: Mapping[C, int], sommen: Sequence[Som]) -> tuple[dict[C, int], list[Som]]:
    """Rule 4: the same table with a cell for each small rest. A large rest is a number that nobody has to hide and that nobody
    knows: such a sum tells nothing of its parts, and is left out.
    """
    uit: list[Som] = []
    alle = dict(aantallen)
    for som in (_bestaand(som, aantallen) for som in sommen):
        if som.geheel not in aantallen or not som.delen:
            continue
        meer = over(aantallen, som)
        if meer <= 0:
            uit.append(som)
        elif meer < GRENS:
            rest: C = ("rest", som.geheel, som.delen)  # type: ignore[assignment]
            uit.append(Som(som.geheel, (*som.delen, rest)))
            alle[rest] = meer
    return alle, uit


def over(aantallen: Mapping[C, int], som: Som) -> int:
    """How many people are in the whole and in none of its parts; below 0: the same people are in several."""
    return aantallen[som.geheel] - sum(aantallen[deel] for deel in som.delen)  # type: ignore[index, misc]


def _bestaand(som: Som, aantallen: Mapping[C, int]) -> Som:
    return Som(som.geheel, tuple(deel for deel in som.delen if deel in aantallen), som.heel)


def _alleen(aantallen: Mapping[C, int], sommen: Sequence[Som], weg: Collection[C]) -> C | None:
    """The next cell to hide by rule 2; None: every sum holds enough that is hidden."""
    for som in sommen:
        if som.geheel not in aantallen or not som.delen:
            continue
        verborgen = [cel for cel in som.cellen if cel in weg]
        if not verborgen:
            continue
        genoeg = sum(aantallen[cel] for cel in verborgen) >= GRENS  # type: ignore[index, misc]  # cells of this table
        if len(verborgen) > 1 and (genoeg or som.geheel in weg):
            continue
        if open_ := [cel for cel in (som.delen or ()) if cel not in weg] or [c for c in som.cellen if c not in weg]:
            return min(open_, key=lambda cel: (aantallen[cel], str(cel)))  # type: ignore[index, return-value]
    return None


def _afleidbaar(aantallen: Mapping[C, int], sommen: Sequence[Som], weg: Collection[C]) -> C | None:
    """A cell to hide because several sums together give one away (rule 3)."""
    for vergelijking in gevolgen(sommen, aantallen, weg):
        if _verraadt(vergelijking, aantallen) and (open_ := _open_rond(set(vergelijking), aantallen, sommen, weg)):
            return min(open_, key=lambda cel: (aantallen[cel], str(cel)))
    return None


def _open_rond(cellen: set[Hashable], aantallen: Mapping[C, int], sommen: Sequence[Som], weg: Collection[C]) -> list[C]:
    """Shown cells in the sums of these; where those show nothing (any more), in the sums that share a cell with them."""
    while True:
        raakt = [som for som in sommen if som.geheel in aantallen and cellen & set(som.cellen)]
        rond = {cel for som in raakt for cel in som.cellen if cel in aantallen}
        if open_ := [cel for cel in rond if cel not in weg]:
            return open_  # type: ignore[return-value]  # cells of this table
        if rond <= cellen:
            return []
        cellen = cellen | rond


def _verraadt(vergelijking: Vergelijking[C], aantallen: Mapping[C, int]) -> bool:
    """One cell, or several that are fewer than ten people together."""
    if len(vergelijking) == 1:
        return True
    zelfde = {coefficient for coefficient in vergelijking.values()}
    return len(zelfde) == 1 and sum(aantallen[cel] for cel in vergelijking) < GRENS


def gevolgen(sommen: Sequence[Som], aantallen: Mapping[C, int], weg: Collection[C]) -> list[Vergelijking[C]]:
    """What can be worked out of hidden cells from all that is shown: equations, as simple as elimination makes them."""
    rijen: list[Vergelijking[C]] = []
    for som in sommen:
        if som.geheel in aantallen and som.delen:
            rij: Vergelijking[C] = {cel: Fraction(1) for cel in som.delen if cel in weg}  # type: ignore[misc]
            if som.geheel in weg:
                rij[som.geheel] = Fraction(-1)  # type: ignore[index]
            if rij:
                rijen.append(rij)
    klaar: list[tuple[C, Vergelijking[C]]] = []
    for rij in rijen:
        for spil, vorige in klaar:
            _trek_af(rij, vorige, spil)
        if rij:
            spil = min(rij, key=str)
            deler = rij[spil]
            regel = {cel: waarde / deler for cel, waarde in rij.items()}
            for _andere, vorige in klaar:
                _trek_af(vorige, regel, spil)
            klaar.append((spil, regel))
    return [rij for _spil, rij in klaar]


def _trek_af(rij: Vergelijking[C], andere: Vergelijking[C], spil: C) -> None:
    if maal := rij.get(spil):
        for cel, waarde in andere.items():
            rest = rij.get(cel, Fraction(0)) - maal * waarde
            if rest:
                rij[cel] = rest
            else:
                rij.pop(cel, None)
