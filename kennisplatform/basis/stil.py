"""Pages on which nobody should be caught: who leaves one must not come by again with 'back', nor by the question for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kennisplatform.kamers import gebracht
from kennisplatform.tekening.stukken import onthoud


@dataclass(frozen=True)
class StillePaginas:
    """Brought by the room that has them."""

    nummers: Callable[[], Iterable[int]]


def stille() -> frozenset[str]:
    """Their keys, as search has them."""
    return onthoud(
        "stille-paginas",
        lambda: frozenset(f"pagina:{nummer}" for deel in gebracht(StillePaginas) for nummer in deel.nummers()),
    )
