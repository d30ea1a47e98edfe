"""New workers in the place of the old, whatever comes and goes meanwhile."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

from kennisplatform.beheer.aflossen import kinderen
from tests.beheer.dienst import LINK, WORTEL, Dienst, wordt


def test_new_workers_are_ready_before_the_old_go(dienst: Dienst) -> None:
    oud = dienst.in_rust()
    assert len(oud) == 2
    aantallen, genoeg = [], threading.Event()

    def kijk() -> None:
        while not genoeg.wait(0.02):
            aantallen.append(len(dienst.klaar()))

    kijker = threading.Thread(target=kijk)
    kijker.start()
    code, gezegd = dienst.los_af()
    genoeg.set()
    kijker.join()
    assert code == 0, gezegd
    assert min(aantallen) == 2
    assert not kinderen(dienst.pid) & oud and len(dienst.klaar()) == 2
    assert dienst.vraag("/healthz").status == 200
    plaatsen = {int(pad.stem.rsplit("_", 1)[-1]) for pad in (dienst.log.parent / "metingen").glob("*.db")}
    assert plaatsen <= {1, 2, 3, 4}, "the try counts nothing: no file that stays"


def test_code_that_does_not_start_sends_nobody_away(dienst: Dienst) -> None:
    oud = dienst.in_rust()
    kapot = dienst.log.parent / "mee" / "kapot"
    kapot.touch()
    code, gezegd = dienst.los_af()
    kapot.unlink()
    assert code == 1 and "De oude blijft dienen" in gezegd
    assert kinderen(dienst.pid) == oud


def test_workers_that_die_meanwhile_change_nothing_and_a_second_one_waits(dienst: Dienst) -> None:
    """One of the old and one of the new, as max_requests or a shortage of memory would. And a setting that was changed
    since is not what workers start with: to look with that one would say nothing about them."""
    oud = dienst.in_rust()
    aflossing = dienst.begin_aflossing(SECRET_KEY="kort")
    nieuw = wordt(lambda: kinderen(dienst.pid) - oud, len)
    assert nieuw, aflossing.communicate()
    for pid in (min(oud), min(nieuw)):
        os.kill(pid, signal.SIGKILL)
    assert dienst.los_af() == (1, "Er loopt al een aflossing. Wacht tot die klaar is.\n")
    _uit, gezegd = aflossing.communicate(timeout=400)
    assert aflossing.returncode == 0, gezegd
    assert not kinderen(dienst.pid) & oud and len(dienst.in_rust()) == 2
    assert dienst.vraag("/healthz").status == 200


def test_a_worker_that_cannot_load_what_is_being_put_in_place_takes_nobody_along(dienst: Dienst) -> None:
    """Between new code and its tables one may be replaced: gunicorn would end, and with it the site."""
    oud = dienst.in_rust()
    half = dienst.log.parent / "mee" / "half"
    half.touch()
    os.kill(min(oud), signal.SIGKILL)
    mislukt = wordt(dienst.log.read_text, lambda tekst: "exited with code 1" in tekst)
    assert "exited with code 1" in mislukt and dienst.vraag("/healthz").status == 200
    half.unlink()
    assert len(dienst.in_rust()) == 2


def test_new_code_in_a_folder_of_its_own_serves_when_the_link_is_there(dienst: Dienst) -> None:
    """What runs reads nothing of it before. In one folder it met templates of the next version, without their code."""
    oud, plek = dienst.in_rust(), dienst.log.parent
    nieuw = plek / "nieuw"
    nieuw.mkdir()
    for ding in WORTEL.iterdir():
        if ding.name != "kennisplatform":
            (nieuw / ding.name).symlink_to(ding)
    shutil.copytree(WORTEL / "kennisplatform", nieuw / "kennisplatform")
    with (nieuw / "kennisplatform" / "wsgi.py").open("a") as bestand:
        bestand.write("print('uit', __file__, flush=True)\n")

    def wijs(doel: Path) -> None:
        (plek / "straks").symlink_to(doel)
        (plek / "straks").replace(plek / LINK)
        assert dienst.los_af()[0] == 0

    def mappen(wie: set[int]) -> set[Path]:
        return {Path(f"/proc/{pid}/cwd").readlink() for pid in wie}

    assert mappen(oud) == {WORTEL}
    try:
        wijs(nieuw)
        assert mappen(dienst.in_rust()) == {nieuw}
        assert dienst.log.read_text().count(f"uit {nieuw / 'kennisplatform' / 'wsgi.py'}") == 2
        assert dienst.vraag("/healthz").status == 200
    finally:
        wijs(WORTEL)
    assert mappen(dienst.in_rust()) == {WORTEL}


def test_a_second_gunicorn_of_its_own_making_does_not_come(dienst: Dienst) -> None:
    oud = dienst.in_rust()
    os.kill(dienst.pid, signal.SIGUSR2)
    assert wordt(dienst.log.read_text, lambda tekst: "USR2 does nothing here" in tekst)
    assert wordt(lambda: kinderen(dienst.pid), lambda wie: wie == oud) == oud
    assert dienst.klaar() == oud, "its marks are there still"


def test_a_process_that_is_not_there_is_told() -> None:
    weg = subprocess.Popen([sys.executable, "-c", ""])
    weg.wait()
    uit = subprocess.run(
        [sys.executable, "-m", "kennisplatform.beheer.aflossen", str(weg.pid)],
        cwd=WORTEL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (uit.returncode, uit.stderr[:14]) == (1, "gunicorn is er"), uit


def test_the_first_process_knows_no_code_that_a_new_version_replaces() -> None:
    """It lives on when workers are renewed, and they begin with what it has read."""
    vraag = (
        "import sys, kennisplatform.beheer.toegangsboek; from kennisplatform.beheer import dienst; dienst.vergeet();"
        "print({n.partition('.')[0] for n in sys.modules} & {'django', 'wagtail', 'kennisplatform', 'prometheus_client'})"
    )
    uit = subprocess.run([sys.executable, "-c", vraag], cwd=WORTEL, capture_output=True, text=True, check=True)
    assert uit.stdout == "set()\n"
