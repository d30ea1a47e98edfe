"""Beside a request: work that waits as rows somewhere, done in a thread of this process so that nobody waits for it.

What is not done here (a process that is replaced, a server that is away) stays as rows for the next time, or the worker.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from django.db import connection

log = logging.getLogger(__name__)


class Ernaast:
    """One thread a process; whoever wakes it while it runs makes it look once more, and together that is one look."""

    def __init__(self, naam: str, doe: Callable[[], object]) -> None:
        self.naam, self.doe = naam, doe
        self._slot = threading.Lock()
        self._bezig = self._nog_eens = False

    def wek(self) -> None:
        with self._slot:
            if self._bezig:
                self._nog_eens = True
                return
            self._bezig = True
            try:
                threading.Thread(target=self._loop, name=self.naam).start()
            except RuntimeError as fout:  # the interpreter is on its way out
                self._bezig = False
                log.warning("no thread for %s, rows wait: %s", self.naam, fout)

    def _loop(self) -> None:
        try:
            while True:
                try:
                    self.doe()
                except Exception:  # a database that went away: the rows are safe, the next look has them
                    log.exception("%s could not be done, rows wait", self.naam)
                with self._slot:
                    if not self._nog_eens:
                        self._bezig = False
                        return
                    self._nog_eens = False
        finally:
            connection.close()  # this thread's own
