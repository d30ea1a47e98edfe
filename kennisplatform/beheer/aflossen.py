"""New code in place without a reader who waits: as many new workers beside the old, and when all are ready the old go.

    python -m kennisplatform.beheer.aflossen <pid of gunicorn>     (`systemctl reload kennisplatform`)

gunicorn's own way (HUP) ends the old ones before the new have loaded, and readers wait for that. What dienst.py says is
read at a restart only, and so are the settings: a worker has those of the first process.

Workers come and go by themselves too (max_requests, one that is killed), so nothing here counts on who is there: who is
old is known by number, the new must be ready before each old one that goes, and an old one that stayed because a new one
died is sent away after that.
"""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

WACHT_S: Final = 180.0  # a slow machine loads two workers in half a minute
GEDULD_S: Final = 45.0  # an old one may end what it is doing (dienst.graceful_timeout)
STAP_S: Final = 0.2


class Baas:
    """The first process of gunicorn. Held, so that another process that gets its number gets none of its signals."""

    def __init__(self, pid: int) -> None:
        from kennisplatform.beheer import dienst  # noqa: PLC0415  it sets what a process of gunicorn needs

        self.pid, self.greep, self.dienst = pid, os.pidfd_open(pid), dienst

    def sein(self, welk: int) -> None:
        """Raises ProcessLookupError when it is gone."""
        signal.pidfd_send_signal(self.greep, welk)

    def aantal(self) -> int:
        return int(self.dienst.AANTAL.read_text())

    def hoort(self) -> int:
        return int(self.dienst.HOORT.read_text())

    def klaar(self) -> set[int]:
        return {pid for pid in kinderen(self.pid) if self.dienst.merk_van(pid).exists()}

    def erbij(self, sein: signal.Signals, hoeveel: int) -> bool:
        """One at a time: two of the same signal that wait are one."""
        straks = self.aantal() + hoeveel
        self.sein(sein)
        return wordt(self, lambda: (self.aantal() - straks) * hoeveel >= 0)


def main(pid: int) -> int:
    """0: all are new. 1: the new code does not start, or not in time; nobody was sent away."""
    try:
        os.environ.update(omgeving_van(pid))
        baas = Baas(pid)
        with slot(baas):
            return los_af(baas)
    except BlockingIOError:
        return meld("Er loopt al een aflossing. Wacht tot die klaar is.")
    except (ProcessLookupError, FileNotFoundError):
        return meld("gunicorn is er niet (meer), of begon met een oudere dienst.py: herstart de site.")


def los_af(baas: Baas) -> int:
    # The same as a worker does at its start: one that can't would take the whole site along. It counts nothing.
    kaal = {naam: waarde for naam, waarde in os.environ.items() if naam != "PROMETHEUS_MULTIPROC_DIR"}
    if subprocess.run([sys.executable, "-c", "import kennisplatform.wsgi"], env=kaal, check=False).returncode:
        return meld("De nieuwe code start niet. De oude blijft dienen.")
    oud, hoort = kinderen(baas.pid), baas.hoort()
    for _keer in range(hoort):
        if not baas.erbij(signal.SIGTTIN, 1):
            return meld("gunicorn maakt geen werker erbij.")
    while baas.aantal() > hoort:  # what a try before this one left behind goes too
        if not wordt(baas, lambda: len(baas.klaar() - oud) >= hoort):
            return meld("De nieuwe werkers zijn niet op tijd klaar. De oude blijven dienen; probeer het opnieuw.")
        if not baas.erbij(signal.SIGTTOU, -1):  # the oldest ends what it is doing, and goes
            return meld("gunicorn laat geen werker gaan.")
    for _keer in range(hoort):
        if wordt(baas, lambda: not oud & kinderen(baas.pid), binnen=GEDULD_S):
            return 0
        # A new one died as an old one had to go, and that one stayed in its place.
        if not (baas.erbij(signal.SIGTTIN, 1) and wordt(baas, lambda: len(baas.klaar() - oud) >= hoort)):
            break
        baas.erbij(signal.SIGTTOU, -1)
    return 0 if not oud & kinderen(baas.pid) else meld("Een oude werker gaat niet weg. Herstart de site.")


def omgeving_van(pid: int) -> dict[str, str]:
    """What its workers will start with: not what the file with settings says by now."""
    paren = Path(f"/proc/{pid}/environ").read_bytes().decode(errors="surrogateescape").split("\0")
    return dict(paar.split("=", 1) for paar in paren if "=" in paar)


@contextmanager
def slot(baas: Baas) -> Iterator[None]:
    """Raises BlockingIOError when another is at it."""
    with baas.dienst.SLOT.open("w") as bestand:
        fcntl.flock(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


def kinderen(pid: int) -> set[int]:
    uit: set[int] = set()
    for lijst in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(FileNotFoundError, ProcessLookupError):  # a thread that ended just now
            uit |= {int(kind) for kind in lijst.read_text().split()}
    return uit


def wordt(baas: Baas, zo: Callable[[], bool], binnen: float = WACHT_S) -> bool:
    einde = time.monotonic() + binnen
    while not zo():
        baas.sein(0)  # is it there?
        if time.monotonic() > einde:
            return False
        time.sleep(STAP_S)
    return True


def meld(zin: str) -> int:
    print(zin, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
