"""When reading happens: in the web process on a thread, one at a time; anywhere else (commands, tests) on the spot."""

from __future__ import annotations

import logging
import threading

from django.db import connections

from kennisplatform.basis.documenten.verwerking import verwerk_wachtende

log = logging.getLogger(__name__)
_slot = threading.Lock()
_gevraagd = threading.Event()
_webproces = threading.Event()


def in_webproces() -> None:
    """Said by wsgi.py: from now on a visitor's request never waits for a document to be read."""
    _webproces.set()


def lees_wat_wacht() -> None:
    """After the commit that made a document wait. Never raises: the document is saved, whatever its text does."""
    if not _webproces.is_set():
        _doe()
        return
    _gevraagd.set()
    # A daemon: a server that stops need not wait; what it was reading is claimed again later.
    threading.Thread(target=_werk, name="documenten-lezen", daemon=True).start()


def _werk() -> None:
    """Ask first, then take the lock; free the lock, then look for a new request: so none falls in between."""
    while _gevraagd.is_set() and _slot.acquire(blocking=False):
        try:
            _gevraagd.clear()
            _doe()
        finally:
            connections.close_all()
            _slot.release()


def _doe() -> None:
    try:
        verwerk_wachtende()
    except Exception:
        log.exception("reading documents stopped; manage.py verwerkwachtrij takes up what waits")
