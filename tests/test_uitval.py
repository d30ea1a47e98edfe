"""A cache or a search cluster that is away or hangs costs nobody more than a moment, and nothing is lost.

Away is a port where nobody listens, hanging one where somebody does and never answers: no service is needed for it.
"""

from __future__ import annotations

import multiprocessing
import socket
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from kennisplatform import geheugen
from kennisplatform.basis.tempo import te_vaak
from kennisplatform.geheugen import Keten
from kennisplatform.naderhand import termijn
from kennisplatform.preventie.models import Artikel
from kennisplatform.tekening import bewaren
from kennisplatform.tekening.journaal import journaal
from kennisplatform.zoeken.models import Wachtrij
from kennisplatform.zoeken.motoren import elasticsearch_vervoer
from kennisplatform.zoeken.motoren.elasticsearch import ElasticMotor
from kennisplatform.zoeken.poort import MotorWeg
from tests.vastleggen import leg_vast, vastgelegd

VALLEN = "/preventie/bang-om-te-vallen/"


@pytest.fixture(params=["away", "hangs"])
def poort(request: pytest.FixtureRequest) -> Iterator[int]:
    with socket.socket() as doof:
        doof.bind(("127.0.0.1", 0))
        if request.param == "hangs":
            doof.listen(64)
        yield doof.getsockname()[1]


