"""How much neighbourhoods told: a higher room counts, whoever shows a neighbourhood can say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kennisplatform.kamers import gebracht


@dataclass(frozen=True)
class Verhalenteller:
    """`tel(keys of neighbourhoods)`: public stories of each, in one query; who told none may be left out."""

    tel: Callable[[Iterable[int]], Mapping[int, int]]


def tel(buurten: Iterable[int]) -> dict[int, int]:
    pks = list(buurten)
    uit = dict.fromkeys(pks, 0)
    for teller in gebracht(Verhalenteller):
        for pk, aantal in teller.tel(pks).items():
            uit[pk] += aantal
    return uit
