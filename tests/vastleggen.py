"""A change that is committed, in a test that will be rolled back: what hangs on the commit runs, and nothing is left undecided."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.cache import caches
from django.db import connection
from django.test import TestCase

from kennisplatform.tekening import bewaren
from kennisplatform.tekening.journaal import Nieuws, journaal
from kennisplatform.zoeken.wachtrij import verwerk


@contextmanager
def vastgelegd(*, werker: bool = True) -> Iterator[None]:
    """`werker`: it came by too. Without it only what the one who waits waits for has run, within its deadline."""
    eerder = len(connection.run_on_commit)
    with TestCase.captureOnCommitCallbacks(execute=True):
        yield
    with TestCase.captureOnCommitCallbacks(execute=werker):
        if werker:
            verwerk(stil=True)  # what a slow cluster could not take up within the deadline, as the worker does
    del connection.run_on_commit[eerder:]


def leg_vast() -> None:
    """What a test made until here, is as if it had been there: drawings may be kept from now on."""
    connection.run_on_commit.clear()
    bewaren.leeg()
    caches["paginas"].clear()  # where drawings are kept for other processes too, and with it the journal in Redis:
    journaal().meld(["begin"], hard=False)  # the first line of an empty one makes everybody forget all, once


_stand = {"open": False}  # is this test about what is not committed yet?


@contextmanager
def voor_de_commit() -> Iterator[None]:
    """Readers inside come while the transaction is open, as another part of the same request does."""
    _stand["open"] = True
    try:
        yield
    finally:  # a test that fails here must not change the next ones
        _stand["open"] = False


def meld_wat_wacht() -> None:
    """A reader comes after the commit: what a test changed is told before each request. The transaction goes on."""
    for plek, (savepoints, doe, *rest) in enumerate([] if _stand["open"] else connection.run_on_commit):
        if isinstance(getattr(doe, "doe", None), Nieuws):
            doe()
            connection.run_on_commit[plek] = (savepoints, _gemeld, *rest)  # others count the places


def _gemeld() -> None:
    """It was told."""
