"""manage.py verwerkwachtrij: bring the search index up to date (cron, or a worker with --blijf)."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ...motor import motoren
from ...poort import ZoekFout
from ...wachtrij import doe_voorwerk, geduldig, verwerk


class Command(BaseCommand):
    help = "Apply what waits in the search outbox."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--blijf", type=float, metavar="SECONDEN", help="stay, and look again after so long")
        parser.add_argument("--ruim-op", action="store_true", help="also delete files no longer needed (nightly)")

    def handle(self, *args: Any, **options: Any) -> None:
        while True:
            try:
                doe_voorwerk()
                aantal = verwerk(stil=True) if options["blijf"] else geduldig(verwerk)
                if options["ruim_op"]:
                    for motor in motoren():
                        geduldig(motor.ruim_op)
            except ZoekFout as fout:
                raise CommandError(f"de rijen blijven staan: {fout}") from fout
            if aantal or not options["blijf"]:
                self.stdout.write(f"{aantal} rijen verwerkt")
            if not options["blijf"]:
                return
            time.sleep(options["blijf"])
