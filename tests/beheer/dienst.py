"""The site as production runs it: real gunicorn, two workers, real log and figures. For the tests beside this."""

from __future__ import annotations

import http.client
import secrets
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from kennisplatform.beheer.aflossen import kinderen
from tests import proefmap

WORTEL = Path(__file__).resolve().parents[2]
LINK = "nu"  # says which folder serves, as on a server
TOKEN = "token-van-de-wacht"
ECHT = {
    "DEMO": "0",
    "PYTHONWARNINGS": "ignore",
    "SECRET_KEY": secrets.token_urlsafe(60),
    "ALLOWED_HOSTS": "kennis.example",
    "ACHTER_TLS": "1",
    "AFZENDER": "post@kennis.example",
    "POST_DIRECT": "nee",
    "METINGEN_TOKEN": TOKEN,
}


# Code that does not start ('kapot'), and that a worker can't load ('half').
KAPOT = """
import sys
from pathlib import Path
if Path(__file__).with_name("kapot").exists():
    sys.exit("kapot")
class Half:
    def find_spec(self, naam, pad=None, doel=None):
        if naam == "kennisplatform.wsgi" and Path(__file__).with_name("half").exists():
            raise ImportError("half")
sys.meta_path.insert(0, Half())
"""


class Antwoord(NamedTuple):
    status: int
    koppen: http.client.HTTPMessage
    tekst: str


Vraag = Callable[..., Antwoord]


class Dienst(NamedTuple):
    vraag: Vraag
    log: Path
    pid: int

    def klaar(self) -> set[int]:
        """The workers that have loaded the site."""
        metingen_ = self.log.parent / "metingen"
        return {pid for pid in kinderen(self.pid) if (metingen_ / f"klaar-{pid}").exists()}

    def in_rust(self) -> set[int]:
        """Its two workers, both loaded. One that is on its way out is a child still: killed, nobody comes in its place."""
        return wordt(self.klaar, lambda klaar: len(klaar) == 2 and klaar == kinderen(self.pid))

    def begin_aflossing(self, **meer: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "kennisplatform.beheer.aflossen", str(self.pid)],
            cwd=WORTEL,
            env=proefmap.omgeving(self.log.parent, **ECHT | meer),
            stderr=subprocess.PIPE,
            text=True,
        )

    def los_af(self, **meer: str) -> tuple[int, str]:
        aflossing = self.begin_aflossing(**meer)
        _uit, gezegd = aflossing.communicate()
        return aflossing.returncode, gezegd


def wordt(vraag: Callable[[], Any], goed: Callable[[Any], bool]) -> Any:
    """What is asked, once it is so: a line and a count are written after the answer has gone."""
    einde = time.monotonic() + 120  # a worker that was killed comes back in twenty seconds on a slow machine
    while not goed(uit := vraag()) and time.monotonic() < einde:
        time.sleep(0.1)
    return uit
