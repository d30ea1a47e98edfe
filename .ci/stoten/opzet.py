"""The demo in a folder of its own, served as production serves it; each round begins with the same fresh copy."""

from __future__ import annotations

import base64
import contextlib
import http.client
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests import proefmap

WORTEL = proefmap.WORTEL
WACHT_S = 180.0  # taking the whole tree off takes more than a minute on a busy machine
MISLUKT = (OSError, http.client.HTTPException)
# Who asks: demo accounts by the word before the @, and one who may do everything.
ROLLEN = (
    "anoniem", "lid", "kartrekker", "coach", "begrotingscommissie", "redacteur", "eindredacteur", "transitieteam",
    "onderzoeker", "beheerder", "alles", "stoot-gemeente", "stoot-lid-elders", "stoot-vreemde",
)  # fmt: skip


@dataclass
class Vraag:
    rol: str
    wijze: str
    pad: str
    koppen: dict[str, str] = field(default_factory=dict)
    lichaam: bytes | None = None
    soort: str = ""

    def als_rij(self) -> dict[str, Any]:
        lichaam = None if self.lichaam is None else base64.b64encode(self.lichaam).decode()
        return vars(self) | {"lichaam": lichaam}

    @classmethod
    def uit_rij(cls, rij: dict[str, Any]) -> Vraag:
        lichaam = None if rij["lichaam"] is None else base64.b64decode(rij["lichaam"])
        return cls(**rij | {"lichaam": lichaam})


@dataclass(frozen=True)
class Antwoord:
    """Status 0: none came within WACHT_S."""

    status: int
    soort: str = ""
    naar: str = ""
    tekst: str = ""


class Site:
    def __init__(self, gevuld: Path) -> None:
        self.gevuld = gevuld
        self.map_ = Path(tempfile.mkdtemp(prefix="stoten-"))
        self.proces: subprocess.Popen[bytes] | None = None
        self.log = WORTEL / "var" / "stoten" / f"site-{os.getpid()}.log"
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self.log.write_bytes(b"")
        with socket.socket() as bak:
            bak.bind(("127.0.0.1", 0))
            self.poort = int(bak.getsockname()[1])
        self.csrf = "s" * 32
        self.sessies: dict[str, str] = {}
        self.gevraagd = 0
        self.zwaarste = 0  # kB that a worker held at most

    def __enter__(self) -> Site:
        return self

    def __exit__(self, *fout: Any) -> None:
        self.stop()
        shutil.rmtree(self.map_, ignore_errors=True)

    @property
    def database(self) -> Path:
        return self.map_ / proefmap.DATABASE

    def vers(self, log_vorm: str = "tekst") -> None:
        """As it was at the beginning, whatever was done to it. As JSON a fault that comes twice a minute is counted."""
        self.stop()
        shutil.rmtree(self.map_, ignore_errors=True)
        shutil.copytree(self.gevuld, self.map_)
        self._start(log_vorm)
        self.meld_aan()

    def _start(self, log_vorm: str) -> None:
        omgeving = proefmap.omgeving(
            self.map_, PORT=str(self.poort), WORKERS="2", PYTHONWARNINGS="ignore", LOG_VORM=log_vorm,
            METINGEN_TOKEN="stoten", KOPIE_HOUD="0",
        )  # fmt: skip
        opdracht = [
            *(str(Path(sys.executable).with_name("gunicorn")), "-c", "kennisplatform/beheer/dienst.py"),
            "kennisplatform.wsgi",
        ]
        with self.log.open("ab") as log:
            self.proces = subprocess.Popen(opdracht, cwd=WORTEL, env=omgeving, stdout=log, stderr=log)
        einde = time.monotonic() + WACHT_S
        while time.monotonic() < einde:
            if self.vraag(Vraag("anoniem", "GET", "/healthz")).status == 200:
                return
            time.sleep(0.2)
        raise RuntimeError(f"the site did not start: {self.log}")

    def stop(self) -> None:
        if self.proces is None:
            return
        self._weeg()
        self.proces.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.proces.wait(20)
        self.proces.kill()
        self.proces.wait()
        self.proces = None

    def _weeg(self) -> None:
        if self.proces is None:
            return
        kinderen = Path(f"/proc/{self.proces.pid}/task/{self.proces.pid}/children")
        with contextlib.suppress(OSError):
            for pid in kinderen.read_text().split():
                stand = Path(f"/proc/{pid}/status").read_text()
                hoogst = re.search(r"VmHWM:\s+(\d+)", stand)
                self.zwaarste = max(self.zwaarste, int(hoogst[1]) if hoogst else 0)

    # ---- who is signed in

    def meld_aan(self) -> None:
        """An open session for each role. What a request did to an account (signed out, another password) is undone."""
        from rollen import sessies  # noqa: PLC0415  reads Django, which is set up by then

        self.sessies = sessies(self.database)

    def vergeet_tellers(self) -> None:
        """Limits that protect are tested elsewhere: here they would answer instead of what lies behind them."""
        bestand = self.map_ / "tellers.sqlite3"
        if bestand.exists():
            with contextlib.closing(sqlite3.connect(bestand, timeout=5)) as verbinding:
                verbinding.execute("DELETE FROM geheugen")
                verbinding.commit()

    # ---- asking

    def vraag(self, vraag: Vraag) -> Antwoord:
        koekjes = f"csrftoken={self.csrf}"
        if sessie := self.sessies.get(vraag.rol):
            koekjes += f"; sessionid={sessie}"
        koppen = {"Host": "localhost", "Cookie": koekjes, "Accept-Language": "nl", "Connection": "close"} | vraag.koppen
        self.gevraagd += 1
        # Another address of this machine each time, so that no limit per address answers.
        van = f"127.{self.gevraagd // 65025 % 200 + 1}.{self.gevraagd // 255 % 255}.{self.gevraagd % 254 + 1}"
        lijn = http.client.HTTPConnection("127.0.0.1", self.poort, timeout=WACHT_S, source_address=(van, 0))
        try:
            lijn.putrequest(vraag.wijze, vraag.pad, skip_host=True, skip_accept_encoding=True)
            for naam, waarde in koppen.items():
                lijn.putheader(naam, waarde.encode("utf-8", "surrogatepass"))
            if vraag.lichaam is not None and "Content-Length" not in koppen:
                lijn.putheader("Content-Length", str(len(vraag.lichaam)))
            lijn.endheaders(vraag.lichaam)
            antwoord = lijn.getresponse()
            inhoud = antwoord.read(3_000_000)
            soort = antwoord.headers.get_content_type()
            leesbaar = inhoud.decode("utf-8", "replace") if soort.startswith(("text/html", "application/json")) else ""
            return Antwoord(antwoord.status, soort, antwoord.headers.get("Location", ""), leesbaar)
        except ValueError:  # an address or header that http.client itself will not send
            return Antwoord(-1)
        except MISLUKT:
            return Antwoord(0)
        finally:
            lijn.close()

    def staart(self) -> str:
        """The last fault that the site wrote down."""
        with self.log.open("rb") as log:
            log.seek(max(0, self.log.stat().st_size - 200_000))
            regels = log.read().decode("utf-8", "replace").splitlines()
        kaal = "\n".join(regel for regel in regels if not regel.startswith("{"))
        _voor, _kop, laatste = kaal.rpartition("Internal Server Error: ")
        return laatste[-20_000:]


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kennisplatform.settings")
