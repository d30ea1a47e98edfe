"""The site, its worker and its services, in folders of their own; what is started here is stopped here."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).resolve().parents[2]
DIENSTEN = WORTEL / ".diensten"
PY = str(Path(sys.executable))
MENSEN = 200  # each may write twelve times an hour
# People with a membership and an open session, made the way the site makes them; and a page to ask about.
MAAK_MENSEN = f"""
import json
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from menukaart.models import Interventie
buurt, sessies = Buurt.objects.actief().first(), []
for nummer in range({MENSEN}):
    wie = Gebruiker.objects.create_user(f"schrijver{{nummer}}@storing.example", None, first_name="Schrijver", last_name=str(nummer))
    Lidmaatschap.objects.create(buurt=buurt, persoon=wie, rol="anders")
    sessie = SessionStore()
    sessie.update({{SESSION_KEY: str(wie.pk), BACKEND_SESSION_KEY: "allauth.account.auth_backends.AuthenticationBackend",
        HASH_SESSION_KEY: wie.get_session_auth_hash()}})
    sessie.save()
    sessies.append(sessie.session_key)
print("MENSEN" + json.dumps([sessies, Interventie.objects.live().first().pk]))
"""
TEL = """
import json, sys
from collections import Counter
from kennisplatform.gesprek.models import Bijdrage
from kennisplatform.zoeken.models import Wachtrij
print("TEL" + json.dumps([Counter(Bijdrage.objects.filter(kop__startswith="Storing ").values_list("kop", flat=True)),
    Wachtrij.objects.count()]))
