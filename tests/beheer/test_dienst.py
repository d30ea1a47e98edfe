"""The site as production runs it: real gunicorn, two workers, real log and figures."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.basis.standmeldingen import Standmelding
from kennisplatform.beheer import metingen
from kennisplatform.kamers import gebracht
from tests import proefmap
from tests.beheer.dienst import ECHT, TOKEN, WORTEL, Dienst, wordt


def regels(log: Path) -> list[dict[str, Any]]:
    return [json.loads(regel) for regel in log.read_text().splitlines()]


def test_a_line_a_request_with_its_time_and_nobody_in_it(dienst: Dienst) -> None:
    vraag, log, _pid = dienst
    sleutel = "6f9619ff-8b86-4011-b42d-00cf4fc964ff"
    for pad in (
        "/robots.txt",
        "/api/v1/zoeken?q=mijn+naam",
        f"/leernetwerk/contact/{sleutel}/",
        f"/tekenen/{sleutel}",
        "/buurten/ans@linde.example/",
    ):
        vraag(pad, User_Agent="Browser van Ans", X_Forwarded_For="203.0.113.77", Referer="https://elders.example/ans")
    alles = wordt(log.read_text, lambda tekst: '"pad": "/tekenen/…"' in tekst and tekst.endswith("\n"))
    assert max(map(len, alles.splitlines())) < 20_000
    assert not re.search(r"linde|6f9619ff|mijn|Ans|203\.0\.113|elders|127\.0\.0\.1(?!:)", alles)
    verzoeken = [regel for regel in regels(log) if "wijze" in regel]
    assert {"/robots.txt", "/api/v1/zoeken", "/leernetwerk/contact/…/", "/tekenen/…"} <= {
        regel["pad"] for regel in verzoeken
    }
    een = next(regel for regel in verzoeken if regel["pad"] == "/api/v1/zoeken")
    assert een["status"] == 200 and een["ms"] > 0 and een["bytes"] > 1000
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]{12}[+-]\d\d:\d\d", een["tijd"])


def test_headers_of_a_site_behind_tls(dienst: Dienst) -> None:
    vraag = dienst.vraag
    koppen = vraag("/robots.txt").koppen
    assert koppen["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"
    assert koppen["X-Content-Type-Options"] == "nosniff" and koppen["Referrer-Policy"] == "same-origin"
    assert "camera=()" in koppen["Permissions-Policy"] and "report-uri" in koppen["Content-Security-Policy"]


def test_behind_tls_a_cookie_is_of_this_host_alone(map_: Path) -> None:
    vraag = "from kennisplatform import settings as s; print(getattr(s, 'SESSION_COOKIE_NAME', 'as Django says'))"
    for tls, naam in (("1", "__Host-sessionid"), ("0", "as Django says")):
        omgeving = proefmap.omgeving(map_, **ECHT | {"ACHTER_TLS": tls})
        uit = subprocess.run(
            [sys.executable, "-c", vraag], cwd=WORTEL, env=omgeving, stdout=subprocess.PIPE, check=True
        )
        assert uit.stdout.decode().strip() == naam


def test_figures_of_all_workers_together_outlive_a_worker(dienst: Dienst) -> None:
    vraag, log, _pid = dienst
    assert vraag("/metrics").status == 401 and vraag("/metrics", Authorization="Bearer anders").status == 401

    def geteld() -> float:
        tekst = vraag("/metrics", Authorization=f"Bearer {TOKEN}").tekst
        rij = re.search(r'^kennis_verzoeken_total\{deel="metrics",status="4xx"\} ([\d.]+)$', tekst, re.MULTILINE)
        for naam in (
            "kennis_in_orde{wat=",
            "kennis_schijf_vrij_mb ",
            "kennis_post_wacht ",
            "kennis_verzoek_seconden_bucket",
        ):
            assert naam in tekst, naam
        return float(rij[1]) if rij else 0.0

    voor = wordt(geteld, lambda aantal: aantal >= 2)  # the two of above
    for _keer in range(10):
        vraag("/metrics")
    assert wordt(geteld, lambda aantal: aantal >= voor + 10) == voor + 10
    kind = _werker(log)
    os.kill(kind, signal.SIGKILL)
    for _keer in range(10):
        try:
            vraag("/healthz")
        except OSError:
            time.sleep(0.2)
    assert wordt(geteld, lambda aantal: aantal >= voor + 10) == voor + 10
    # Until gunicorn has seen it: the tests after this one count who is there, and the dead one is, for a moment.
    assert kind not in wordt(dienst.klaar, lambda klaar: len(klaar) == 2 and kind not in klaar)
    bestanden = list((log.parent / "metingen").glob("*.db"))
    assert bestanden and len({pad.stem.rsplit("_", 1)[-1] for pad in bestanden}) <= 3, "a file a place, not a process"


def _werker(log: Path) -> int:
    ouder = next(
        int(m[1])
        for regel in regels(log)
        if (m := re.search(r"Booting worker with pid: (\d+)", regel.get("melding", "")))
    )
    return ouder


@pytest.mark.django_db
def test_without_a_token_there_are_no_figures(client: Client, settings: Any) -> None:
    assert client.get("/metrics").status_code == 404
    settings.METINGEN_TOKEN = TOKEN
    antwoord = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    tekst = antwoord.content.decode()
    for melding in gebracht(Standmelding):
        assert f'kennis_in_orde{{wat="{melding.naam}"}}' in tekst
    assert gebracht(Nachtwerk) and metingen.deel_van("/en/buurten/x/") == "buurten"
    assert [metingen.deel_van(pad) for pad in ("/", "/en/", "/wp-login.php", "//x", "")] == [
        "start",
        "start",
        "overig",
        "start",
        "start",
    ]


HEAPS = """
import ctypes, os, threading
from kennisplatform.beheer import dienst

def neemt():
    samen.wait()
    libc.free(libc.malloc(100))
    samen.wait()

libc = ctypes.CDLL(None)
libc.fdopen.restype = libc.malloc.restype = ctypes.c_void_p
libc.free.argtypes = [ctypes.c_void_p]
if {doet}:
    assert dienst.deel_geheugen()
samen = threading.Barrier(8)
draden = [threading.Thread(target=neemt) for _ in range(8)]
[draad.start() for draad in draden]
[draad.join() for draad in draden]
uit = ctypes.c_void_p(libc.fdopen(os.dup(1), b"w"))
libc.malloc_info(0, uit)
libc.fflush(uit)
"""


def heaps(doet: bool) -> int:
    opdracht = [sys.executable, "-c", HEAPS.format(doet=doet)]
    uit = subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True, check=True).stdout
    return uit.count("<heap nr=")


def test_threads_of_a_worker_share_two_heaps() -> None:
    """One each, and a worker grows by what none of them gives back."""
    assert heaps(doet=True) == 2 < heaps(doet=False)
