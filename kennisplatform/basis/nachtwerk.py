"""What must happen every night, and all day: rooms bring theirs, `manage.py dagelijks` and `manage.py werker` do it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kennisplatform.kamers import gebracht

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Nachtwerk:
    """`doe()` may fail: that is logged and named, and the other work goes on."""

    naam: str
    doe: Callable[[], object]


@dataclass(frozen=True)
class Tussenwerk:
    """What goes on all day beside the readers: `manage.py werker` does it every so many seconds. May fail, likewise."""

    naam: str
    doe: Callable[[], object]
    elke_s: float


def doe_alles(eerst: Iterable[Nachtwerk] = ()) -> list[str]:
    """`eerst`, and then what the rooms brought. Returns the names of what failed: one that fails must not keep the
    others from their work (a search engine that is away may not make us keep what has to be forgotten).
    """
    mis = []
    for werk in (*eerst, *gebracht(Nachtwerk)):
        try:
            werk.doe()
        except Exception:
            log.exception("nightly work %s failed", werk.naam)
            mis.append(werk.naam)
    return mis
