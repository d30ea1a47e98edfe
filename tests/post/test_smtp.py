"""Draining to a real mail server: what it refuses for good, for now, and when it is away."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from kennisplatform.post import dagboek, wachtrij
from kennisplatform.post.models import Bericht
from kennisplatform.post.oordeel import MAX_POGINGEN, UITSTEL
from tests.server import vrije_poort

from .conftest import Bus

Schrijf = Callable[..., Bericht]


def vers(bericht: Bericht) -> Bericht:
    return Bericht.objects.get(pk=bericht.pk)


def nu_aan_de_beurt() -> None:
    Bericht.objects.open().update(volgende=timezone.now())


def test_a_batch_goes_over_one_connection(bus: Bus, schrijf: Schrijf) -> None:
    geschreven = [schrijf(naam).berichtid for naam in ("ans", "bo", "cem")]
    assert wachtrij.verwerk().verstuurd == 3
    assert bus.ids == geschreven and bus.verbindingen == 1
    assert bus.berichten[0]["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize("waar", ["rcpt", "data"])
def test_refused_for_good_fails_at_once(
    bus: Bus, schrijf: Schrijf, waar: str, caplog: pytest.LogCaptureFixture
) -> None:
    getattr(bus, waar)["weg"] = "550 5.1.1 <Weg@voorbeeld.example> unknown"
    weg, goed = schrijf("weg"), schrijf("ans")
    uitslag = wachtrij.verwerk()
    assert (uitslag.verstuurd, uitslag.mislukt) == (1, 1)
    assert vers(weg).mislukt and vers(weg).poging == 1 and vers(goed).verstuurd
    assert vers(weg).fout == "550 5.1.1 <…> unknown", "the address is for nobody's screen"
    assert "given up" in caplog.text and "weg@" not in caplog.text.lower()


@pytest.mark.parametrize("waar", ["rcpt", "data"])
def test_refused_for_now_is_tried_again_and_given_up_after_three_days(
    bus: Bus, schrijf: Schrijf, waar: str, caplog: pytest.LogCaptureFixture
) -> None:
    getattr(bus, waar)["vol"] = "452 4.2.2 mailbox full"
    vol, goed = schrijf("vol"), schrijf("ans")
    for poging, uitstel in enumerate(UITSTEL, start=1):
        nu_aan_de_beurt()
        assert wachtrij.verwerk().later == 1
        rij = vers(vol)
        assert rij.poging == poging and "mailbox full" in rij.fout and not rij.vast_door
        assert abs(rij.volgende - timezone.now() - uitstel) < dt.timedelta(seconds=10)
        assert wachtrij.verwerk().later == 0, "not before its time"
    nu_aan_de_beurt()
    assert wachtrij.verwerk().mislukt == 1
    assert vers(vol).mislukt and vers(vol).poging == MAX_POGINGEN
    assert vers(goed).verstuurd and len(bus.ids) == 1
    assert dt.timedelta(days=2.5) < sum(UITSTEL, dt.timedelta()) < dt.timedelta(days=3.5)
    assert "given up after 8 tries" in caplog.text


def test_every_try_is_the_same_message(bus: Bus, schrijf: Schrijf) -> None:
    """Message-ID and Date: a server that took the first try knows the second."""
    bericht = schrijf("ans")
    wachtrij.verwerk()
    Bericht.objects.filter(pk=bericht.pk).update(verstuurd=None)
    wachtrij.verwerk()
    eerste, tweede = bus.berichten
    assert (eerste["Message-ID"], eerste["Date"]) == (tweede["Message-ID"], tweede["Date"])


def test_a_refused_sender_is_our_own_fault_and_waits(bus: Bus, schrijf: Schrijf) -> None:
    async def handle_mail(*_: Any) -> str:
        return "553 5.1.8 this sender may not send here"

    bus.handle_MAIL = handle_mail
    bericht = schrijf()
    assert wachtrij.verwerk().later == 1
    assert not vers(bericht).mislukt and "553" in vers(bericht).fout


def test_a_server_that_is_away_costs_no_tries(
    schrijf: Schrijf, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.POST = settings.POST | {"VERVOER": "django.core.mail.backends.smtp.EmailBackend"}
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", vrije_poort()
    for _ in range(50):
        schrijf()
    assert wachtrij.verwerk().onbereikbaar
    assert not Bericht.objects.exclude(poging=0, vast_door="", vast_tot=None).exists()
    assert caplog.text.count("mail server is away") == 1, "asked once, not once a batch"


def test_a_server_that_hangs_up_costs_one_try_of_one_message(bus: Bus, schrijf: Schrijf) -> None:
    for naam in ("a", "lastig", "b", "c"):
        schrijf(naam)
    bus.ophangen = "lastig"
    uitslag = wachtrij.verwerk()
    assert (uitslag.verstuurd, uitslag.later) == (3, 1), "the others go over a new connection"
    assert list(Bericht.objects.filter(poging=1, verstuurd=None).values_list("aan", flat=True)) == [
        "lastig@voorbeeld.example"
    ]


def test_a_server_that_closes_is_left_alone(bus: Bus, schrijf: Schrijf) -> None:
    for naam in "abcdef":
        schrijf(naam)
        bus.rcpt[naam] = "421 4.3.2 closing"
    uitslag = wachtrij.verwerk()
    assert uitslag.later == wachtrij.MAX_VERBROKEN
    assert Bericht.objects.filter(poging=0, vast_door="").count() == 3


def test_a_claim_keeps_others_off_until_it_ends(bus: Bus, schrijf: Schrijf) -> None:
    schrijf()
    (rij,) = wachtrij.neem()
    assert wachtrij.neem() == [] and wachtrij.verwerk().verstuurd == 0
    Bericht.objects.update(vast_tot=timezone.now() - dt.timedelta(seconds=1))
    (ander,) = wachtrij.neem()
    assert ander.vast_door != rij.vast_door
    assert not wachtrij._begin(rij), "who lost the claim sends nothing"
    assert wachtrij._begin(ander)
    assert bus.ids == []


def test_who_lost_the_claim_can_not_undo_what_the_other_did(bus: Bus, schrijf: Schrijf) -> None:
    schrijf()
    (traag,) = wachtrij.neem()
    Bericht.objects.update(vast_tot=timezone.now())
    wachtrij.verwerk()
    wachtrij._noteer_mislukt(traag, "te laat", wachtrij.Uitslag())
    assert Bericht.objects.get().verstuurd and not Bericht.objects.get().mislukt


def test_the_journal_knows_what_the_database_missed(
    bus: Bus, schrijf: Schrijf, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database goes away between the server's 'ok' and our note of it."""
    settings.POST = settings.POST | {"DAGBOEK": str(tmp_path / "boek")}
    bericht = schrijf()

    def stuk(*_: Any) -> None:
        raise RuntimeError("database away")

    with monkeypatch.context() as m:
        m.setattr(wachtrij, "_noteer_verstuurd", stuk)
        with pytest.raises(RuntimeError):
            wachtrij.verwerk()
    assert not vers(bericht).verstuurd and dagboek.gelezen() == {bericht.berichtid}
    Bericht.objects.update(vast_tot=timezone.now())
    assert wachtrij.verwerk().verstuurd == 1
    assert vers(bericht).verstuurd and len(bus.ids) == 1, "noted, not sent again"


def test_a_journal_that_can_not_be_written_stops_no_mail(
    bus: Bus, schrijf: Schrijf, settings: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "bestand").write_text("")
    settings.POST = settings.POST | {"DAGBOEK": str(tmp_path / "bestand")}
    schrijf()
    with caplog.at_level(logging.ERROR):
        assert wachtrij.verwerk().verstuurd == 1
    assert "journal" in caplog.text


def test_what_kills_every_process_is_given_up(bus: Bus, schrijf: Schrijf) -> None:
    bericht = schrijf()
    Bericht.objects.update(poging=wachtrij.MAX_BEGONNEN)
    assert wachtrij.verwerk().mislukt == 1
    assert vers(bericht).mislukt and bus.ids == []
