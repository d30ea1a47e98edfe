"""What changed, in order, read by every process: so that each knows which of its kept drawings are still true.

One line a change: when, what, and whether an old drawing may be shown for a moment longer ('zacht', a publication) or
not at all ('hard': withdrawn, restricted, deleted). Each process reads the lines it has not seen before it answers, and
remembers per thing the last line that named it. A drawing made at line n is true as long as none of its things was
named after n. Nothing is looked for and nothing is thrown away.

The lines stand in Redis where there is one, else in a file that the processes of this machine share (dragers.py).
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final, Protocol

from django.conf import settings

from kennisplatform.naderhand import na_commit, wacht
from kennisplatform.tekening.notitie import ALLES

log = logging.getLogger(__name__)

ZACHT_S: Final = 2.0  # an old drawing serves others at most this long while somebody draws the new one
PROBEER_S: Final = 1.0  # after a failure: how long before the carrier is asked again
VERGETEN: Final = "forgetting kept drawings"
MEESTE: Final = 200_000  # things remembered; after that all is forgotten once


class DragerWeg(Exception):
    """Where the lines stand doesn't answer."""


@dataclass(frozen=True)
class Journaalregel:
    stand: int  # its place; a later line has a higher one
    moment: float  # seconds since 1970
    hard: bool
    dingen: tuple[str, ...]


class Drager(Protocol):
    def lees(self, na: int) -> list[Journaalregel] | None:
        """Lines after this place; None: some of them are gone, so nobody can tell. Raises DragerWeg."""

    def schrijf(self, dingen: Iterable[str], hard: bool) -> None:
        """Adds a line. Raises DragerWeg."""

    def bekend(self) -> tuple[int, list[Journaalregel]]:
        """From which place on everything is known, and the lines since then. Raises DragerWeg."""


class Houdbaarheid(Enum):
    WAAR = "true"
    OUD = "changed a moment ago; may be shown while somebody draws the new one"
    WEG = "not to be shown"


class Journaal:
    """One per process. Threads share it: reading new lines holds a lock, asking does not."""

    def __init__(self, drager: Drager) -> None:
        self.drager = drager
        self.stand = -1  # the last line that was read
        self.begin = 0  # drawings from before this are unknown
        self._laatst: dict[str, tuple[int, float]] = {}
        self._hard: dict[str, int] = {}
        self._slot = threading.Lock()
        self.werkt = True
        self._weg_tot = 0.0
        self._gelezen = 0.0

    def vers(self) -> None:
        """For what runs longer than a request, such as the work of the night: as new as a second."""
        if time.monotonic() - self._gelezen > PROBEER_S:
            self.bij()

    def bij(self) -> bool:
        """Read what is new; once a request. False: the carrier is away, nothing that was kept may be shown."""
        with self._slot:
            if self._weg_tot and time.monotonic() < self._weg_tot:
                return False
            try:
                self._lees()
            except DragerWeg as fout:
                self._verlies(fout)
                return False
            return True

    def meld(self, dingen: Iterable[str], *, hard: bool) -> None:
        """These changed just now. Never raises: what can't be written makes everything unknown until it can."""
        rij = sorted(set(dingen))
        with self._slot:
            if self._weg_tot and time.monotonic() < self._weg_tot:
                return  # away a moment ago: nobody waits for it again, and all is unknown until it is back
            try:
                self.drager.schrijf(rij, hard)
                self._lees()
            except DragerWeg as fout:
                self._verlies(fout)

    def oordeel(self, dingen: Iterable[str], stand: int, tot: float) -> Houdbaarheid:
        """May a drawing of these things, made when line `stand` was the last, still be shown?"""
        nu, laatst, uit = time.time(), self._laatst, Houdbaarheid.WAAR  # the lines first: `begin` moves before they go
        if not self.werkt or stand < self.begin or tot <= nu:
            return Houdbaarheid.WEG
        for ding in dingen:
            regel = laatst.get(ding)
            if regel is None or regel[0] <= stand:
                continue
            if self._hard.get(ding, -1) > stand or nu - regel[1] > ZACHT_S:
                return Houdbaarheid.WEG
            uit = Houdbaarheid.OUD
        return uit

    def _lees(self) -> None:
        if self._weg_tot:  # back: what others told meanwhile may be lost
            self.drager.schrijf([ALLES], hard=True)
            self._weg_tot, self.werkt = 0.0, True
            self._vergeet()
        nieuw = self.drager.lees(self.stand) if self.stand >= 0 else None
        self._gelezen = time.monotonic()
        if nieuw is None:
            self._vergeet()
            return
        for regel in nieuw:
            self._neem_op(regel)
        if len(self._laatst) > MEESTE:
            self.begin = self.stand
            self._laatst, self._hard = {}, {}

    def _neem_op(self, regel: Journaalregel) -> None:
        for ding in regel.dingen:
            self._laatst[ding] = (regel.stand, regel.moment)
            if regel.hard:
                self._hard[ding] = regel.stand
        self.stand = regel.stand

    def _vergeet(self) -> None:
        """Begin again with what the carrier still knows; what was drawn before that is not known to be true."""
        begin, regels = self.drager.bekend()
        self.begin = self.stand = max(begin, 0)
        self._laatst, self._hard = {}, {}
        for regel in regels:
            self._neem_op(regel)

    def _verlies(self, fout: DragerWeg) -> None:
        if self.werkt:
            log.warning("kept drawings can't be trusted, each page is drawn anew: %s", fout)
        self._weg_tot, self.werkt = time.monotonic() + PROBEER_S, False


@lru_cache(maxsize=8)
def _journaal(url: str, map_: str) -> Journaal:
    from kennisplatform.tekening.dragers import BestandDrager, RedisDrager  # noqa: PLC0415  it imports this module

    return Journaal(RedisDrager(url) if url else BestandDrager(map_))


def journaal() -> Journaal:
    return _journaal(str(settings.TEKENING["URL"]), str(settings.TEKENING["MAP"]))


def veranderd(*dingen: str, hard: bool = False) -> None:
    """These things changed: drawings that show them are forgotten once the change is committed.

    `hard`: at once, for what may not be seen any more.
    """
    if dingen:
        na_commit(Nieuws(dingen, hard), VERGETEN)


@dataclass(frozen=True)
class Nieuws:
    """What runs when the change is committed."""

    dingen: tuple[str, ...]
    hard: bool

    def __call__(self) -> None:
        journaal().meld(self.dingen, hard=self.hard)


def onbeslist() -> bool:
    """Did this transaction change what nobody else sees yet? What it draws is neither kept nor taken from there."""
    return wacht(Nieuws)
