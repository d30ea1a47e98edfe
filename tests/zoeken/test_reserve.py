"""Slow, away or damaged: the reader gets an answer within a second, and nothing that was published is lost."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from kennisplatform.zoeken import herstel
from kennisplatform.zoeken import wachtrij as rij
from kennisplatform.zoeken.antwoord.vraag import Vraag
from kennisplatform.zoeken.models import Wachtrij
from kennisplatform.zoeken.motor import motor, motoren
from kennisplatform.zoeken.motoren.elasticsearch import ElasticMotor
from kennisplatform.zoeken.motoren.tantivy import TantivyMotor
from kennisplatform.zoeken.poort import IndexStuk, MotorWeg
from kennisplatform.zoeken.reserve import MetReserve

from .conftest import TUIN


@pytest.fixture
def ingebed(tmp_path: Path) -> TantivyMotor:
    uit = TantivyMotor(tmp_path / "index")
    uit.herbouw(TUIN)
    return uit


@pytest.fixture
def stille_server() -> Iterator[tuple[str, list[socket.socket]]]:
    """(address, connections so far) of a server that takes every connection and never says a word."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        s.listen(20)
        open_: list[socket.socket] = []

        def neem_aan() -> None:
            while True:
                try:
                    open_.append(s.accept()[0])
                except OSError:
                    return

        threading.Thread(target=neem_aan, daemon=True).start()
        yield f"http://127.0.0.1:{s.getsockname()[1]}", open_
        s.shutdown(socket.SHUT_RDWR)
        for verbinding in open_:
            verbinding.close()


def test_a_server_that_hangs_costs_one_reader_one_wait_and_the_next_nothing(
    stille_server: tuple[str, list[socket.socket]], ingebed: TantivyMotor, caplog: pytest.LogCaptureFixture
) -> None:
    url, verbindingen = stille_server
    samen = MetReserve(ElasticMotor(url), ingebed)
    eerste = samen.zoek(Vraag("rozen"))
    assert [t.sleutel for t in eerste.treffers] == ["a:3"]
    assert eerste.motor == "tantivy"
    assert "tantivy answers" in caplog.text
    assert len(verbindingen) == 1, "asked once: a time-out is not tried again while the reader waits"
    assert samen.suggereer("roz")
    assert samen.zoek(Vraag("rozen")).totaal == 1
    assert len(verbindingen) == 1, "it is left alone for a while"


def test_both_away_is_an_error_to_catch(tmp_path: Path) -> None:
    with pytest.raises(MotorWeg):
        MetReserve(ElasticMotor("http://127.0.0.1:9"), TantivyMotor(tmp_path)).zoek(Vraag("rozen"))


@pytest.mark.django_db
def test_rows_of_an_engine_that_is_away_wait_and_the_other_goes_on(
    settings: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    settings.ZOEK = {"MAP": str(tmp_path), "URL": "http://127.0.0.1:9", "DIRECT": "nee"}
    motoren()[1].leeg()
    Wachtrij.objects.all().delete()
    rij.zet_in_wachtrij(["pagina:1"])
    assert set(Wachtrij.objects.values_list("motor", flat=True)) == {"elasticsearch", "tantivy"}
    assert rij.verwerk(stil=True) == 1
    assert list(Wachtrij.objects.values_list("motor", flat=True)) == ["elasticsearch"]
    assert "rows wait" in caplog.text
    with pytest.raises(MotorWeg):
        rij.verwerk()


@pytest.mark.django_db
def test_old_rows_of_an_engine_that_is_gone_are_cleared(settings: object, tmp_path: Path) -> None:
    settings.ZOEK = {"MAP": str(tmp_path), "DIRECT": "nee"}
    rij.zet_in_wachtrij(["groep:1"])
    Wachtrij.objects.update(motor="elasticsearch")
    assert rij.ruim_rijen_op() == 0
    Wachtrij.objects.update(gemaakt="2020-01-01T00:00:00Z")
    assert rij.ruim_rijen_op() == 1


@pytest.fixture
def gestart(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    uit: list[list[str]] = []
    monkeypatch.setattr(herstel, "_laatste", 0.0)
    monkeypatch.setattr(herstel.subprocess, "Popen", lambda opdracht, **_: uit.append(opdracht))
    return uit


def test_a_damaged_index_starts_one_rebuild(settings: object, gestart: list[list[str]], tmp_path: Path) -> None:
    settings.ZOEK = {"MAP": str(tmp_path), "HERSTEL": False}
    assert not herstel.begin()
    settings.ZOEK = {"MAP": str(tmp_path), "HERSTEL": True}
    assert herstel.begin()
    assert not herstel.begin(), "not again within two minutes"
    assert [opdracht[2:] for opdracht in gestart] == [["herindex", "--zo-nodig", "--verbosity", "0"]]


@pytest.mark.django_db
def test_the_search_page_goes_on_while_a_large_site_mends_its_index(
    client: object, settings: object, gestart: list[list[str]], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings.ZOEK = {"MAP": str(tmp_path), "HERSTEL": True}
    with pytest.raises(IndexStuk):
        motor().zoek(Vraag("vallen"))
    antwoord = client.get("/zoeken/", {"q": "vallen"})
    assert antwoord.status_code == 200
    assert "allen" in antwoord.content.decode()
    assert len(gestart) == 1
    call_command("herindex", "--zo-nodig", verbosity=0)
    assert motor().zoek(Vraag("vallen")).totaal > 0


@pytest.mark.django_db
def test_nothing_is_lost_in_an_outage(settings: object, tmp_path: Path, bronnen: None) -> None:
    """The cluster goes away for a while: what was published meanwhile is there when it is back."""
    weg = {"MAP": str(tmp_path / "index"), "URL": "http://127.0.0.1:9", "DIRECT": "meteen"}
    goed = settings.ZOEK
    if not goed.get("URL"):
        pytest.skip("needs the cluster (make test-services)")
    settings.ZOEK = weg | {"INDEX": goed["INDEX"]}
    groepen = [Group.objects.create(name=f"Tulpen {i}") for i in range(30)]
    rij.verwerk(stil=True)
    groepen[0].delete()
    rij.verwerk(stil=True)
    assert motor().zoek(Vraag("tulpen", per_pagina=100)).totaal == 29
    settings.ZOEK = goed
    rij.verwerk()
    antwoord = motor().zoek(Vraag("tulpen", per_pagina=100))
    assert (antwoord.motor, antwoord.totaal) == ("elasticsearch", 29)
    assert not Wachtrij.objects.exists()
