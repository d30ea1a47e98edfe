"""What the mail server took, written down before the database knows it.

Between the server's 'ok' and our commit stand a few milliseconds, with a locked or vanished database much longer. Who
is killed there would send once more. So the Message-ID goes into a file first, by one write of a file that is already
open: it survives the process, though not a power cut. Read only for messages that were begun before. Each web server
has its own file; what one sent and another sends again carries the same Message-ID, which mail servers drop.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from types import TracebackType
from typing import Final

from django.conf import settings
from django.utils import timezone

from . import spool

logger = logging.getLogger(__name__)

BEWAAR_DAGEN: Final = 30


def _map() -> Path | None:
    return Path(settings.POST["DAGBOEK"]) if settings.POST["DAGBOEK"] else None


class Dagboek:
    """Open for one batch."""

    def __init__(self) -> None:
        self._bestand: int | None = None

    def __enter__(self) -> Dagboek:
        if map_ := _map():
            try:
                map_.mkdir(parents=True, exist_ok=True, mode=0o700)
                pad = map_ / f"verstuurd-{timezone.now():%Y-%m-%d}.log"
                self._bestand = os.open(pad, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            except OSError as fout:  # poorer, not broken
                logger.error("the mail journal can not be opened: %s", fout)
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        if self._bestand is not None:
            os.close(self._bestand)

    def noteer(self, berichtid: str) -> None:
        if self._bestand is None:
            return
        try:
            # A line of its own even behind one that a power cut left unfinished.
            os.write(self._bestand, f"\n{berichtid}\n".encode())
        except OSError as fout:
            logger.error("the mail journal can not be written: %s", fout)


def gelezen() -> set[str]:
    """Every Message-ID that left this machine in the last month."""
    map_ = _map()
    if map_ is None or not map_.is_dir():
        return set()
    regels: set[str] = set()
    for bestand in map_.glob("verstuurd-*.log"):
        regels.update(bestand.read_text(encoding="utf-8", errors="replace").split())
    return regels


def ruim_op() -> None:
    map_ = _map()
    if map_ is None or not map_.is_dir():
        return
    for bestand in map_.glob("verstuurd-*.log"):
        if spool.ouder_dan(bestand, BEWAAR_DAGEN * 86_400):
            bestand.unlink(missing_ok=True)
