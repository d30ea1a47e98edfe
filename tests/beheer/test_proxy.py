"""What stands in front of the site: readers wait while it is replaced, and nobody's form goes along with another's."""

from __future__ import annotations

import contextlib
import http.client
import http.server
import os
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.huis import WORTEL
from tests.server import vrije_poort

BESTAND = WORTEL / "kennisplatform" / "beheer" / "installatie" / "Caddyfile"
UITGEPAKT = WORTEL / ".diensten" / "caddy" / "usr" / "bin" / "caddy"  # beside the other services, by `make storing`
CADDY = shutil.which("caddy") or (str(UITGEPAKT) if UITGEPAKT.exists() else "")
met_caddy = pytest.mark.skipif(not CADDY, reason="no Caddy on this machine")


def omgeving(**meer: str) -> dict[str, str]:
    versie = subprocess.run([CADDY, "version"], capture_output=True, text=True, check=True).stdout
    oud = {"CADDY_BUFFER": "buffer_requests"} if re.match(r"v?2\.[0-6]\.", versie) else {}
    return os.environ | {"HOME": "/tmp"} | oud | meer


@met_caddy
def test_caddy_can_read_its_file() -> None:
    uit = subprocess.run(
        [CADDY, "validate", "--adapter", "caddyfile", "--config", str(BESTAND)],
        env=omgeving(SITE_NAAM="kennis.example.nl"), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert uit.returncode == 0, uit.stderr


def test_only_what_carries_nothing_is_asked_again() -> None:
    blokken = re.findall(
        r"reverse_proxy (@leest )?\{\$SITE_ACHTER[^\n]*\{\n(.*?)\n\t\}", BESTAND.read_text(), re.DOTALL
    )
    assert [(bool(leest), re.findall(r"lb_try_duration (\w+)", blok)) for leest, blok in blokken] == [
        (True, ["20s"]),
        (False, ["0"]),
    ]
    assert ["CADDY_BUFFER" in blok for _leest, blok in blokken] == [False, True]


class Erachter(http.server.BaseHTTPRequestHandler):
    """The site: answers with who asked and what came along."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        meegekomen = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        uit = f"{self.headers['X-Wie']} {meegekomen.decode()}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(uit)))
        self.end_headers()
        self.wfile.write(uit)

    do_POST = do_GET

    def log_message(self, *_args: object) -> None:
        return


@pytest.fixture
def voordeur(tmp_path: Path) -> Iterator[tuple[int, int]]:
    """(where readers come, where the site is to listen)"""
    voor, achter = vrije_poort(), vrije_poort()
    with (tmp_path / "log").open("w") as log:
        meer = omgeving(SITE_NAAM=f"http://localhost:{voor}", SITE_ACHTER=f"127.0.0.1:{achter}")
        proces = subprocess.Popen(
            [CADDY, "run", "--adapter", "caddyfile", "--config", str(BESTAND)], env=meer, stderr=log
        )
        try:
            time.sleep(1.5)
            yield voor, achter
        finally:
            proces.terminate()
            proces.wait(20)


def vraag(poort: int, wijze: str, wie: str) -> tuple[int, str]:
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", poort, timeout=30)) as lijn:
        lijn.request(wijze, "/x", f"tekst van {wie}" if wijze == "POST" else None, {"Host": "localhost", "X-Wie": wie})
        antwoord = lijn.getresponse()
        return antwoord.status, antwoord.read().decode()


@met_caddy
def test_a_form_never_goes_along_with_somebody_else_s(voordeur: tuple[int, int]) -> None:
    """Seen in `make storing`: while the site was restarted Caddy 2.6 sent what one had typed in the name of another."""
    voor, achter = voordeur
    with ThreadPoolExecutor(40) as samen:
        schrijft = [samen.submit(vraag, voor, "POST", f"s{n}") for n in range(30)]
        leest = [samen.submit(vraag, voor, "GET", f"l{n}") for n in range(10)]
        time.sleep(1)
        with http.server.ThreadingHTTPServer(("127.0.0.1", achter), Erachter) as site:
            threading.Thread(target=site.serve_forever, daemon=True).start()
            assert sorted(een.result()[1] for een in leest) == sorted(f"l{n} " for n in range(10))
            for een in schrijft:
                status, tekst = een.result()
                assert status == 503 and "Laad dan deze bladzijde opnieuw" in tekst
            assert vraag(voor, "POST", "later") == (200, "later tekst van later")
            site.shutdown()
