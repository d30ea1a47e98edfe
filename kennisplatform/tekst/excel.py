"""Rows of a workbook, read by a process that may die of it (excellezer.py): this one goes on, and knows why."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any, Final

from kennisplatform.tekst.excellezer import BLAD, ONLEESBAAR, uitpakken

WORTEL: Final = str(Path(__file__).resolve().parents[2])
LEZER: Final = (
    f"import sys; sys.path.append({WORTEL!r}); from kennisplatform.tekst.excellezer import antwoord; antwoord()"
)
Rij = list[Any]


class NietTeLezen(Exception):
    """No workbook, or a broken one."""


class TeWijd(Exception):
    """The reader died: what stands in a sheet stands further apart than there is room for."""


class Werkbladen(Iterator["Bladrijen"]):
    """Rows of each visible sheet, at most `meeste`. What is left unread of a sheet is passed over. Raises NietTeLezen or
    TeWijd, also while a sheet is read.
    """

    def __init__(self, rauw: bytes, meeste: int | None = None) -> None:
        self.lezer = _Lezer(rauw, meeste)

    def __next__(self) -> Bladrijen:
        while isinstance(self.lezer.volgende(), list):
            pass
        if not self.lezer.woord.startswith(BLAD):
            raise StopIteration
        boven, _spatie, weg = self.lezer.woord.removeprefix(BLAD).strip().partition(" ")
        self.lezer.begin()
        return Bladrijen(self.lezer, int(boven), [range(van, tot + 1) for van, tot in json.loads(weg)])


class Bladrijen(Iterator[Rij]):
    """`boven`: how many empty rows stand above the first."""

    def __init__(self, lezer: _Lezer, boven: int, weg: Sequence[range]) -> None:
        self.lezer, self.nummer, self.boven, self.weg = lezer, lezer.nummer, boven, weg

    def verborgen(self, rij: int) -> bool:
        """Nobody sees this row in the workbook; from 1."""
        return any(rij in reeks for reeks in self.weg)

    def __next__(self) -> Rij:
        if self.nummer == self.lezer.nummer and (rij := self.lezer.volgende()) is not None:
            return rij
        raise StopIteration


class _Lezer:
    """The process. It lives as long as somebody may still ask for a row."""

    def __init__(self, rauw: bytes, meeste: int | None) -> None:
        with tempfile.TemporaryFile() as bestand:
            bestand.write(rauw)
            bestand.seek(0)
            # -I and an empty environment: no secrets, no settings.
            opdracht = [sys.executable, "-I", "-c", LEZER, str(meeste or 0)]
            proces = subprocess.Popen(
                opdracht, stdin=bestand, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}
            )
        weakref.finalize(self, _ruim_op, proces)
        self.uit: IO[bytes] = proces.stdout  # type: ignore[assignment]  # a pipe was asked for
        self.woord, self.nummer = "", 0  # what it said after the last row, and how many sheets were begun

    def begin(self) -> None:
        self.woord, self.nummer = "", self.nummer + 1

    def volgende(self) -> Rij | None:
        """None: the sheet is at its end, and `woord` says what comes."""
        if self.woord:
            return None
        try:
            gezegd = json.loads(self.uit.readline(), object_hook=uitpakken)
        except ValueError:  # half a line, or none before the last word: it is gone
            raise TeWijd from None
        if isinstance(gezegd, list):
            return gezegd
        self.woord = gezegd
        if gezegd == ONLEESBAAR:
            raise NietTeLezen
        return None


def _ruim_op(proces: subprocess.Popen[bytes]) -> None:
    if proces.stdout:
        proces.stdout.close()
    proces.kill()
    proces.wait()
