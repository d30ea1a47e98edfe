"""manage.py zoekbescheiden: how often search seems sure of what is not here, and how often it is too modest about what is.

Two files of questions, one a line: kan.tsv that the site answers, kan_niet.tsv that it can not. On the site's own content.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ...antwoord.vraag import Vraag, schone_tekst
from ...bron import alle_documenten
from ...poort import Motor, ZoekFout
from ...taal.aanvulling import zonder
from ...wegwerp import MOTOREN, wegwerpmotor

STANDAARD = Path("tests/zoeken/niets")


@dataclass(frozen=True)
class Bescheidenheid:
    aantal: int
    fout: tuple[str, ...]

    @property
    def deel(self) -> float:
        return len(self.fout) / self.aantal if self.aantal else 0.0


def _meet(bestand: Path, fout: Callable[[str], bool]) -> Bescheidenheid:
    try:
        vragen = [r.strip() for r in bestand.read_text("utf-8-sig").splitlines() if r.strip() and not r.startswith("#")]
    except (OSError, UnicodeDecodeError) as weg:
        raise CommandError(f"{bestand}: {weg}") from weg
    return Bescheidenheid(len(vragen), tuple(vraag for vraag in vragen if fout(vraag)))


def meet(motor: Motor, plek: Path) -> tuple[Bescheidenheid, Bescheidenheid]:
    """(false certainty, false modesty) of an engine that is filled."""

    def niets(tekst: str) -> bool:
        return motor.zoek(Vraag(tekst=schone_tekst(tekst))).niets_precies

    return _meet(plek / "kan_niet.tsv", lambda tekst: not niets(tekst)), _meet(plek / "kan.tsv", niets)


class Command(BaseCommand):
    help = (
        "Measure how often 'nothing is precisely about this' is said wrongly, and how often it should have been said."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--map", type=Path, default=STANDAARD, help="the folder of kan.tsv and kan_niet.tsv")
        parser.add_argument("--motor", choices=MOTOREN, default="tantivy")
        parser.add_argument("--fouten", action="store_true", help="also name the questions that went wrong")

    def handle(self, *args: Any, **opties: Any) -> None:
        try:
            with zonder(), wegwerpmotor(opties["motor"]) as motor:
                motor.herbouw(alle_documenten())
                gemeten = meet(motor, opties["map"])
        except ZoekFout as fout:
            raise CommandError(str(fout)) from fout
        for naam, meting in zip(("valse zekerheid", "valse bescheidenheid"), gemeten, strict=True):
            self.stdout.write(f"{naam}: {len(meting.fout)} van {meting.aantal} ({meting.deel:.1%})")
            for vraag in meting.fout if opties["fouten"] else ():
                self.stdout.write(f"    {vraag}")
