"""After a commit: the one way to do something on the side, so that nothing optional can spoil what was accepted.

`na_commit(work, "what it is")` runs when the transaction stands, with a deadline, and never raises: what fails is logged
under its name, and the next one is done. Whoever asks something of another machine asks `rest()` how long it may take
(the search cluster's transport does, and so do the caches by their own limits). `tests/test_naderhand.py` holds that
nothing else in the code says `on_commit`, and lets each of these fail.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Final

from django.db import connections, transaction

log = logging.getLogger(__name__)

TERMIJN_S: Final = 0.7  # together with a cache that hangs (geheugen.py) less than the second that a writer may wait
LANG_S: Final = 1.0
OPRUIMEN_S: Final = 0.2
LAATST: Final = 12  # lines of a transaction that are looked back on for the same one

_tot: ContextVar[float | None] = ContextVar("naderhand_tot", default=None)
_laat_los: ContextVar[bool] = ContextVar("naderhand_laat_los", default=False)


def rest() -> float | None:
    """Seconds that are left (never less than 0); None where nobody waits, as in a command or a thread beside the request."""
    tot = _tot.get()
    return None if tot is None else max(0.0, tot - time.monotonic())


@contextmanager
def termijn(seconden: float) -> Iterator[None]:
    """Within it nobody waits longer; a shorter one that runs already stays."""
    eerder, nieuw = _tot.get(), time.monotonic() + seconden
    merk = _tot.set(nieuw if eerder is None else min(eerder, nieuw))
    try:
        yield
    finally:
        _tot.reset(merk)


@contextmanager
def nog_even(seconden: float = OPRUIMEN_S) -> Iterator[None]:
    """For letting go of what was taken: a deadline that is over may not leave a lock behind for a minute."""
    tot = _tot.get()
    merk = _tot.set(None if tot is None else max(tot, time.monotonic() + seconden))
    los = _laat_los.set(True)
    try:
        yield
    finally:
        _laat_los.reset(los)
        _tot.reset(merk)


def laat_los() -> bool:
    """Is something being let go of? Then it is tried, also where nothing else is asked for a while."""
    return _laat_los.get()


@dataclass
class Naderhand:
    """What runs when the change is committed."""

    doe: Callable[[], object]
    wat: str = field(compare=False)
    begonnen: bool = field(default=False, compare=False)  # it saw what was written until then, and nothing later

    def __call__(self) -> None:
        self.begonnen, begin = True, time.monotonic()
        with termijn(TERMIJN_S):
            try:
                self.doe()
            except Exception:
                log.exception("after a commit %s failed; what was accepted stands", self.wat)
        if (duur := time.monotonic() - begin) > LANG_S:
            log.warning("after a commit %s took %.1f s", self.wat, duur)


def na_commit(doe: Callable[[], object], wat: str, *, using: str = "default") -> None:
    """Once for each transaction that asks for the same: a thousand rows of one import are one change."""
    werk, verbinding = Naderhand(doe, wat), connections[using]
    if verbinding.in_atomic_block:
        nu = set(verbinding.savepoint_ids)
        for merken, eerder in (rij[:2] for rij in verbinding.run_on_commit[-LAATST:]):
            if isinstance(eerder, Naderhand) and eerder == werk and not eerder.begonnen and merken <= nu:
                return
    transaction.on_commit(werk, using=using)


def wacht(soort: type, *, using: str = "default") -> bool:
    """Is there work of this kind that waits for the commit of the transaction that is open?"""
    verbinding = connections[using]
    return verbinding.in_atomic_block and any(
        isinstance(getattr(rij[1], "doe", None), soort) for rij in verbinding.run_on_commit
    )
