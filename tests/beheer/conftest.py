from __future__ import annotations

import contextlib
import http.client
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import proefmap
from tests.beheer.dienst import ECHT, KAPOT, LINK, WORTEL, Antwoord, Dienst


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
    # Read by every Python that starts as the site does: what makes it code that does not start, for a test.
    (map_ / "mee").mkdir()
    (map_ / "mee" / "sitecustomize.py").write_text(KAPOT)
    (map_ / LINK).symlink_to(WORTEL)
    omgeving = proefmap.omgeving(map_, **ECHT, PORT=str(poort), PYTHONPATH=str(map_ / "mee"), SITE_MAP=str(map_ / LINK))
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
