"""For journeys: a running demo server of each worker, and a browser that comes to it."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kennisplatform.beheer import maskeren
from tests import proefmap

# The first that is there: the shell draws the same and opens a window in half the time.
CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium") or ""
WERKER = int("".join(filter(str.isdigit, os.environ.get("PYTEST_XDIST_WORKER", ""))) or "0")


@pytest.fixture(scope="session")
def servermap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the running demo server works on. Its own copy: what a journey leaves behind (a mail, a page, a network) is
    not in the way of other tests.
    """
    map_ = tmp_path_factory.mktemp("server") / "var"
    shutil.copytree(proefmap.gevuld(), map_)
    return map_


@pytest.fixture(scope="session")
def adres(servermap: Path) -> Iterator[str]:
    """Address of a running demo server of this worker, for browser tests: as production serves, with its log."""
    poort = vrije_poort()
    with (servermap / "log").open("w") as boek:
        proces = subprocess.Popen(
            [
                str(Path(sys.executable).with_name("gunicorn")),
                "-c",
                "kennisplatform/beheer/dienst.py",
                "kennisplatform.wsgi",
            ],
            cwd=proefmap.WORTEL,
            env=proefmap.omgeving(servermap, PORT=str(poort), WORKERS="1", LOG_VORM="json", LOG_NIVEAU="INFO"),
            stdout=boek,
            stderr=subprocess.STDOUT,
        )
    url = f"http://127.0.0.1:{poort}"
    try:
        wacht_op(f"{url}/healthz", proces)
        yield url
    finally:
        proces.terminate()
        proces.wait(timeout=40)
        assert not (gelekt := lekken(servermap)), gelekt[:5]


def lekken(map_: Path) -> list[str]:
    """Lines of the log of all journeys with what may not stand in one: a mail address, one of the people, a key."""
    with contextlib.closing(sqlite3.connect(map_ / proefmap.DATABASE)) as database:
        mensen = database.execute("SELECT first_name || ' ' || last_name FROM deelnemers_gebruiker").fetchall()
    mag_niet = re.compile("|".join([r"[\w.+-]+@[\w-]+\.\w", *(re.escape(naam) for (naam,) in mensen if len(naam) > 5)]))
    regels = (map_ / "log").read_text("utf-8", "replace").splitlines()
    return [regel for regel in regels if mag_niet.search(regel) or maskeren.pad(regel) != regel]


def vrije_poort() -> int:
    """Of this worker's own sixteenth: another one, that asks before this one listens, can't be given the same."""
    while True:
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            if s.getsockname()[1] // 2 % 16 == WERKER % 16:  # halved: the kernel hands out one parity
                return s.getsockname()[1]


def wacht_op(url: str, proces: subprocess.Popen) -> None:
    for _poging in range(120):
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            if proces.poll() is not None:
                raise RuntimeError("the demo server stopped") from None
            time.sleep(0.25)
    raise RuntimeError("the demo server did not answer within 30 s")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Per file: while it is open an event loop runs, and Django then refuses the database to the next tests."""
    if not CHROMIUM:
        pytest.skip("Chromium is not on this machine")
    from playwright.sync_api import sync_playwright  # a browser library is not needed by the other tests

    with sync_playwright() as p:
        browser = p.chromium.launch(
            executable_path=CHROMIUM,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture
def nieuw(chromium: Any) -> Iterator[Callable[..., Any]]:
    """`nieuw()` is a phone of somebody who is not signed in."""
    open_ = []

    def geef(breed: int = 360, **kwargs: Any) -> Any:
        context = chromium.new_context(viewport={"width": breed, "height": 740}, bypass_csp=True, **kwargs)
        open_.append(context)
        return context.new_page()

    yield geef
    for context in open_:
        context.close()
