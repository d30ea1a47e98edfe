"""The words of one index, as a plan asks about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Woordenschat(Protocol):
    """The words of one index, folded; the plan asks it about spelling and neighbours."""

    def vooruit(self, woorden: Sequence[str]) -> None:
        """These will be asked about: an engine far away can find them out at once."""

    def aantal(self, woord: str) -> int:
        """Documents that hold the word."""

    def heeft_stam(self, stam: str) -> bool:
        """Is there a document with a word of this stem?"""

    def heeft_etiket(self, etiket: str) -> bool:
        """Is there a document with this label (`analyse.etiket`)? It may be a minute old."""

    def kandidaten(self, woord: str, afstand: int) -> Sequence[tuple[str, int, int]]:
        """Words within that many slips: (word, slips, documents)."""

    def met_begin(self, begin: str, n: int) -> Sequence[str]:
        """The most frequent words that start so."""
