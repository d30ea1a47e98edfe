from __future__ import annotations

import datetime as dt
import logging
import signal
import threading
import time
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from kennisplatform.basis.nachtwerk import Tussenwerk
from kennisplatform.beheer.leeft import hartslag
from kennisplatform.kamers import gebracht

log = logging.getLogger(__name__)
STAP_S: Final = 2.0


class Command(BaseCommand):
    help = (
        "Blijft draaien en doet wat tussen de bezoeken door moet: post die bleef liggen, de zoekwachtrij, meldingen. Met "
        "--nacht in plaats daarvan elke nacht 'dagelijks', om NACHT_OM (waar cron of een timer dat niet doet)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--nacht", action="store_true")
        parser.add_argument("--eenmaal", action="store_true", help="alles één keer, en klaar")

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        if threading.current_thread() is threading.main_thread():
            for teken in (signal.SIGTERM, signal.SIGINT):
                signal.signal(teken, lambda *_: stop.set())
        if options["nacht"]:
            nachten(stop, zeg=self.stdout.write)
        else:
            tussendoor(stop, eenmaal=options["eenmaal"])


def tussendoor(stop: threading.Event, *, eenmaal: bool) -> None:
    """Each piece when it is due; one that fails is logged and tried again in its turn, and keeps no other waiting."""
    werk = gebracht(Tussenwerk)
    wanneer = dict.fromkeys((ding.naam for ding in werk), 0.0)
    slag = hartslag(settings.VAR, "werker")
    while not stop.is_set():
        for ding in werk:
            if stop.is_set() or wanneer[ding.naam] > time.monotonic():
                continue
            try:
                ding.doe()
            except Exception:
                log.exception("%s failed", ding.naam)
            wanneer[ding.naam] = time.monotonic() + ding.elke_s
            close_old_connections()
            _klop(slag)
        if eenmaal:
            return
        stop.wait(STAP_S)
        _klop(slag)


def _klop(slag: Path) -> None:
    try:
        slag.touch()
    except OSError:  # a full disk is told elsewhere
        log.warning("a sign of life could not be written: %s", slag.name)


def nachten(stop: threading.Event, *, zeg: Any) -> None:
    slag = hartslag(settings.VAR, "nacht")
    while not stop.is_set():
        straks = volgende(timezone.localtime(), settings.NACHT_OM)
        zeg(f"dagelijks: om {straks:%Y-%m-%d %H:%M}")
        while not stop.is_set() and timezone.localtime() < straks:  # looked at again and again: a clock may be set
            _klop(slag)
            stop.wait(min(60.0, max(0.1, (straks - timezone.localtime()).total_seconds())))
        if stop.is_set():
            return
        try:
            call_command("dagelijks")
        except CommandError as fout:
            log.error("the night's work: %s", fout)
        except Exception:
            log.exception("the night's work could not begin")
        close_old_connections()


def volgende(nu: dt.datetime, om: str) -> dt.datetime:
    """The next time that the clock on the wall says so, also in the nights when it is put forward or back."""
    uur, minuut = (int(deel) for deel in om.split(":"))
    muur = nu.replace(tzinfo=None)
    straks = muur.replace(hour=uur, minute=minuut, second=0, microsecond=0)
    if straks <= muur:
        straks += dt.timedelta(days=1)
    return timezone.make_aware(straks)
