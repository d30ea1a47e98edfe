"""The site as production runs it: real gunicorn, two workers, real log and figures."""

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
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.test import Client

from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.basis.standmeldingen import Standmelding
from kennisplatform.beheer import metingen
from kennisplatform.beheer.aflossen import kinderen
from kennisplatform.kamers import gebracht
from tests import proefmap

WORTEL = Path(__file__).resolve().parents[2]
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

    def los_af(self, **meer: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "kennisplatform.beheer.aflossen", str(self.pid)],
            cwd=WORTEL,
            env=proefmap.omgeving(self.log.parent, **ECHT | meer),
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture(scope="module")
def map_(proefsite: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The filled site without people of the demo, as a real one is."""
    doel = tmp_path_factory.mktemp("dienst") / "var"
    shutil.copytree(proefsite, doel)
    proefmap.doe(doel, "demoweg")
    (doel / "static").mkdir(exist_ok=True)  # collecting styles takes half a minute: what is asked here has none
    return doel


@pytest.fixture(scope="module")
def dienst(map_: Path) -> Iterator[Dienst]:
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    omgeving = proefmap.omgeving(map_, **ECHT, PORT=str(poort))
    log = map_ / "log"
    with log.open("w") as uit:
        gunicorn = str(Path(sys.executable).with_name("gunicorn"))
        opdracht = [gunicorn, "-c", "kennisplatform/beheer/dienst.py", "kennisplatform.wsgi"]
        site = subprocess.Popen(opdracht, cwd=WORTEL, env=omgeving, stdout=uit, stderr=subprocess.STDOUT)

    def vraag(pad: str, **koppen: str) -> Antwoord:
        koppen = {naam.replace("_", "-"): waarde for naam, waarde in koppen.items()}
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", poort, timeout=20)) as lijn:
            lijn.request("GET", pad, headers={"Host": "kennis.example", "X-Forwarded-Proto": "https"} | koppen)
            antwoord = lijn.getresponse()
            return Antwoord(antwoord.status, antwoord.headers, antwoord.read().decode())

    try:
        for _keer in range(300):
            try:
                if vraag("/healthz").status == 200:
                    break
            except OSError:
                time.sleep(0.2)
        else:
            pytest.fail(log.read_text())
        yield Dienst(vraag, log, site.pid)
    finally:
        site.send_signal(signal.SIGQUIT)  # at once: nobody is being served
        site.wait(60)


def wordt(vraag: Callable[[], Any], goed: Callable[[Any], bool]) -> Any:
    """What is asked, once it is so: a line and a count are written after the answer has gone."""
    einde = time.monotonic() + 120  # a worker that was killed comes back in twenty seconds on a slow machine
    while not goed(uit := vraag()) and time.monotonic() < einde:
        time.sleep(0.1)
    return uit


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


def test_new_workers_are_ready_before_the_old_go(dienst: Dienst) -> None:
    oud = wordt(dienst.klaar, lambda klaar: len(klaar) == 2)
    assert len(oud) == 2
    aantallen, genoeg = [], threading.Event()

    def kijk() -> None:
        while not genoeg.wait(0.02):
            aantallen.append(len(dienst.klaar()))

    kijker = threading.Thread(target=kijk)
    kijker.start()
    uit = dienst.los_af()
    genoeg.set()
    kijker.join()
    assert uit.returncode == 0, uit.stderr
    assert min(aantallen) == 2
    assert not kinderen(dienst.pid) & oud and len(dienst.klaar()) == 2
    assert dienst.vraag("/healthz").status == 200


def test_code_that_does_not_start_sends_nobody_away(dienst: Dienst) -> None:
    oud = wordt(dienst.klaar, lambda klaar: len(klaar) == 2)
    uit = dienst.los_af(SECRET_KEY="kort")
    assert uit.returncode == 1 and "De oude blijft dienen" in uit.stderr
    assert kinderen(dienst.pid) == oud


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
