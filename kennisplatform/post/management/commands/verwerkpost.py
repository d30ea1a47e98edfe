"""manage.py verwerkpost: send what waits in the mail outbox (cron, or a worker with --blijf)."""

from __future__ import annotations

import logging
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error, close_old_connections

from ...wachtrij import verwerk

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Verstuurt wat in de wachtrij van de post staat."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--blijf", type=float, nargs="?", const=10.0, metavar="SECONDEN", help="blijf, en kijk zo vaak opnieuw (10)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        while (wacht := options["blijf"]) is not None:
            try:
                verwerk()
            except Error:  # a database that is away for a while must not end the worker
                logger.exception("the mail outbox could not be drained, rows wait")
            close_old_connections()
            time.sleep(wacht)
        uitslag = verwerk()
        self.stdout.write(f"{uitslag.verstuurd} verstuurd, {uitslag.later} later opnieuw, {uitslag.mislukt} mislukt")
        if uitslag.onbereikbaar:
            raise CommandError("de mailserver is niet bereikbaar; de berichten blijven staan")
