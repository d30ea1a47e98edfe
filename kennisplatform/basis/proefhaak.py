"""Rooms above add their own synthetic data: `manage.py proefdata` asks them, and asks them to take it away again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # it needs models, and rooms register while these are still being made
    from kennisplatform.basis.proefinhoud import Vuller


@dataclass(frozen=True)
class Proefwerk:
    """`vul(vuller, keys of the synthetic neighbourhoods)` and `wis()` say how many rows came and went.

    `wis` runs before the neighbourhoods go and takes nothing that isn't marked.
    """

    vul: Callable[[Vuller, Sequence[int]], int]
    wis: Callable[[], int]


@dataclass(frozen=True)
class Meetrij:
    """A line of `manage.py meet`: addresses taken in turn, and who asks for them (None: a visitor)."""

    naam: str
    adressen: Sequence[str]
    wie: Any = None


_metingen: list[Callable[[], list[Meetrij]]] = []
_werk: dict[str, tuple[int, Proefwerk]] = {}
_velden: dict[str, Callable[[Random, int], dict[str, Any]]] = {}


def registreer(naam: str, werk: Proefwerk, volgorde: int = 50) -> None:
    """Later: what hangs on what another room made."""
    _werk[naam] = (volgorde, werk)


def _op_volgorde() -> list[tuple[str, Proefwerk]]:
    return [(naam, werk) for naam, (_plek, werk) in sorted(_werk.items(), key=lambda paar: paar[1][0])]


def registreer_velden(soort: str, velden: Callable[[Random, int], dict[str, Any]]) -> None:
    """`velden(die, number)`: values that belong together, such as a town with its province and its place on the map."""
    _velden[soort] = velden


def velden_van(soort: str, dobbel: Random, nummer: int) -> dict[str, Any]:
    return _velden[soort](dobbel, nummer) if soort in _velden else {}


def vul_alles(vuller: Vuller, buurten: Sequence[int]) -> dict[str, int]:
    return {naam: werk.vul(vuller, buurten) for naam, werk in _op_volgorde()} if buurten else {}


def wis_alles() -> int:
    """Last made, first gone."""
    return sum(werk.wis() for _naam, werk in reversed(_op_volgorde()))


def registreer_meting(rijen: Callable[[], list[Meetrij]]) -> None:
    """Called when there is synthetic data and nothing else."""
    _metingen.append(rijen)


def meetrijen() -> list[Meetrij]:
    return [rij for rijen in _metingen for rij in rijen()]
