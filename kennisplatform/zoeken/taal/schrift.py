"""Words as they stand in texts, by the stems that find them: learned once in a process, asked for every hit shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

MAX_BEKEND: Final = 60_000  # written forms after which a new book is begun


class Schrift:
    """Threads may share one: a thread that sees a word in `bekend` finds it in the lists too, because it goes there last."""

    def __init__(self, lees: Callable[[str], tuple[str, frozenset[str]]]) -> None:
        """`lees`: a written word → (folded, stems that find it)."""
        self.lees = lees
        self.bekend: set[str] = set()
        self._per_stam: dict[str, list[str]] = {}
        self._gevouwen: dict[str, list[str]] = {}

    @property
    def vol(self) -> bool:
        return len(self.bekend) > MAX_BEKEND

    def leer(self, woorden: Iterable[str]) -> None:
        for woord in woorden:
            gevouwen, stammen = self.lees(woord)
            self._gevouwen.setdefault(gevouwen, []).append(woord)
            for stam in stammen:
                self._per_stam.setdefault(stam, []).append(woord)
            self.bekend.add(woord)

    def van(self, stammen: Iterable[str], gevouwen: Iterable[str]) -> frozenset[str]:
        """Every written word met so far that has one of these stems, or that is one of these when folded."""
        op_stam = (self._per_stam.get(stam, ()) for stam in stammen)
        return frozenset().union(*op_stam, *(self._gevouwen.get(woord, ()) for woord in gevouwen))
