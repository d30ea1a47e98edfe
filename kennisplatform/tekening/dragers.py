"""Where the journal's lines stand: a stream in Redis, or a file that the processes of one machine share."""

from __future__ import annotations

import fcntl
import os
import time
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import redis

from kennisplatform.tekening.journaal import DragerWeg, Journaalregel
from kennisplatform.tekening.notitie import ALLES

WACHT_S: Final = 0.25  # readers and writers wait for it
STROOM: Final = "tekening:journaal"
LENGTE: Final = 20_000  # lines that Redis keeps: hours of a busy site
BITS: Final = 20  # a stream's id is milliseconds and a number within one
GROOTSTE: Final = 4 * 1024 * 1024  # bytes of the file before it begins anew
TOTAAL: Final = 1_000  # lines read at once
RONDE: Final = 44  # bits of a place in the file; above them, how often this process began to read
PLEK: Final = (1 << RONDE) - 1


class RedisDrager:
    """A stream has places that only go up, and gives what came after one in a single question."""

    def __init__(self, url: str) -> None:
        self._redis = redis.Redis.from_url(url, socket_timeout=WACHT_S, socket_connect_timeout=WACHT_S)

    def lees(self, na: int) -> list[Journaalregel] | None:
        uit: list[Journaalregel] = []
        while True:
            rij = self._vraag("xrange", STROOM, min=f"({_plek(na)}", max="+", count=TOTAAL)
            uit += [_regel(sleutel, velden) for sleutel, velden in rij]
            if len(rij) < TOTAAL:
                return uit if len(uit) < LENGTE else None
            na = uit[-1].stand

    def schrijf(self, dingen: Iterable[str], hard: bool) -> None:
        self._vraag("xadd", STROOM, _velden(dingen, hard), maxlen=LENGTE, approximate=True)
        if self._vraag("xlen", STROOM) == 1:  # Redis was emptied: whoever kept something heard nothing of it
            self._vraag("xadd", STROOM, _velden([ALLES], hard=True))

    def bekend(self) -> tuple[int, list[Journaalregel]]:
        rij = self._vraag("xrange", STROOM)
        regels = [_regel(sleutel, velden) for sleutel, velden in rij]
        return (regels[0].stand if len(regels) >= LENGTE else 0), regels

    def _vraag(self, naam: str, *args: Any, **kwargs: Any) -> Any:
        try:
            return getattr(self._redis, naam)(*args, **kwargs)
        except (redis.RedisError, OSError) as fout:
            raise DragerWeg(str(fout)) from fout


def _velden(dingen: Iterable[str], hard: bool) -> dict[Any, Any]:
    return {"d": " ".join(dingen), "h": int(hard)}


def _getal(sleutel: bytes) -> int:
    ms, nummer = sleutel.decode().split("-")
    return (int(ms) << BITS) + int(nummer)


def _plek(stand: int) -> str:
    stand = max(stand, 0)
    return f"{stand >> BITS}-{stand & ((1 << BITS) - 1)}"


def _regel(sleutel: bytes, velden: dict[bytes, bytes]) -> Journaalregel:
    stand = _getal(sleutel)
    return Journaalregel(stand, (stand >> BITS) / 1000, velden[b"h"] == b"1", tuple(velden[b"d"].decode().split()))


class BestandDrager:
    """Lines at the end of a file: whether there are new ones is its size. The place of a line is where it ends.

    The first line names the file: one that was begun anew may have any size. Each time that this process begins to
    read, places are higher than all before.
    """

    def __init__(self, map_: str) -> None:
        self._pad = Path(map_) / "journaal"
        self._slot = Path(map_) / "journaal.slot"
        self._naam = b""
        self._ronde = 0

    def lees(self, na: int) -> list[Journaalregel] | None:
        plek = na & PLEK
        try:
            grootte = self._pad.stat().st_size
            if grootte == plek:
                return []
            with self._pad.open("rb") as bestand:
                if grootte < plek or bestand.readline() != self._naam:
                    return None
                bestand.seek(plek)
                return list(_regels(bestand.read(grootte - plek), na))
        except FileNotFoundError:
            return None
        except OSError as fout:
            raise DragerWeg(str(fout)) from fout

    def schrijf(self, dingen: Iterable[str], hard: bool) -> None:
        regel = f"{time.time():.3f} {int(hard)} {' '.join(dingen)}\n".encode()
        with self._alleen():
            if not self._pad.exists() or self._pad.stat().st_size > GROOTSTE:
                self._begin()
            with self._pad.open("ab") as bestand:
                bestand.write(regel)

    def bekend(self) -> tuple[int, list[Journaalregel]]:
        """Nothing of before: each process keeps its own drawings, and this one begins."""
        try:
            if not self._pad.exists():
                with self._alleen():
                    self._begin()
            with self._pad.open("rb") as bestand:
                self._naam = bestand.readline()
                grootte = bestand.seek(0, os.SEEK_END)
        except OSError as fout:
            raise DragerWeg(str(fout)) from fout
        self._ronde += 1
        return (self._ronde << RONDE) + grootte, []

    def _begin(self) -> None:
        nieuw = self._pad.with_suffix(".nieuw")
        nieuw.write_text(f"{uuid.uuid4().hex}\n")
        nieuw.replace(self._pad)

    @contextmanager
    def _alleen(self) -> Iterator[None]:
        """One writer at a time: a line added to a file that was just replaced would be lost."""
        try:
            self._slot.parent.mkdir(parents=True, exist_ok=True)
            with self._slot.open("w") as slot:
                fcntl.flock(slot, fcntl.LOCK_EX)
                yield
        except OSError as fout:
            raise DragerWeg(str(fout)) from fout


def _regels(inhoud: bytes, vanaf: int) -> Iterator[Journaalregel]:
    for rij in inhoud[: inhoud.rfind(b"\n") + 1].splitlines(keepends=True):  # the last may be half written
        vanaf += len(rij)
        moment, hard, *dingen = rij.decode().split()
        yield Journaalregel(vanaf, float(moment), hard == "1", tuple(dingen))
