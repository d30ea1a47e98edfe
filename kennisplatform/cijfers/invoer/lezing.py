"""What reading a file gives: figures one by one, areas as they come, and faults by row and column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kennisplatform.cijfers.models import Indicator
from kennisplatform.cijfers.vastleggen import Nieuwcijfer

MEESTE_FOUTEN: Final = 300  # kept to show; all are counted


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
