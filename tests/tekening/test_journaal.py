"""The journal: what changed is known to every process at once, and a journal that fails makes nothing wrong."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

import pytest

from kennisplatform.tekening import dragers, journaal
from kennisplatform.tekening.dragers import BestandDrager, RedisDrager
from kennisplatform.tekening.journaal import DragerWeg, Houdbaarheid, Journaal, Journaalregel

LATER = time.time() + 86_400


@pytest.fixture(params=["bestand", pytest.param("redis", marks=pytest.mark.diensten)])
def drager(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """Makes one more carrier of the same lines, as another process would."""
    if request.param == "bestand":
        return lambda: BestandDrager(str(tmp_path))
    from django.conf import settings

    stroom = f"proef:{tmp_path}"
    monkeypatch = request.getfixturevalue("monkeypatch")
    monkeypatch.setattr(dragers, "STROOM", stroom)
    return lambda: RedisDrager(settings.TEKENING["URL"])


def boek(drager: Any) -> Journaal:
    uit = Journaal(drager())
    assert uit.bij()
    return uit


def test_another_process_knows_what_changed(drager: Any) -> None:
    ik, ander = boek(drager), boek(drager)
    stand = ander.stand
    assert ander.oordeel(["pagina:1"], stand, LATER) is Houdbaarheid.WAAR
    ik.meld(["pagina:1", "index"], hard=True)
    assert ander.bij()
    assert ander.oordeel(["pagina:1"], stand, LATER) is Houdbaarheid.WEG
    assert ander.oordeel(["pagina:2"], stand, LATER) is Houdbaarheid.WAAR
    assert ander.oordeel(["pagina:1"], ander.stand, LATER) is Houdbaarheid.WAAR  # drawn since


def test_a_publication_may_be_late_for_a_moment_a_withdrawal_not(drager: Any, monkeypatch: Any) -> None:
    ik = boek(drager)
    stand = ik.stand
    ik.meld(["a"], hard=False)
    assert ik.oordeel(["a"], stand, LATER) is Houdbaarheid.OUD
    nu = time.time()
    monkeypatch.setattr(journaal.time, "time", lambda: nu + 10)
    assert ik.oordeel(["a"], stand, LATER) is Houdbaarheid.WEG
    monkeypatch.setattr(journaal.time, "time", lambda: nu)
    ik.meld(["a"], hard=True)
    ik.meld(["a"], hard=False)  # published again does not make the withdrawn one showable
    assert ik.oordeel(["a"], stand, LATER) is Houdbaarheid.WEG


def test_the_clock_ends_a_drawing() -> None:
    ik = Journaal(Leeg())
    ik.bij()
    assert ik.oordeel(["a"], ik.stand, time.time() - 1) is Houdbaarheid.WEG


def test_lines_of_many_writers_all_arrive(drager: Any) -> None:
    lezer = boek(drager)

    def schrijf(wie: int) -> None:
        mijn = boek(drager)
        for nummer in range(20):
            mijn.meld([f"ding:{wie}:{nummer}"], hard=False)

    stand = lezer.stand
    draden = [threading.Thread(target=schrijf, args=(wie,)) for wie in range(6)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(30)
    lezer.bij()
    gemist = [
        f"{wie}:{n}" for wie in range(6) for n in range(20)
        if lezer.oordeel([f"ding:{wie}:{n}"], stand, LATER) is Houdbaarheid.WAAR
    ]  # fmt: skip
    assert not gemist


def test_a_file_that_begins_anew_forgets_all(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(dragers, "GROOTSTE", 200)
    ik, ander = boek(lambda: BestandDrager(str(tmp_path))), boek(lambda: BestandDrager(str(tmp_path)))
    stand = ander.stand
    for nummer in range(20):
        ik.meld([f"ding:{nummer}"], hard=False)
    ander.bij()
    assert ander.oordeel(["ding:3"], stand, LATER) is Houdbaarheid.WEG
    assert (tmp_path / "journaal").stat().st_size < 400


def test_a_file_that_somebody_removed_forgets_all(tmp_path: Path) -> None:
    ik = boek(lambda: BestandDrager(str(tmp_path)))
    ik.meld(["a"], hard=False)
    stand = ik.stand
    (tmp_path / "journaal").unlink()
    assert ik.bij() and ik.oordeel(["b"], stand, LATER) is Houdbaarheid.WEG


class Leeg:
    """A carrier without lines, which may fail."""

    def __init__(self) -> None:
        self.stuk = False
        self.regels: list[Journaalregel] = []

    def _kan(self) -> None:
        if self.stuk:
            raise DragerWeg("away")

    def lees(self, na: int) -> list[Journaalregel]:
        self._kan()
        return [regel for regel in self.regels if regel.stand > na]

    def bekend(self) -> tuple[int, list[Journaalregel]]:
        self._kan()
        return len(self.regels), []

    def schrijf(self, dingen: Any, hard: bool) -> None:
        self._kan()
        self.regels.append(Journaalregel(len(self.regels) + 1, time.time(), hard, tuple(dingen)))


def test_while_the_journal_is_away_nothing_is_true_and_afterwards_all_is_new(monkeypatch: Any) -> None:
    drager = Leeg()
    ik, ander = Journaal(drager), Journaal(drager)
    assert ik.bij() and ander.bij()
    stand = ik.stand
    drager.stuk = True
    ik.meld(["a"], hard=True)  # raises nothing
    assert not ik.bij() and ik.oordeel(["b"], stand, LATER) is Houdbaarheid.WEG
    drager.stuk = False
    assert not ik.bij(), "asked again within a second"
    monkeypatch.setattr(ik, "_weg_tot", 0.001)
    assert ik.bij() and ik.oordeel(["b"], stand, LATER) is Houdbaarheid.WEG
    assert ik.oordeel(["b"], ik.stand, LATER) is Houdbaarheid.WAAR
    ander.bij()  # it never noticed; it is told that something may have been missed
    assert ander.oordeel(["*", "b"], stand, LATER) is Houdbaarheid.WEG
