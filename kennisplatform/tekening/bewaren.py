"""Drawings that are kept: in this process up to a size, and in Redis where there is one, for other processes as well.

What is kept goes with its note (what it shows, until when) and its place in the journal. Whether it may be shown is asked
each time; nothing is ever removed because something changed.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from django.conf import settings
from django.core.cache import caches

from kennisplatform.tekening.journaal import Houdbaarheid, journaal, onbeslist
from kennisplatform.tekening.notitie import Notitie
from kennisplatform.tekening.uitgave import uitgave

log = logging.getLogger(__name__)

DAG_S: Final = 86_400
EXTRA: Final = 400  # bytes that a kept thing costs beside its content
PER_DING: Final = 60


@dataclass
class Bewaring:
    inhoud: Any
    maat: int  # bytes, about
    dingen: frozenset[str]
    tot: float
    stand: int  # the journal's last line when the drawing began
    gezien: int = -1  # up to which line it was found true

    def oordeel(self) -> Houdbaarheid:
        boek = journaal()
        stand = boek.stand
        if self.gezien >= stand and boek.werkt and self.tot > time.time():
            return Houdbaarheid.WAAR  # no line since it was found true: only the clock could have changed it
        oordeel = boek.oordeel(self.dingen, self.stand, self.tot)
        if oordeel is Houdbaarheid.WAAR:
            self.gezien = stand
        return oordeel


class Kast:
    """The drawings of this process; the one asked for longest ago goes first."""

    def __init__(self, meeste: int) -> None:
        self.meeste = meeste  # bytes
        self._alle: OrderedDict[str, Bewaring] = OrderedDict()
        self._maat = 0
        self._slot = threading.Lock()

    def haal(self, sleutel: str) -> Bewaring | None:
        ding = self._alle.get(sleutel)
        if ding is not None:
            with contextlib.suppress(KeyError):  # another thread made room just now
                self._alle.move_to_end(sleutel)
        return ding

    def zet(self, sleutel: str, ding: Bewaring) -> None:
        with self._slot:
            oud = self._alle.pop(sleutel, None)
            self._alle[sleutel] = ding
            self._maat += _zwaar(ding) - (_zwaar(oud) if oud else 0)
            while self._maat > self.meeste and len(self._alle) > 1:
                self._maat -= _zwaar(self._alle.popitem(last=False)[1])

    def weg(self, *begin: str) -> None:
        """What is kept under names that begin so."""
        with self._slot:
            for sleutel in [s for s in self._alle if s.startswith(begin)]:
                self._maat -= _zwaar(self._alle.pop(sleutel))

    def leeg(self) -> None:
        with self._slot:
            self._alle.clear()
            self._maat = 0


def _zwaar(ding: Bewaring) -> int:
    return ding.maat + EXTRA + PER_DING * len(ding.dingen)


@lru_cache(maxsize=2)
def _kast(mb: int) -> Kast:
    return Kast(mb * 1024 * 1024)


def kast() -> Kast:
    return _kast(int(settings.TEKENING["MB"]))


def leeg() -> None:
    """Forget what this process keeps."""
    kast().leeg()


def mag() -> bool:
    """Is anything kept at all, and does this transaction see what everybody sees?"""
    if not settings.TEKENING["AAN"] or onbeslist():
        return False
    boek = journaal()
    boek.vers()
    return boek.werkt


def haal(sleutels: Iterable[str]) -> dict[str, Bewaring]:
    """What is kept under these keys, true or not: ask its `oordeel`."""
    if not mag():
        return {}
    hier = kast()
    gevonden = {sleutel: ding for sleutel in sleutels if (ding := hier.haal(sleutel))}
    if settings.TEKENING["URL"]:
        elders = [s for s in sleutels if s not in gevonden or gevonden[s].oordeel() is Houdbaarheid.WEG]
        for sleutel, ding in _van_elders(elders).items():
            hier.zet(sleutel, ding)
            gevonden[sleutel] = ding
    return gevonden


def zet(dingen: Mapping[str, tuple[Any, int]], notities: Mapping[str, Notitie], stand: int) -> dict[str, Bewaring]:
    """Keep each (content, bytes) with its note; `stand` is the journal's from before the drawing began."""
    gemaakt = {
        sleutel: Bewaring(
            inhoud, _maat(inhoud, maat), frozenset(notities[sleutel].dingen), notities[sleutel].tot, stand
        )
        for sleutel, (inhoud, maat) in dingen.items()
    }
    if mag():
        for sleutel, ding in gemaakt.items():
            kast().zet(sleutel, ding)
        _naar_elders(gemaakt)
    return gemaakt


def _maat(inhoud: Any, gezegd: int) -> int:
    """What is written out is weighed: a grid of 240 lines stood for the 2,000 bytes of a card, and nothing made room for it."""
    return sys.getsizeof(inhoud) if isinstance(inhoud, str | bytes) else gezegd


def naam_elders(sleutel: str) -> str:
    """Its name in the cache. Keys hold titles and addresses as people write them; a name in the cache may hold no space."""
    return f"tekening:{uitgave()}:{hashlib.blake2b(sleutel.encode(), digest_size=16).hexdigest()}"


def _van_elders(sleutels: list[str]) -> dict[str, Bewaring]:
    if not sleutels:
        return {}
    try:
        namen = {naam_elders(sleutel): sleutel for sleutel in sleutels}
        gevonden = caches["paginas"].get_many(namen)
    except Exception as fout:
        log.warning("kept drawings can't be read: %s", fout)
        return {}
    return {namen[naam]: ding for naam, ding in gevonden.items()}


def _naar_elders(dingen: Mapping[str, Bewaring]) -> None:
    if not settings.TEKENING["URL"] or not dingen:
        return
    try:
        caches["paginas"].set_many({naam_elders(sleutel): ding for sleutel, ding in dingen.items()}, DAG_S)
    except Exception as fout:
        log.warning("drawings can't be kept: %s", fout)
