"""The log of a production site: a JSON line each, without anybody's address, and a fault once a minute with its count.

`LOG_VORM=tekst` leaves lines as Python writes them: for who builds.
"""

from __future__ import annotations

import atexit
import datetime as dt
import json
import logging
import threading
import time
import traceback
from dataclasses import dataclass
from typing import Any, Final

PER_S: Final = 60.0
MEESTE_TEKENS: Final = 8000
MEESTE: Final = 500  # different faults that are counted at once; more is a flood of another kind


def tijd(seconden: float) -> str:
    return dt.datetime.fromtimestamp(seconden, dt.UTC).astimezone().isoformat(timespec="milliseconds")


def regel(**velden: Any) -> str:
    return json.dumps(velden, ensure_ascii=False, default=str)


def _schoon(tekst: str) -> str:
    # It reads the addresses of the site, which come after logging.
    from kennisplatform.beheer import maskeren  # noqa: PLC0415

    try:
        return maskeren.tekst(tekst)
    except Exception:  # its addresses themselves are the fault; that has to be told, whatever else stands in it
        return tekst


def _kort(fout: str) -> str:
    """Some faults hold every address of the site; what went wrong stands at the end."""
    if len(fout) <= MEESTE_TEKENS:
        return fout
    kwart = MEESTE_TEKENS // 4
    return f"{fout[:kwart]} […] {fout[-3 * kwart :]}"


class Vorm(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        velden: dict[str, Any] = {
            "tijd": tijd(record.created),
            "niveau": record.levelname,
            "bron": record.name,
            "melding": _schoon(record.getMessage()),
        }
        if record.exc_info and record.exc_info[0]:
            velden["fout"] = _kort(_schoon("".join(traceback.format_exception(*record.exc_info))))
        if keer := getattr(record, "keer", 0):
            velden["keer"] = keer
        return regel(**velden)


class ZonderSpoor(logging.Filter):
    """Somebody who may not was told so: that is a line, with the address. Where our own code said it is no fault of it."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno < logging.ERROR:
            record.exc_info = record.exc_text = None
        return True


@dataclass
class _Fout:
    tot: float
    laatste: logging.LogRecord
    verzwegen: int = 0


class EensPerMinuut(logging.StreamHandler[Any]):
    """The first of a fault is written at once; the same ones of the next minute are one line, with how many."""

    def __init__(self, per_s: float = PER_S) -> None:
        super().__init__()
        self.per_s = per_s
        self.fouten: dict[tuple[Any, ...], _Fout] = {}
        self.slot = threading.Lock()
        self.setFormatter(Vorm())
        atexit.register(self.af)

    def emit(self, record: logging.LogRecord) -> None:
        for later in self._wat_nu(record):
            self.schrijf(later)

    def schrijf(self, record: logging.LogRecord) -> None:
        super().emit(record)

    def _wat_nu(self, record: logging.LogRecord) -> list[logging.LogRecord]:
        nu, sleutel = time.monotonic(), _soort(record)
        with self.slot:
            uit = self._rijp(nu)
            fout = self.fouten.get(sleutel)
            if record.levelno < logging.WARNING or (fout is None and len(self.fouten) >= MEESTE):
                return [*uit, record]
            if fout is None:
                self.fouten[sleutel] = _Fout(nu + self.per_s, record)
                return [*uit, record]
            fout.verzwegen, fout.laatste = fout.verzwegen + 1, record
            return uit

    def _rijp(self, nu: float) -> list[logging.LogRecord]:
        """Those whose minute is over: the last of each, with how many there were; who came once is forgotten."""
        uit = []
        for sleutel, fout in list(self.fouten.items()):
            if fout.tot <= nu:
                del self.fouten[sleutel]
                if fout.verzwegen:
                    fout.laatste.keer = fout.verzwegen
                    uit.append(fout.laatste)
                    self.fouten[sleutel] = _Fout(nu + self.per_s, fout.laatste)
        return uit

    def af(self) -> None:
        """What was counted and not yet said, when the process ends."""
        with self.slot:
            over = self._rijp(float("inf"))
            self.fouten.clear()
        for record in over:
            self.schrijf(record)


def _soort(record: logging.LogRecord) -> tuple[Any, ...]:
    """Where it was said, and where what went wrong went wrong."""
    plek: tuple[Any, ...] = ()
    if record.exc_info and record.exc_info[2]:
        laatste = traceback.extract_tb(record.exc_info[2])[-1:]
        plek = (record.exc_info[0], *((stap.filename, stap.lineno) for stap in laatste))
    return record.name, record.levelno, record.pathname, record.lineno, plek
