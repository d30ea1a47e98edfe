"""An engine with another behind it: when the first is slow or away the second answers, from the same plan."""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections.abc import Callable
from typing import Final, TypeVar

from django.utils import timezone

from kennisplatform.tekening.notitie import geldig_tot

from .antwoord.uitleg import Uitleg
from .antwoord.vraag import Antwoord, Vraag, Zoeksuggestie
from .poort import IndexStuk, Motor, ZoekFout

logger = logging.getLogger(__name__)

RUST_S: Final = 5.0  # seconds that an engine which failed is left alone: readers must not wait for it one by one
T = TypeVar("T")


class MetReserve:
    """`eerste` answers while it can. Both are kept up to date, each from its own rows in the outbox: write to `delen`."""

    def __init__(self, eerste: Motor, tweede: Motor) -> None:
        self.eerste, self.tweede = eerste, tweede
        self.naam = eerste.naam
        self._rust_tot = 0.0

    @property
    def delen(self) -> tuple[Motor, Motor]:
        return self.eerste, self.tweede

    def _vraag(self, doe: Callable[[Motor], T]) -> T:
        fout: ZoekFout | None = None
        if time.monotonic() >= self._rust_tot:
            try:
                return doe(self.eerste)
            except ZoekFout as eerste_fout:
                self._rust_tot = time.monotonic() + RUST_S
                logger.error("%s fails (%s), %s answers", self.eerste.naam, eerste_fout, self.tweede.naam)
                fout = eerste_fout
        geldig_tot(
            timezone.now() + dt.timedelta(seconds=RUST_S)
        )  # equals may stand in another order than the first gives
        try:
            return doe(self.tweede)
        except ZoekFout as tweede_fout:
            # A missing index can be mended; say so when it is the first engine's.
            raise (fout if isinstance(fout, IndexStuk) else tweede_fout) from tweede_fout

    def zoek(self, vraag: Vraag) -> Antwoord:
        return self._vraag(lambda motor: motor.zoek(vraag))

    def suggereer(self, tekst: str, taal: str = "nl", n: int = 8) -> list[Zoeksuggestie]:
        return self._vraag(lambda motor: motor.suggereer(tekst, taal, n))

    def leg_uit(self, vraag: Vraag) -> Uitleg:
        return self._vraag(lambda motor: motor.leg_uit(vraag))

    def aantal(self) -> int:
        return self._vraag(lambda motor: motor.aantal())

    def gezond(self) -> bool:
        return all(motor.gezond() for motor in self.delen)
