"""New code in place without a reader who waits: as many new workers beside the old, and when all are ready the old go.

    python -m kennisplatform.beheer.aflossen <pid of gunicorn>     (`systemctl reload kennisplatform`)

gunicorn's own way (HUP) ends the old ones before the new have loaded, and readers wait for that. What dienst.py says is
read at a restart only.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

WACHT_S: Final = 180.0  # a slow machine loads two workers in half a minute
STAP_S: Final = 0.2


def main(baas: int) -> int:
    """0: all are new. 1: the new code does not start, or not in time; nobody was sent away."""
    from kennisplatform.beheer.dienst import merk_van  # noqa: PLC0415  it sets what a process of gunicorn needs

    # The same as a worker does at its start: one that can't would take the whole site along.
    if subprocess.run([sys.executable, "-c", "import kennisplatform.wsgi"], check=False).returncode:
        return meld("De nieuwe code start niet. De oude blijft dienen.")
    oud = kinderen(baas)
    for aantal in range(len(oud) + 1, 2 * len(oud) + 1):
        os.kill(baas, signal.SIGTTIN)  # one more
        if not wordt(partial(er_zijn, baas, minstens=aantal)):
            return meld("gunicorn maakt geen werker erbij.")
    if not wordt(lambda: all(merk_van(pid).exists() for pid in kinderen(baas) - oud)):
        return meld("De nieuwe werkers zijn niet op tijd klaar. Herstart de site.")
    for aantal in range(2 * len(oud) - 1, len(oud) - 1, -1):
        os.kill(baas, signal.SIGTTOU)  # the oldest ends what it is doing, and goes
        if not wordt(partial(er_zijn, baas, hoogstens=aantal)):
            return meld("Een oude werker gaat niet weg. Herstart de site.")
    return 0


def kinderen(baas: int) -> set[int]:
    lijsten = Path(f"/proc/{baas}/task").glob("*/children")
    return {int(pid) for lijst in lijsten for pid in lijst.read_text().split()}


def er_zijn(baas: int, minstens: int = 0, hoogstens: int = 1_000) -> bool:
    return minstens <= len(kinderen(baas)) <= hoogstens


def wordt(zo: Callable[[], bool]) -> bool:
    einde = time.monotonic() + WACHT_S
    while not zo():
        if time.monotonic() > einde:
            return False
        time.sleep(STAP_S)
    return True


def meld(zin: str) -> int:
    print(zin, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
