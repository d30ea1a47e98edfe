"""manage.py herindex: rebuild the public search index beside the live one and swap it."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ... import bron
from ...motor import ZoekFout, gezond
from ...wachtrij import herbouw_alles


class Command(BaseCommand):
    help = "Rebuild the public search index beside the live one and swap it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--zo-nodig", action="store_true", help="only when there is no usable index")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["zo_nodig"] and gezond():
            self.stdout.write("zoekindex is in orde")
            return
        begin = time.monotonic()
        verwacht = bron.aantal_openbaar()
        self.stdout.write(f"{verwacht} dingen om op te nemen, ongeveer {max(1, verwacht // 700)} s")

        def voortgang(gedaan: int) -> None:
            self.stdout.write(f"  {gedaan} van {verwacht}")

        try:
            aantal = herbouw_alles(voortgang if options["verbosity"] else None)
        except ZoekFout as fout:
            raise CommandError(str(fout)) from fout
        self.stdout.write(self.style.SUCCESS(f"{aantal} documenten in {time.monotonic() - begin:.1f} s"))
