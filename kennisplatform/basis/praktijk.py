"""The third figure: how many neighbourhoods work with a page. The learning network, a higher room, brings it.

So a card in any room can show the figure, and no room below the learning network has to know it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kennisplatform.basis.keuzes import Praktijkstaat
from kennisplatform.kamers import gebracht


@dataclass(frozen=True)
class Praktijk:
    plekken: int = 0  # places with a published example that works with it
    gestopt: int = 0  # of those, stopped


@dataclass(frozen=True)
class Verhaal:
    """A public example that works with a page: as little as the figures and a card's address need."""

    pagina: int
    plaats: str
    staat: str


@dataclass(frozen=True)
class Praktijkbron:
    """`tel(page ids)` counts in one query for all of them; `voorbeelden(page id)`: public examples, newest first."""

    tel: Callable[[Iterable[int]], dict[int, Praktijk]]
    voorbeelden: Callable[[int], list[Verhaal]]


def tel(pagina_ids: Iterable[int]) -> dict[int, Praktijk]:
    """Figures per page id; an id without examples gets zeros."""
    ids = list(pagina_ids)
    gevonden: dict[int, Praktijk] = {}
    for bron in gebracht(Praktijkbron) if ids else ():
        gevonden |= bron.tel(ids)
    return {pk: gevonden.get(pk, Praktijk()) for pk in ids}


def voorbeelden(pagina_id: int) -> list[Verhaal]:
    """Public practice examples that work with this page, newest first."""
    return [verhaal for bron in gebracht(Praktijkbron) for verhaal in bron.voorbeelden(pagina_id)]


def uit(verhalen: list[Verhaal]) -> Praktijk:
    """The figures of one page from its examples that are at hand already."""
    gestopt = {v.plaats for v in verhalen if v.staat == Praktijkstaat.GESTOPT}
    return Praktijk(len({v.plaats for v in verhalen}), len(gestopt))