"""


def vrije_poort() -> int:
    with socket.socket() as bak:
        bak.bind(("127.0.0.1", 0))
        return int(bak.getsockname()[1])


class Opstelling:
    def __init__(self) -> None:
        self.los = contextlib.ExitStack()
        self.naam = f"storing_{os.getpid()}"
        self.processen: dict[str, subprocess.Popen[bytes]] = {}
        self.caddy = _caddy()
        self.is_root = os.getuid() == 0

    def __enter__(self) -> Opstelling:
        try:
            self._zet_op()
        except BaseException:
            self.los.close()
            raise
        return self

    def __exit__(self, *fout: Any) -> None:
        self.los.close()

    def _zet_op(self) -> None:
        self.diensten("start")
        self.los.callback(self.diensten, "stop")
        regels = (DIENSTEN / "omgeving").read_text().splitlines()
        adressen = dict(regel.removeprefix("export ").split("=", 1) for regel in regels)
        self.pg = adressen["DATABASE_URL"]
        self.psql(f'CREATE DATABASE "{self.naam}"')
        self.los.callback(self.psql, f'DROP DATABASE IF EXISTS "{self.naam}" WITH (FORCE)')
        self.map_ = self._map()
        self.poort, self.voorpoort = vrije_poort(), vrije_poort()
        schoon = {k: w for k, w in os.environ.items() if k not in {"DEMO", "DEBUG"}}
        self.omgeving = schoon | adressen | {
            "DATABASE_URL": self.pg.rsplit("/", 1)[0] + f"/{self.naam}",
            "VAR_MAP": str(self.map_),
            "ZOEK_INDEX": self.naam.replace("_", "-"),
            "SECRET_KEY": secrets.token_urlsafe(60),
            "ALLOWED_HOSTS": "localhost",
            "EMAIL_BACKEND": "kennisplatform.post.spool.MapBackend",
            "PORT": str(self.poort),
            "KOPIE_HOUD": "0",
            "PYTHONWARNINGS": "ignore",
        }  # fmt: skip
        print("De site klaarzetten …", flush=True)
        self.manage("klaarzetten")
        uit = self.manage("shell", "-c", MAAK_MENSEN)
        self.sessies, self.pagina = json.loads(uit.rsplit("MENSEN", 1)[1])
        self.los.callback(self.weg)
        self.start()
        self.heel()

    def _map(self) -> Path:
        map_ = Path(tempfile.mkdtemp(prefix="storing-"))
        self.los.callback(shutil.rmtree, map_, True)
        if self.is_root:
            klein = ["mount", "-t", "tmpfs", "-o", "size=300m", "tmpfs", str(map_)]
            if subprocess.run(klein, capture_output=True, check=False).returncode == 0:
                self.los.callback(subprocess.run, ["umount", "-l", str(map_)], check=False)
                self.klein = True
                return map_
        self.klein = False
        return map_

    # ---- what runs

    def start(self) -> None:
        self.log = Path(tempfile.gettempdir()) / f"{self.naam}.log"
        self.start_site()
        self._begin("werker", [PY, "manage.py", "werker"])
        self.ervoor = "zonder proxy"
        self.adres = f"http://127.0.0.1:{self.poort}"
        if self.caddy:
            oud = {"CADDY_BUFFER": "buffer_requests"} if " 2.6" in f" {_versie(self.caddy)}" else {}
            meer = {
                "SITE_NAAM": f"http://localhost:{self.voorpoort}",
                "SITE_ACHTER": f"127.0.0.1:{self.poort}",
                "HOME": "/tmp",
            } | oud
            bestand = WORTEL / "kennisplatform/beheer/installatie/Caddyfile"
            self._begin("caddy", [self.caddy, "run", "--adapter", "caddyfile", "--config", str(bestand)], **meer)
            self.ervoor = f"achter Caddy {_versie(self.caddy)}"
            self.adres = f"http://127.0.0.1:{self.voorpoort}"

    def start_site(self) -> None:
        gunicorn = [str(Path(PY).with_name("gunicorn")), "-c", "kennisplatform/beheer/dienst.py", "kennisplatform.wsgi"]
        self._begin("site", gunicorn)

    def _begin(self, naam: str, opdracht: list[str], **meer: str) -> None:
        with self.log.open("ab") as log:
            omgeving = self.omgeving | meer
            self.processen[naam] = subprocess.Popen(opdracht, cwd=WORTEL, env=omgeving, stdout=log, stderr=log)

    def weg(self) -> None:
        for proces in self.processen.values():
            proces.send_signal(signal.SIGTERM)
        for proces in self.processen.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                proces.wait(40)
            proces.kill()

    def kinderen(self) -> list[int]:
        uit = subprocess.run(
            ["pgrep", "-P", str(self.processen["site"].pid)], capture_output=True, text=True, check=False
        )
        return [int(pid) for pid in uit.stdout.split()]

    def los_af(self) -> None:
        opdracht = [PY, "-m", "kennisplatform.beheer.aflossen", str(self.processen["site"].pid)]
        subprocess.run(opdracht, cwd=WORTEL, env=self.omgeving, check=True)

    def wacht_op_werkers(self, seconden: float = 60) -> None:
        """Until two answer readers again."""
        einde = time.monotonic() + seconden
        while time.monotonic() < einde:
            time.sleep(0.5)
            if sum(self._antwoordt(pid) for pid in self.kinderen()) >= 2:
                return

    def _antwoordt(self, pid: int) -> bool:
        """gunicorn makes its threads when readers come: a worker that is still beginning has one or two."""
        try:
            return int(re.search(r"Threads:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1]) >= 4  # type: ignore[index]
        except (OSError, TypeError):
            return False

    def pid(self, dienst: str) -> int:
        return int((DIENSTEN / f"{dienst}.pid").read_text())

    def diensten(self, *wat: str) -> None:
        subprocess.run([str(WORTEL / ".ci" / "diensten.sh"), *wat], check=True, stdout=subprocess.DEVNULL)

    def manage(self, *wat: str) -> str:
        klaar = subprocess.run(
            [PY, "manage.py", *wat], cwd=WORTEL, env=self.omgeving, capture_output=True, text=True, check=False
        )
        if klaar.returncode:
            raise RuntimeError(f"{wat[0]}: {klaar.stdout[-500:]} {klaar.stderr[-3000:]}")
        return klaar.stdout

    def psql(self, sql: str) -> None:
        subprocess.run(["psql", "-q", self.pg, "-c", sql], check=True, capture_output=True)

    # ---- what is asked of it

    def poort_voor(self) -> int:
        return self.voorpoort if self.caddy else self.poort

    def vraag(self, pad: str) -> tuple[int, bytes]:
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.poort_voor(), timeout=10)) as lijn:
            lijn.request("GET", pad, headers={"Host": "localhost"})
            antwoord = lijn.getresponse()
            return antwoord.status, antwoord.read()

    def heel(self, seconden: float = 120) -> None:
        """Wait until all parts say that they are in order again."""
        einde = time.monotonic() + seconden
        stand = b""
        while time.monotonic() < einde:
            with contextlib.suppress(OSError, http.client.HTTPException, ValueError):
                status, stand = self.vraag("/readyz")
                delen = json.loads(stand)
                if status == 200 and delen["cache"] == "ok" and all(w == "ok" for w in delen["zoekmotor"].values()):
                    return
            time.sleep(0.5)
        raise RuntimeError(f"de site komt niet terug: {stand!r}")

    def na_te_tellen(self, aanvaard: set[str]) -> tuple[int, int]:
        """(lost, double) of what was accepted."""
        staat, _rijen = self._tel()
        return sum(kop not in staat for kop in aanvaard), sum(aantal > 1 for aantal in staat.values())

    def _tel(self) -> tuple[dict[str, int], int]:
        staat, rijen = json.loads(self.manage("shell", "-c", TEL).rsplit("TEL", 1)[1])
        return staat, rijen

    def zoekt_alles(self) -> str:
        einde = time.monotonic() + 90
        while self._tel()[1] and time.monotonic() < einde:
            time.sleep(3)
        try:
            return f"{self._tel()[1]} rijen wachten; " + " ".join(self.manage("zoekcontrole").split())
        except RuntimeError as fout:
            return str(fout)


def _caddy() -> str:
    """Caddy of this machine, or Debian's package unpacked beside the other services (nothing is installed or started)."""
    if gevonden := shutil.which("caddy"):
        return gevonden
    map_ = DIENSTEN / "caddy"
    if not (map_ / "usr/bin/caddy").exists() and shutil.which("apt-get") and shutil.which("dpkg"):
        map_.mkdir(parents=True, exist_ok=True)
        haal = "apt-get download -qq caddy && dpkg -x caddy_*.deb . && rm -f caddy_*.deb"
        subprocess.run(["sh", "-c", haal], cwd=map_, capture_output=True, check=False, timeout=120)
    pad = map_ / "usr/bin/caddy"
    return str(pad) if pad.exists() else ""


def _versie(caddy: str) -> str:
    return subprocess.run([caddy, "version"], capture_output=True, text=True, check=True).stdout.split()[0].lstrip("v")
