"""manage.py crisisproef: how many sentences of need show the help panel, and how many of play do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ...taal.aanvulling import zonder
from ...taal.crisis import geraakt

NOOD, SPEL = "ja", "nee"
NAAM: Final = {NOOD: "nood", SPEL: "spel"}


def lees_zinnen(bestand: Path) -> Iterator[tuple[str, str]]:
    """(ja or nee, sentence) of each line; blank lines and those that begin with # are left alone."""
    try:
        regels = bestand.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as fout:
        raise CommandError(f"{bestand}: {fout}") from fout
    for nummer, regel in enumerate(regels, start=1):
        if not regel.strip() or regel.startswith("#"):
            continue
        soort, tab, zin = regel.partition("\t")
        if not tab or soort not in NAAM or not zin.strip():
            raise CommandError(f"{bestand}:{nummer}: verwacht ja of nee, een tab en een zin")
        yield soort, zin.strip()


class Command(BaseCommand):
    help = "Lines 'ja|nee<TAB>sentence': count the sentences that show the help panel; by the shipped rules alone."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("zinnen", type=Path, metavar="ZINNEN.tsv")

    def handle(self, *args: Any, **opties: Any) -> None:
        zinnen = list(lees_zinnen(opties["zinnen"]))
        with zonder():
            regels = [(soort, zin, geraakt(zin)) for soort, zin in zinnen]
        for soort, naam in NAAM.items():
            getoond = [bool(regel) for s, _, regel in regels if s == soort]
            deel = sum(getoond) / len(getoond) if getoond else 0.0
            self.stdout.write(f"{naam}: {sum(getoond)} van {len(getoond)} tonen hulp ({deel:.1%})")
        for soort, zin, regel in regels:
            if bool(regel) != (soort == NOOD):
                waarom = f"  ← {regel.soort}, {regel.taal}: {regel.zin}" if regel else ""
                self.stdout.write(f"fout ({NAAM[soort]}): {zin}{waarom}")
