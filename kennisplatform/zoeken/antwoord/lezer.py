"""What the answering code asks of an engine: one reader of one state of the index. The rest is shared Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from ..taal.samenstelling import Splitser
from .knopen import Knoop
from .telling import Tellers
from .vraag import Vraag
from .woordenschat import Woordenschat

BRON: Final = "nl"  # what is not there in the reader's language is shown in this one
VOLGORDES: Final = ("titel", "nieuw", "sterkte")

Plek = Any  # the engine's own address of a document, good for as long as the reader


def talen(taal: str) -> tuple[str, ...]:
    """The reader's language first, then Dutch."""
    return (taal,) if taal == BRON else (taal, BRON)


@dataclass(frozen=True)
class Zicht:
    """Documents in `taal` as a reader of `lezerstaal` may see them: not expired by now, and in another language than
    the reader's only what does not exist in it."""

    taal: str
    lezerstaal: str

    @property
    def vreemd(self) -> bool:
        return self.taal != self.lezerstaal


@dataclass(frozen=True)
class Bewaard:
    """What an engine keeps of a document to show it."""

    sleutel: str
    soort: str
    taal: str
    titel: str
    samenvatting: str
    tekst: str
    rubriek: str


@dataclass(frozen=True)
class Snede:
    """What a tree finds in one language after the cut on score."""

    beste: float = 0.0  # of all hits; 0: there are none
    beste_over: float = 0.0  # of those that pass the filters
    totaal: int = 0  # that pass them
    hits: Sequence[tuple[float, Plek]] = ()  # of one page, in the order asked for
    tellers: Tellers = field(default_factory=dict)


class Lezer(Woordenschat, Protocol):
    naam: str

    @property
    def splitser(self) -> Splitser: ...

    def snede(self, boom: Knoop, zicht: Zicht, vraag: Vraag, begin: int, n: int) -> Snede:
        """The hits with at least DREMPEL of the best score: counted, filtered as `vraag` says, in its order, and of
        those that are left `n` from `begin` on."""

    def besten(self, boom: Knoop, taal: str, n: int) -> Sequence[Plek]:
        """The n best of the visible documents in this language and in Dutch."""

    def scores(self, boom: Knoop, sleutels: Sequence[str]) -> dict[str, float]:
        """Points that this part of a plan gives to each of these documents; without points it is not there."""

    def begint_zo(self, begin: str, eis: Knoop | None, taal: str, n: int) -> Sequence[str]:
        """Folded words that begin so in the documents that meet `eis`, most frequent first."""

    def begint_bijna_zo(self, begin: str, n: int) -> Sequence[str]:
        """Folded words of which the first letters are a slip or two from these, nearest first."""

    def titelwoorden(self, begin: str, n: int) -> Sequence[str]:
        """Folded words of titles that begin so."""

    def lijst(
        self, zicht: Zicht, gekozen: Mapping[str, frozenset[str]], volgorde: str, begin: int, n: int
    ) -> tuple[int, Sequence[Plek]]:
        """(number in all, places from `begin`) of a listing without text."""

    def tellers(self, vraag: Vraag) -> dict[str, dict[str, int]]:
        """Counts of a listing per facet of `vraag.tel` and for the kind, each without its own filter."""

    def lees(self, plekken: Sequence[Plek]) -> Sequence[Bewaard]: ...
