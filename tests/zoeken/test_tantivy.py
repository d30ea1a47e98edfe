"""The embedded engine's own promises: one writer, readers that keep up, damage that can be caught; and the chooser."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from kennisplatform.zoeken import motor as motorbestand
from kennisplatform.zoeken.antwoord.vraag import Vraag
from kennisplatform.zoeken.document import Document
from kennisplatform.zoeken.motoren.tantivy import TantivyMotor
from kennisplatform.zoeken.poort import IndexStuk, MotorBezig

from .conftest import TUIN, doc, sleutels


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    een, ander = TantivyMotor(tmp_path), TantivyMotor(tmp_path)
    een.herbouw(TUIN)
    with een.schrijver() as schrijver:
        schrijver.zet([doc("b:1", "Tulpen")])
        with pytest.raises(MotorBezig):
            ander.zet([doc("b:2", "Tulpen")])
        assert sleutels(ander, "tulpen") == []
    assert sleutels(ander, "tulpen") == ["b:1"]


def test_a_rebuild_is_seen_by_other_processes_and_refuses_a_second(tmp_path: Path) -> None:
    een, ander = TantivyMotor(tmp_path), TantivyMotor(tmp_path)

    def lees() -> object:
        assert ander.herbouwt()
        with pytest.raises(MotorBezig):
            ander.herbouw(())
        yield from TUIN

    een.herbouw(lees())
    assert not ander.herbouwt()
    assert ander.aantal() == 4


def test_old_builds_are_cleared_away(tmp_path: Path) -> None:
    motor = TantivyMotor(tmp_path)
    for _ in range(4):
        motor.herbouw(TUIN)
    assert len(list(tmp_path.glob("index-*"))) == 2


@pytest.mark.parametrize("schade", ["geen", "aanwijzer", "ander", "meta", "segment", "weg"])
def test_damage_is_an_error_to_catch_and_a_rebuild_mends_it(tmp_path: Path, schade: str) -> None:
    motor = TantivyMotor(tmp_path)
    if schade != "geen":
        motor.herbouw(TUIN)
        _beschadig(tmp_path, schade)
    vers = TantivyMotor(tmp_path)
    assert not vers.gezond()
    with pytest.raises(IndexStuk):
        vers.zoek(Vraag(tekst="tuin"))
    with pytest.raises(IndexStuk):
        TantivyMotor(tmp_path).suggereer("tuin")
    vers.herbouw(TUIN)
    assert vers.gezond()
    assert len(sleutels(vers)) == 4


def _beschadig(plek: Path, schade: str) -> None:
    aanwijzer = plek / "huidig"
    bouw = plek / aanwijzer.read_text()
    if schade == "aanwijzer":
        aanwijzer.write_bytes(b"\xff../../etc")
    elif schade == "ander":
        aanwijzer.write_text("index-0000000000-1")
    elif schade == "meta":
        (bouw / "meta.json").write_text("{")
    elif schade == "segment":
        for bestand in bouw.glob("*.*"):
            if bestand.suffix in {".term", ".store", ".fast", ".idx"}:
                bestand.write_bytes(b"niets")
    elif schade == "weg":
        for bestand in bouw.iterdir():
            bestand.unlink()


SCHRIJVER = """
import sys
sys.path.insert(0, {wortel!r})
from pathlib import Path
from kennisplatform.zoeken.document import Document
from kennisplatform.zoeken.motoren.tantivy import TantivyMotor
motor = TantivyMotor(Path({plek!r}))
i = 0
while True:
    motor.zet([Document(f"k:{{i}}", "blad", f"Tulpen {{i}}")])
    print(i, flush=True)
    i += 1
"""


def test_a_killed_writer_leaves_a_readable_index(tmp_path: Path) -> None:
    motor = TantivyMotor(tmp_path)
    motor.herbouw(TUIN)
    wortel = str(Path(__file__).parents[2])
    code = textwrap.dedent(SCHRIJVER.format(wortel=wortel, plek=str(tmp_path)))
    proces = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert proces.stdout is not None
    with proces.stdout:
        laatste = [int(proces.stdout.readline()) for _ in range(3)][-1]
        proces.send_signal(signal.SIGKILL)
        proces.wait()
    assert motor.aantal() >= len(TUIN) + laatste + 1, "what was committed is there"
    motor.zet([doc("b:1", "Narcissen")])
    assert sleutels(motor, "narcissen") == ["b:1"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_forked_reader_sees_later_commits(tmp_path: Path) -> None:
    motor = TantivyMotor(tmp_path)
    motor.herbouw(TUIN)
    assert motor.aantal() == 4
    lees, schrijf = os.pipe()
    kind = os.fork()
    if not kind:
        try:
            os.read(lees, 1)
            os._exit(0 if motor.aantal() == 5 else 1)
        finally:
            os._exit(2)
    motor.zet([doc("b:1", "Tulpen")])
    os.write(schrijf, b"x")
    _, toestand = os.waitpid(kind, 0)
    os.close(lees)
    os.close(schrijf)
    assert os.waitstatus_to_exitcode(toestand) == 0


# --- the chooser


def test_the_chooser_reads_the_settings(settings: object, tmp_path: Path) -> None:
    settings.ZOEK = {"MAP": str(tmp_path)}
    assert motorbestand.motor() is motorbestand.motor()
    assert motorbestand.toestand() == {"tantivy": "weg"}
    motorbestand.motoren()[0].herbouw(TUIN)
    assert motorbestand.toestand() == {"tantivy": "ok"}
    settings.ZOEK = {"MAP": str(tmp_path), "URL": "http://127.0.0.1:9"}
    assert motorbestand.toestand() == {"elasticsearch": "weg", "tantivy": "ok"}
    assert [m.naam for m in motorbestand.motoren()] == ["elasticsearch", "tantivy"]


def test_a_document_is_neutral() -> None:
    assert Document("a:1", "blad", "Titel").taal == "nl"
