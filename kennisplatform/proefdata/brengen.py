"""Rooms bring their own synthetic data: `manage.py proefdata` asks them, and asks them to take it away again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from kennisplatform.kamers import gebracht
from kennisplatform.proefdata.vuller import Vuller


@dataclass(frozen=True)
class Proefrijen:
    """`vul(vuller, keys of the synthetic neighbourhoods)` and `wis()` say how many rows came and went.

    `wis` runs before the neighbourhoods go and takes nothing that isn't marked. `na`: whose rows these hang on.
    """

    naam: str
    vul: Callable[[Vuller, Sequence[int]], int]
    wis: Callable[[], int]
    na: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proefvelden:
    """`velden(die, number)`: values that belong together, such as a town with its province and its place on the map."""

    naam: str  # kind of thing
    velden: Callable[[Random, int], dict[str, Any]]


@dataclass(frozen=True)
class Meetrij:
    """A line of `manage.py meet`: addresses taken in turn, and who asks for them (None: a visitor)."""

    naam: str
    adressen: Sequence[str]
    wie: Any = None


@dataclass(frozen=True)
class Meting:
    """`rijen()` is called when there is synthetic data and nothing else."""

    naam: str
    rijen: Callable[[], list[Meetrij]]


def velden_van(soort: str, dobbel: Random, nummer: int) -> dict[str, Any]:
    return next((proef.velden(dobbel, nummer) for proef in gebracht(Proefvelden) if proef.naam == soort), {})


def vul_alles(vuller: Vuller, buurten: Sequence[int]) -> dict[str, int]:
    return {rijen.naam: rijen.vul(vuller, buurten) for rijen in gebracht(Proefrijen)} if buurten else {}


def wis_alles() -> int:
    """Last made, first gone."""
    return sum(rijen.wis() for rijen in reversed(gebracht(Proefrijen)))


def meetrijen() -> list[Meetrij]:
    return [rij for meting in gebracht(Meting) for rij in meting.rijen()]