@pytest.fixture
def geduld(poort: int, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds that each who knocked there was ready to wait, 0 where nobody is. A busy machine makes everything longer but
    these.
    """
    uit: list[float] = []
    verbind, hangt = socket.socket.connect, request.node.callspec.params["poort"] == "hangs"

    def klop(zelf: socket.socket, adres: Any) -> None:
        if adres[1] == poort:
            uit.append((zelf.gettimeout() or 3600.0) if hangt else 0.0)
        verbind(zelf, adres)

    monkeypatch.setattr(socket.socket, "connect", klop)
    return uit


def keten(tmp_path: Path, poort: int = 0) -> Keten:
    redis = [f"redis://127.0.0.1:{poort}/0"] if poort else []
    return Keten([*redis, str(tmp_path / "tellers.sqlite3"), "proces"], {})


def _tel(plek: str, klaar: Any) -> None:
    teller = Keten([plek, "proces"], {})
    klaar.wait()
    for _keer in range(50):
        teller.add("t", 0, 60)
        teller.incr("t")


def test_a_file_counts_once_over_all_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geheugen, "SLOT_S", 60.0)  # for the children too: on a slow machine four of them wait longer
    teller = keten(tmp_path)
    klaar = multiprocessing.get_context("fork").Event()
    kinderen = [
        multiprocessing.get_context("fork").Process(target=_tel, args=(str(tmp_path / "tellers.sqlite3"), klaar))
        for _kind in range(4)
    ]
    for kind in kinderen:
        kind.start()
    klaar.set()
    for kind in kinderen:
        kind.join()
    assert teller.get("t") == 200
    assert teller.add("t", 5) is False and teller.add("nieuw", {"a": [1]}, 60) is True
    assert teller.get("nieuw") == {"a": [1]} and teller.touch("nieuw", 60) and teller.delete("nieuw")
    teller.set("kort", 1, 0.01)
    time.sleep(0.02)
    assert teller.get("kort") is None and teller.add("kort", 7) is True, "what lapsed is gone"
    with pytest.raises(ValueError, match="not found"):
        teller.incr("niets")


def test_who_opens_a_new_file_while_another_makes_it_asks_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(geheugen, "SLOT_S", 60.0)
    maker = sqlite3.connect(tmp_path / "tellers.sqlite3", timeout=0, isolation_level=None)
    maker.execute("BEGIN IMMEDIATE")
    gewacht: list[float] = []

    def wacht(duur: float) -> None:
        gewacht.append(duur)
        maker.execute("CREATE TABLE van_een_ander (x)")
        maker.execute("COMMIT")

    monkeypatch.setattr(geheugen.time, "sleep", wacht)
    assert keten(tmp_path).add("t", 1, 60) and len(gewacht) == 1
    assert not caplog.records, "nobody's counter went elsewhere"
    maker.close()


def test_a_counter_goes_on_in_the_file_and_is_told_once(
    tmp_path: Path,
    poort: int,
    geduld: list[float],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(geheugen, "RUST_S", 600.0)
    teller = keten(tmp_path, poort)
    teller.add("t", 0, 60)
    eenmaal = list(geduld)
    assert [teller.incr("t") for _keer in range(5)] == [1, 2, 3, 4, 5]
    assert geduld == eenmaal and eenmaal and sum(eenmaal) < 0.9, "who asked waited once, not six times"
    assert teller.toestand() == "Redis weg"
    assert len([r for r in caplog.records if "Redis does not answer" in r.message]) == 1
    Path(tmp_path / "tellers.sqlite3").unlink()
    (tmp_path / "tellers.sqlite3").mkdir()  # nor the file
    schoon = keten(tmp_path, poort)
    assert schoon.add(f"t{poort}", 1, 60) and schoon.incr(f"t{poort}") == 2


@pytest.mark.django_db
@pytest.mark.usefixtures("eigen_index")
def test_without_a_cache_pages_are_drawn_and_publishing_succeeds(
    *,
    client: Client,
    poort: int,
    geduld: list[float],
    settings: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    leg_vast()
    client.get(VALLEN)
    weg = f"redis://127.0.0.1:{poort}/0"
    settings.TEKENING = settings.TEKENING | {"URL": weg, "PAGINAS": True}
    monkeypatch.setattr(caches["paginas"], "schakels", Keten([weg, "niets"], {}).schakels)
    monkeypatch.setattr(caches["default"], "schakels", keten(tmp_path, poort).schakels)
    for pad in ("/", VALLEN, "/zoeken/?q=vallen", "/account/aanmelden/"):
        assert client.get(pad).status_code == 200
    artikel = Artikel.objects.get(slug="bang-om-te-vallen", locale__language_code="nl")
    geduld.clear()
    with vastgelegd():
        artikel.kort_antwoord = "Dit staat er nu."
        artikel.save_revision().publish()
    assert sum(geduld) < 5 and "Dit staat er nu." in client.get(VALLEN).content.decode()
    assert not te_vaak("proef", "ik", 1) and te_vaak("proef", "ik", 1), "it is still counted"
    stand = client.get("/readyz")
    assert stand.status_code == 200 and "Redis weg" in stand.json()["cache"], "served, and whoever runs it is told"
    assert not bewaren.haal(["x"]) and not journaal().werkt


@pytest.mark.django_db
def test_a_cluster_that_hangs_holds_no_writer(
    *,
    poort: int,
    geduld: list[float],
    settings: Any,
    als: Callable[[str], Client],
    eigen_index: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(elasticsearch_vervoer, "RUST_S", 600.0)
    motor = ElasticMotor(f"http://127.0.0.1:{poort}")
    for _keer in range(2):
        with termijn(0.7), pytest.raises(MotorWeg), motor.schrijver():
            pass
    if sum(geduld):
        assert len(geduld) == 1 and geduld[0] <= 0.7, "the second doesn't wait at all: it was too late a moment ago"
    settings.ZOEK = settings.ZOEK | {"URL": f"http://127.0.0.1:{poort}", "INDEX": f"proef{poort}"}
    artikel = Artikel.objects.get(slug="bang-om-te-vallen", locale__language_code="nl")
    als("Eindredacteur").get("/admin/")
    with vastgelegd(werker=False):
        artikel.save_revision().publish()
        geduld.clear()
    assert sum(geduld) < 1.5, "the whole of what follows the commit"
    wacht = Wachtrij.objects.filter(motor="elasticsearch")
    assert wacht.exists() and not Wachtrij.objects.exclude(motor="elasticsearch").exists(), (
        "it waits, the other went on"
    )
