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

from collections import defaultdict, deque
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final, TypeVar

from kennisplatform.cijfers.keuzes import Verbergreden
from kennisplatform.cijfers.uitrekenen import Vergelijking, gevolgen

GRENS: Final = 10
C = TypeVar("C", bound=Hashable)


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
    return _Tabel(aantallen, [_bestaand(som, aantallen) for som in sommen], ook).verberg()


class _Tabel:
    """Only what a newly hidden cell touches is looked at again: a country has 18,000 cells."""

    def __init__(self, aantallen: Mapping[Any, int], sommen: Sequence[Som], ook: Collection[Any]) -> None:
        self.aantallen = aantallen
        self.sommen = [som for som in sommen if som.geheel in aantallen and som.delen]
        self.weg = {cel: Verbergreden.KLEIN for cel, n in aantallen.items() if n < GRENS}
        self.weg |= {cel: Verbergreden.AANVULLEND for cel in ook if cel in aantallen and cel not in self.weg}
        self.bij: dict[Any, list[int]] = defaultdict(list)  # cell → numbers of the sums that it is in
        for nummer, som in enumerate(self.sommen):
            for cel in som.cellen:
                self.bij[cel].append(nummer)
        self.schoon: set[frozenset[Any]] = set()  # hidden cells that hang together and give nothing away

    def verberg(self) -> dict[Any, Verbergreden]:
        self._alleen(range(len(self.sommen)))
        while erbij := self._verraden():
            for cel in erbij:
                self.weg[cel] = Verbergreden.AANVULLEND
            self._alleen(nummer for cel in erbij for nummer in self.bij[cel])
        return self.weg

    def _alleen(self, nummers: Iterable[int]) -> None:
        """Rule 2, until every sum holds enough that is hidden."""
        rij = deque(nummers)
        while rij:
            nummer = rij.popleft()
            if (cel := self._nog_een(self.sommen[nummer])) is not None:
                self.weg[cel] = Verbergreden.AANVULLEND
                rij.extend(self.bij[cel])

    def _nog_een(self, som: Som) -> Any:
        """The next cell to hide in this sum."""
        verborgen = [cel for cel in som.cellen if cel in self.weg]
        if not verborgen:
            return None
        genoeg = sum(self.aantallen[cel] for cel in verborgen) >= GRENS
        if len(verborgen) > 1 and (genoeg or som.geheel in self.weg):
            return None
        open_ = [cel for cel in som.delen if cel not in self.weg] or [c for c in som.cellen if c not in self.weg]
        return self._kleinste(open_)

    def _kleinste(self, cellen: Collection[Any]) -> Any:
        return min(cellen, key=lambda cel: (self.aantallen[cel], str(cel)), default=None)

    def _verraden(self) -> list[Any]:
        """Cells to hide because several sums together give one away (rule 3): one for each that is given away."""
        erbij: dict[Any, None] = {}
        for cellen, nummers in self._samenhang():
            if cellen not in self.schoon:
                tegen = [cel for cel in self._tegen_verraad(nummers) if cel is not None]
                erbij |= dict.fromkeys(tegen)
                if not tegen:
                    self.schoon.add(cellen)
        return list(erbij)

    def _samenhang(self) -> Iterator[tuple[frozenset[Any], list[int]]]:
        """Hidden cells by the sums that they share, each with the numbers of those sums."""
        over_ = dict.fromkeys(sorted(self.weg, key=str))
        while over_:
            te_doen, cellen, nummers = [next(iter(over_))], set(), set()
            while te_doen:
                cel = te_doen.pop()
                if cel in cellen:
                    continue
                cellen.add(cel)
                over_.pop(cel, None)
                for nummer in self.bij[cel]:
                    if nummer not in nummers:
                        nummers.add(nummer)
                        te_doen += [c for c in self.sommen[nummer].cellen if c in self.weg]
            if nummers:
                yield frozenset(cellen), sorted(nummers)

    def _tegen_verraad(self, nummers: Sequence[int]) -> Iterator[Any]:
        for vergelijking in gevolgen([self._vergelijking(self.sommen[n]) for n in nummers], self.aantallen, GRENS):
            if self._verraadt(vergelijking):
                yield self._kleinste(self._open_rond(set(vergelijking)))

    def _vergelijking(self, som: Som) -> Vergelijking:
        """What is shown of it tells what its hidden cells are together."""
        rij = {cel: Fraction(1) for cel in som.delen if cel in self.weg}
        return {**rij, som.geheel: Fraction(-1)} if som.geheel in self.weg else rij

    def _verraadt(self, vergelijking: Vergelijking) -> bool:
        """One cell, or several that are fewer than ten people together."""
        gelijk = len(set(vergelijking.values())) == 1
        return len(vergelijking) == 1 or (gelijk and sum(self.aantallen[cel] for cel in vergelijking) < GRENS)

    def _open_rond(self, cellen: set[Any]) -> list[Any]:
        """Shown cells in the sums of these; where those show nothing (any more), in the sums that share a cell with them."""
        while True:
            rond = {cel for een in cellen for nummer in self.bij[een] for cel in self.sommen[nummer].cellen}
            if open_ := [cel for cel in rond if cel not in self.weg]:
                return open_
            if rond <= cellen:
                return []
            cellen = cellen | rond


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
