"""After a commit the outbox is drained beside the request: nobody waits for a mail server.

POST['DIRECT']: 'draad' in a thread of this process (a process that is replaced leaves its rows to the next drain),
'meteen' on the spot (tests, scripts), 'nee' not at all: then only `manage.py verwerkpost` sends.
"""

from __future__ import annotations

import logging
import threading
from typing import Final

from django.conf import settings
from django.db import connection

from . import wachtrij

logger = logging.getLogger(__name__)

MAX_S: Final = 60.0  # what is left then is for `verwerkpost`; a process that stops need not wait longer for its thread


class _Stand:
    """One draining thread a process; a message that comes while it runs makes it look once more."""

    slot = threading.Lock()
    bezig = False
    nog_eens = False


def begin() -> None:
    hoe = settings.POST["DIRECT"]
    if hoe == "meteen":
        wachtrij.verwerk()
    elif hoe == "draad":
        _wek()


def _wek() -> None:
    with _Stand.slot:
        if _Stand.bezig:
            _Stand.nog_eens = True
            return
        _Stand.bezig = True
        try:
            threading.Thread(target=_loop, name="post").start()
        except RuntimeError as fout:  # the interpreter is on its way out
            _Stand.bezig = False
            logger.warning("no thread for the mail, rows wait: %s", fout)


def _loop() -> None:
    try:
        while True:
            try:
                wachtrij.verwerk(hoe_lang=MAX_S)
            except Exception:  # a database that went away: the rows are safe, the next drain has them
                logger.exception("the mail outbox could not be drained, rows wait")
            with _Stand.slot:
                if not _Stand.nog_eens:
                    _Stand.bezig = False
                    return
                _Stand.nog_eens = False
    finally:
        connection.close()  # this thread's own
