from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from .conftest import MOTOREN

CORPUS = [
    {
        "id": "d1",
        "type": "blad",
        "title": "Tuinonderhoud",
        "summary": "Snoeien",
        "body": "",
        "theme": "het-groen",
        "ses": "lage",
        "evidence": "sterke-aanwijzingen",
    },
    {
        "id": "d2",
        "type": "boom",
        "title": "Appelboom",
        "summary": "",
        "body": "Fruit\u2028uit de tuin",
        "theme": ["fruit"],
        "ses": None,
        "evidence": "",
    },
    {"id": "d3", "type": "blad", "title": "Rijwielen", "summary": "", "body": ""},
]
VRAGEN = "q1\tx\ttuinen\nq2\tx\tlage ses\r\nq3\tx\tzzz\nq4\tx\tfiets\n"


@pytest.fixture
def proef(tmp_path: Path) -> Path:
    regels = [json.dumps(rij, ensure_ascii=False) for rij in CORPUS]
    (tmp_path / "c.jsonl").write_text("\n".join(regels) + "\n\n", "utf-8")
    (tmp_path / "q.tsv").write_text(
        "qid\tkind\tquery\nq1\tx\ttuinen\nq2\tx\tlage ses\r\nq3\tx\tzzz\nq4\tx\tfiets\n", "utf-8"
    )
    (tmp_path / "p.tsv").write_text("qid\tprefix\np1\tappelb\n", "utf-8")
    (tmp_path / "s.txt").write_text("fiets, rijwiel\n", "utf-8")
    return tmp_path


def draai(proef: Path, **opties: object) -> str:
    uit = StringIO()
    call_command("zoekproef", str(proef / "c.jsonl"), str(proef / "q.tsv"), uit=proef / "run.tsv", stdout=uit, **opties)
    return uit.getvalue()


@pytest.mark.parametrize("motor", sorted(MOTOREN))
def test_writes_the_run_and_prints_the_figures(proef: Path, motor: str) -> None:
    tekst = draai(proef, motor=motor)
    assert (proef / "run.tsv").read_text() == "q1\td2\nq1\td1\nq2\td1\n"
    assert "3 documenten in" in tekst
    assert "4 vragen: p50" in tekst
    assert "p95" in tekst


def test_other_synonyms_for_the_time_being(proef: Path) -> None:
    draai(proef, synoniemen=proef / "s.txt")
    assert "q4\td3\n" in (proef / "run.tsv").read_text()
    draai(proef)
    assert "q4" not in (proef / "run.tsv").read_text()


@pytest.mark.parametrize("motor", sorted(MOTOREN))
def test_completion(proef: Path, motor: str) -> None:
    draai(proef, motor=motor, aanvullen=proef / "p.tsv", aanvullen_uit=proef / "aan.tsv")
    assert (proef / "aan.tsv").read_text() == "p1\tAppelboom\td2\np1\tappelboom\t\n"


@pytest.mark.parametrize(
    ("bestand", "tekst", "fout"),
    [
        ("c.jsonl", '{"id": 1}\n{kapot', "c.jsonl:2"),
        ("c.jsonl", '{"titel": "x"}', "c.jsonl:1"),
        ("c.jsonl", "3", "c.jsonl:1"),
        ("q.tsv", "qid\tkind\tquery\nq1 tuin", "q.tsv:2"),
        ("s.txt", "a => b\nb => a", "kring"),
    ],
)
def test_a_wrong_file_is_an_error_with_its_line(proef: Path, bestand: str, tekst: str, fout: str) -> None:
    (proef / bestand).write_text(tekst, "utf-8")
    with pytest.raises(CommandError, match=fout):
        draai(proef, synoniemen=proef / "s.txt")


def test_calls_that_can_not_be_done_say_so(proef: Path, monkeypatch: pytest.MonkeyPatch, settings: object) -> None:
    monkeypatch.delenv("ZOEK_URL", raising=False)
    settings.ZOEK = {}
    with pytest.raises(CommandError, match="ZOEK_URL"):
        draai(proef, motor="elasticsearch")
    monkeypatch.setenv("ZOEK_URL", "http://127.0.0.1:9")
    with pytest.raises(CommandError, match="does not answer"):
        draai(proef, motor="elasticsearch")
    with pytest.raises(CommandError, match="horen bij elkaar"):
        draai(proef, aanvullen=proef / "p.tsv")
