"""The outbox, its sources and the events that fill it. Groups stand in for a plain model, Page for pages."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import transaction
from wagtail.models import Page

from kennisplatform import naderhand
from kennisplatform.naderhand import termijn
from kennisplatform.zoeken import bron, signalen
from kennisplatform.zoeken import wachtrij as rij
from kennisplatform.zoeken.document import Document
from kennisplatform.zoeken.models import Wachtrij
from kennisplatform.zoeken.motor import motor, motoren
from kennisplatform.zoeken.motoren.elasticsearch import ElasticMotor
from kennisplatform.zoeken.poort import MotorBezig
from tests import brengen

from .conftest import gevonden, wachtend

pytestmark = pytest.mark.usefixtures("bronnen")

Vang = Callable[..., object]


# --- the outbox


def test_a_saved_thing_is_found_after_the_commit(django_capture_on_commit_callbacks: Vang) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        groep = Group.objects.create(name="Tulpen")
        assert wachtend() == {f"zet groep:{groep.pk}"}
        assert gevonden("tulpen") == []
    assert gevonden("tulp") == [f"groep:{groep.pk}"]
    assert wachtend() == set()


def test_what_is_rolled_back_leaves_no_row() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        Group.objects.create(name="Tulpen")
        raise RuntimeError
    assert wachtend() == set()


def test_no_longer_public_is_taken_out_and_deleted_too() -> None:
    groep, ander = Group.objects.create(name="Tulpen"), Group.objects.create(name="Tulpen rood")
    rij.verwerk()
    assert len(gevonden("tulpen")) == 2
    groep.name = "geheime tulpen"
    groep.save()
    sleutel = f"groep:{ander.pk}"
    ander.delete()
    assert f"wis {sleutel}" in wachtend()
    assert rij.verwerk() == 2 * len(motoren())
    assert gevonden("tulpen") == []


def test_a_document_of_none_is_left_out() -> None:
    Group.objects.create(name="niets")
    assert rij.verwerk() == 1 * len(motoren())
    assert motor().aantal() == 0


def test_the_last_row_of_a_key_counts() -> None:
    groep = Group.objects.create(name="Tulpen")
    sleutel = f"groep:{groep.pk}"
    rij.zet_in_wachtrij([sleutel], Wachtrij.Actie.WIS)
    rij.verwerk()
    assert gevonden("tulpen") == []
    rij.zet_in_wachtrij([sleutel], Wachtrij.Actie.WIS)
    rij.zet_in_wachtrij([sleutel])
    rij.verwerk()
    assert gevonden("tulpen") == [sleutel]


def test_rows_stay_when_another_writes(
    django_capture_on_commit_callbacks: Vang, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO), motoren()[0].schrijver():
        with django_capture_on_commit_callbacks(execute=True):
            Group.objects.create(name="Tulpen")
        with pytest.raises(MotorBezig):
            rij.verwerk()
    assert len(wachtend()) == 1
    assert "rows wait" in caplog.text
    assert rij.verwerk() == 1, "the other engine has had its row"
    assert len(gevonden("tulpen")) == 1


def test_a_command_waits_until_the_other_is_done(django_capture_on_commit_callbacks: Vang) -> None:
    begonnen, klaar = threading.Event(), threading.Event()

    def ander() -> None:
        with motoren()[0].schrijver():
            begonnen.set()
            klaar.wait(30)

    schrijft = threading.Thread(target=ander)
    schrijft.start()
    assert begonnen.wait(30)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            Group.objects.create(name="Tulpen")
        assert len(wachtend()) == 1, "a request does not wait: its row does"
        threading.Timer(2.0, klaar.set).start()  # longer than an engine itself tries for its lock
        call_command("verwerkwachtrij", stdout=StringIO())
    finally:
        klaar.set()
        schrijft.join()
    assert wachtend() == set()
    assert len(gevonden("tulpen")) == 1


def test_a_command_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    keren: list[float] = []

    def bezig() -> None:
        keren.append(time.monotonic())
        raise MotorBezig("another process writes")

    with pytest.raises(MotorBezig):
        rij.geduldig(bezig, geduld_s=0.6)
    assert len(keren) > 1


@pytest.mark.eenmaal
def test_beside_a_cluster_who_writes_does_not_wait_for_it(
    settings: Any, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Vang
) -> None:
    """The thread waits in its stead, also for another process that writes; it has a deadline of its own."""
    settings.ZOEK = settings.ZOEK | {"DIRECT": "draad"}
    verder, klaar, keren = threading.Event(), threading.Event(), []

    def traag() -> int:
        keren.append((threading.current_thread(), naderhand.rest()))
        assert verder.wait(30)
        if len(keren) == 1:
            raise MotorBezig("another process writes")
        klaar.set()
        return 1

    monkeypatch.setattr(rij, "verwerk", traag)
    with django_capture_on_commit_callbacks(execute=True):
        Group.objects.create(name="Tulpen")
    assert not klaar.is_set(), "the request went on while the engine is written"
    verder.set()
    assert klaar.wait(30)
    keren[0][0].join(30)
    assert len(keren) == 2 and all(draad is not threading.main_thread() and rest for draad, rest in keren)


@pytest.mark.eenmaal
def test_who_waits_for_a_commit_does_not_drain_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy site rows keep coming; the one who happens to drain goes on after its deadline with none."""
    monkeypatch.setattr(rij, "PARTIJ", 2)
    rij.zet_in_wachtrij([f"groep:{pk}" for pk in range(900_001, 900_006)])
    begin = Wachtrij.objects.count()
    with termijn(0):
        assert rij.verwerk(stil=True) == 2 * len(motoren())
    assert Wachtrij.objects.count() == begin - 2 * len(motoren())
    rij.verwerk()
    assert not Wachtrij.objects.exists()


