"""The third figure: how many neighbourhoods work with a page. A port: the learning network, a higher room, fills it.

So a card in any room can show the figure, and no room below the learning network has to know it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kennisplatform.basis.keuzes import Praktijkstaat


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


Teller = Callable[[Iterable[int]], dict[int, Praktijk]]
Voorbeelden = Callable[[int], list[Verhaal]]

_teller: list[Teller] = []
_voorbeelden: list[Voorbeelden] = []


def registreer(teller: Teller, voorbeelden: Voorbeelden) -> None:
    _teller[:] = [teller]
    _voorbeelden[:] = [voorbeelden]


def tel(pagina_ids: Iterable[int]) -> dict[int, Praktijk]:
    """Figures per page id, in one query for all of them; an id without examples gets zeros."""
    ids = list(pagina_ids)
    gevonden = _teller[0](ids) if _teller and ids else {}
    return {pk: gevonden.get(pk, Praktijk()) for pk in ids}


def voorbeelden(pagina_id: int) -> list[Verhaal]:
    """Public practice examples that work with this page, newest first."""
    return _voorbeelden[0](pagina_id) if _voorbeelden else []


def uit(verhalen: list[Verhaal]) -> Praktijk:
    """The figures of one page from its examples that are at hand already."""
    gestopt = {v.plaats for v in verhalen if v.staat == Praktijkstaat.GESTOPT}
    return Praktijk(len({v.plaats for v in verhalen}), len(gestopt))
