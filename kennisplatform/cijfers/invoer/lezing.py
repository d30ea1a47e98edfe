"""What reading a file gives: figures one by one, areas as they come, and faults by row and column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, TypeVar

from kennisplatform.cijfers.models import Indicator
from kennisplatform.cijfers.vastleggen import Nieuwcijfer
from kennisplatform.tekst.tabelbestand import zegt_verborgen

MEESTE_FOUTEN: Final = 300  # kept to show; all are counted
OM_DE: Final = 250  # rows between two steps
Rij = TypeVar("Rij")


class Stapsoort(StrEnum):
    LEZEN = "lezen"
    SCHRIJVEN = "schrijven"


Stap = Callable[[Stapsoort, int, int], None]  # what, how many are done, of how many (0: not known)


def niemand_kijkt(wat: Stapsoort, gedaan: int, totaal: int) -> None:
    """For who does not want to know how far it is."""


def geteld(rijen: Iterable[Rij], totaal: int, stap: Stap) -> Iterator[Rij]:
    """The same rows, telling how far the reader is."""
    for nummer, rij in enumerate(rijen):
        if nummer % OM_DE == 0:
            stap(Stapsoort.LEZEN, nummer, totaal)
        yield rij


class Onleesbaar(Exception):
    """This file is none of the formats, or lacks what it needs; says what to do."""


@dataclass(frozen=True, slots=True)
class Invoerfout:
    rij: int
    kolom: str
    melding: str


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What somebody said with the file; the file itself goes first where it says more."""

    bestand: str
    bron: str = ""
    periode: str = ""
    groep: str = ""  # whom a file is about that does not say so: '18plus', '65plus'


@dataclass
class Cijferlezing:
    """`cijfers` is read once, while the file is: faults and areas are complete after that."""

    formaat: str
    bron: str
    cijfers: Iterator[Nieuwcijfer] = field(default_factory=lambda: iter(()))
    gebieden: dict[str, str] = field(default_factory=dict)  # code → name, of what the file is about
    maakt_gebieden: bool = True  # areas that we don't know yet are added
    fouten: list[Invoerfout] = field(default_factory=list)
    aantal_fouten: int = 0
    let_op: list[str] = field(default_factory=list)
    verborgen: list[int] = field(default_factory=list)  # rows so far that nobody saw in the file

    @property
    def zegt(self) -> list[str]:
        """What whoever takes it in has to know."""
        return [*self.let_op, *filter(None, [zegt_verborgen(self.verborgen)])]

    def fout(self, rij: int, kolom: str, melding: str) -> None:
        self.aantal_fouten += 1
        if len(self.fouten) < MEESTE_FOUTEN:
            self.fouten.append(Invoerfout(rij, kolom, melding))


def kolomboek() -> dict[str, str]:
    """Name of a column, in small letters and with '65plus: ' before it where it is of a group → code of indicator."""
    return {
        regel.strip().casefold(): code
        for code, regels in Indicator.objects.exclude(kolommen="").values_list("code", "kolommen")
        for regel in regels.splitlines()
        if regel.strip()
    }