def test_rows_stay_when_the_commit_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    Group.objects.create(name="Tulpen")

    def stuk(*_: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as m:
        m.setattr(rij, "_pas_toe", stuk)
        with pytest.raises(OSError, match="disk full"):
            rij.verwerk()
    assert len(wachtend()) == 1
    assert rij.verwerk() == 1 * len(motoren())


def test_a_change_during_a_rebuild_is_not_lost() -> None:
    groep = Group.objects.create(name="Tulpen")
    rij.verwerk()

    def lees() -> Iterator[Document]:
        yield Document(f"groep:{groep.pk}", "groep", groep.name)  # read before the change
        groep.name = "Narcissen"
        groep.save()
        rij.verwerk(stil=True)
        assert gevonden("narcissen") == [f"groep:{groep.pk}"], "the live index is up to date meanwhile"
        assert len(wachtend()) == 1

    motoren()[0].herbouw(lees())
    assert gevonden("tulpen") == [f"groep:{groep.pk}"]
    rij.verwerk()
    assert gevonden("tulpen") == []
    assert gevonden("narcissen") == [f"groep:{groep.pk}"]


def _zonder_index() -> None:
    """As a new machine, or a disk that lost it."""
    for een in motoren():
        if isinstance(een, ElasticMotor):
            een.beheer.wis_alles()
            een.cluster.vergeet()
        else:
            (Path(een.map.plek) / "huidig").unlink()


def test_a_small_site_without_an_index_gets_a_whole_one() -> None:
    Group.objects.create(name="Tulpen")
    Group.objects.create(name="Narcissen")
    Wachtrij.objects.filter(sleutel__isnull=False).first().delete()
    _zonder_index()
    rij.verwerk()
    assert len(gevonden("tulpen")) == len(gevonden("narcissen")) == 1
    assert wachtend() == set()


def test_a_large_site_waits_for_its_rebuild(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(rij, "KLEIN", 0)
    Group.objects.create(name="Tulpen")
    _zonder_index()
    rij.verwerk(stil=True)
    assert "rows wait for its rebuild" in caplog.text
    assert len(wachtend()) == 1
    uit = StringIO()
    call_command("herindex", stdout=uit)
    assert "documenten in" in uit.getvalue()
    assert len(gevonden("tulpen")) == 1
    assert wachtend() == set()
    call_command("herindex", "--zo-nodig", stdout=uit)
    assert uit.getvalue().endswith("zoekindex is in orde\n")


def test_the_drain_command() -> None:
    Group.objects.create(name="Tulpen")
    uit = StringIO()
    call_command("verwerkwachtrij", "--ruim-op", stdout=uit)
    assert uit.getvalue() == f"{len(motoren())} rijen verwerkt\n"
    assert len(gevonden("tulpen")) == 1


# --- sources


def test_every_key_is_set_or_deleted() -> None:
    goed, geheim = Group.objects.create(name="Tulpen"), Group.objects.create(name="geheim")
    sleutels = [f"groep:{goed.pk}", f"groep:{geheim.pk}", "groep:999999", "groep:x", "weg:1", "raar"]
    zet, wis = bron.documenten(sleutels)
    assert [d.sleutel for d in zet] == [f"groep:{goed.pk}"]
    assert wis == sleutels[1:]
    assert [d.titel for d in bron.alle_documenten() if d.soort == "groep" and d.titel == "geheim"] == []


def test_one_thing_that_fails_does_not_hold_up_the_rest(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def document(g: Group) -> Document:
        if g.name == "stuk":
            raise RuntimeError("kapot")
        return Document(f"groep:{g.pk if g.name != 'vreemd' else 0}", "groep", g.name)

    groepen = bron.Zoekbron("groep", model=Group, openbaar=Group.objects.all, document=document)
    brengen.alleen(monkeypatch, bron.Zoekbron, groepen)
    pks = [Group.objects.create(name=naam).pk for naam in ("stuk", "vreemd", "Tulpen")]
    zet, wis = bron.documenten([f"groep:{pk}" for pk in pks])
    assert [d.titel for d in zet] == ["Tulpen"]
    assert len(wis) == 2
    assert "can not be made findable" in caplog.text


def test_a_prefix_is_a_name() -> None:
    with pytest.raises(ImproperlyConfigured, match="groep:"):
        bron.Zoekbron("groep:", model=Page, openbaar=Page.objects.all, document=lambda p: None)


def test_take_up_again_by_queryset_or_key() -> None:
    groep = Group.objects.create(name="Tulpen")
    Wachtrij.objects.all().delete()
    signalen.heropnemen(Group.objects.filter(pk=groep.pk))
    signalen.heropnemen(["pagina:7"])
    assert wachtend() == {f"zet groep:{groep.pk}", "zet pagina:7"}
