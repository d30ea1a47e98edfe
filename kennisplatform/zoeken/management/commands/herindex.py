"""manage.py herindex: rebuild the public search index beside the live one and swap it."""

from __future__ import annotations

import sys
import time
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ... import bron
from ...motor import motoren
from ...poort import Motor, ZoekFout
from ...wachtrij import herbouw

BALK: Final = 30  # characters


class Command(BaseCommand):
    help = "Rebuild the public search index of every engine beside the live one and swap it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--zo-nodig", action="store_true", help="only where there is no usable index")

    def handle(self, *args: Any, **options: Any) -> None:
        nodig = [motor for motor in motoren() if not (options["zo_nodig"] and motor.gezond())]
        if not nodig:
            self.stdout.write("zoekindex is in orde")
            return
        fouten = []
        for motor in nodig:
            try:
                self._herbouw(motor, bool(options["verbosity"]))
            except ZoekFout as fout:  # the other engine still gets its index
                fouten.append(f"{motor.naam}: {fout}")
        if fouten:
            raise CommandError("; ".join(fouten))

    def _herbouw(self, motor: Motor, praat: bool) -> None:
        begin = time.monotonic()
        verwacht = bron.aantal_openbaar()
        if praat:
            self.stdout.write(f"{motor.naam}: {verwacht} dingen om op te nemen")

        def voortgang(gedaan: int) -> None:
            duur = time.monotonic() - begin
            rest = duur / gedaan * max(0, verwacht - gedaan)
            vol = BALK * gedaan // max(gedaan, verwacht)
            # On a terminal one line that grows, in a log a line a step.
            eind = "\n" if gedaan >= verwacht or not sys.stdout.isatty() else "\r"
            balk = "█" * vol + "░" * (BALK - vol)
            self.stdout.write(f"  {balk} {gedaan} van {verwacht}, nog ongeveer {rest:.0f} s ", ending=eind)

        aantal = herbouw(motor, voortgang if praat else None)
        self.stdout.write(self.style.SUCCESS(f"{motor.naam}: {aantal} documenten in {time.monotonic() - begin:.1f} s"))
