"""Signing up with an account, leaving, and the waiting list."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from kennisplatform.agenda import bijeenkomsten
from kennisplatform.agenda.models import Deelname
from kennisplatform.deelnemers.models import Buurt
from tests import mensen
from tests.agenda import hulp as agenda
from tests.agenda.deelname.hulp import RIA, binnen, van
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


def test_joining_and_leaving(buurt: Buurt, post: Any) -> None:
    ding, wie = agenda.bijeenkomst(buurt), mensen.persoon()
    client = binnen(wie)
    post(client, van(ding))
    assert "U bent aangemeld" in pagina(client.get(ding.get_absolute_url())).tekst()
    assert "U bent al aangemeld" in pagina(client.post(van(ding), follow=True)).tekst()
    assert ding.deelnames.count() == 1 and [brief.to for brief in mail.outbox] == [[wie.email]]
    post(client, van(ding, "afmelden"))
    assert not ding.deelnames.exists()
    assert "niet aangemeld" in pagina(client.post(van(ding, "afmelden"), follow=True)).tekst()


@pytest.mark.parametrize(
    ("velden", "woord"),
    [
        ({"dagen": -1}, "al begonnen of geweest"),
        ({"afgelast": timezone.now()}, "gaat niet door"),
        ({"aanmelden_tot": timezone.now() - dt.timedelta(hours=1)}, "niet meer aanmelden"),
    ],
)
def test_too_late_is_too_late(buurt: Buurt, post: Any, velden: dict[str, Any], woord: str) -> None:
    ding = agenda.bijeenkomst(buurt, **velden)
    for client, data in ((binnen(mensen.persoon()), {}), (Client(), RIA)):
        antwoord = client.post(van(ding), data, follow=True)
        assert woord in antwoord.content.decode()
    assert not ding.deelnames.exists() and not mail.outbox


def test_full_is_a_waiting_list_and_who_waited_longest_moves_up(buurt: Buurt, post: Any) -> None:
    ding = agenda.bijeenkomst(buurt, plaatsen=1)
    eerste, tweede, derde = (mensen.persoon(naam) for naam in ("eerste", "tweede", "derde"))
    post(binnen(eerste), van(ding))
    zegt = pagina(binnen(tweede).post(van(ding), follow=True)).teksten(".melding")
    assert zegt[0] == "U staat op de wachtlijst. Komt er een plek vrij, dan krijgt u een mail."
    post(binnen(derde), van(ding))
    staten = dict(ding.deelnames.values_list("persoon", "staat"))
    assert staten == {eerste.pk: "plek", tweede.pk: "wacht", derde.pk: "wacht"}
    html = Client().get(ding.get_absolute_url()).content.decode()
    assert "Er wachten 2 mensen" in html and "Zet mij op de wachtlijst" in html
    mail.outbox.clear()
    post(binnen(derde), van(ding, "afmelden"))  # who only waited makes no room
    assert not mail.outbox and ding.deelnames.get(persoon=tweede).staat == "wacht"
    post(binnen(eerste), van(ding, "afmelden"))
    assert ding.deelnames.get(persoon=tweede).staat == "plek"
    (brief,) = mail.outbox
    assert brief.to == [tweede.email] and "plek voor u" in brief.subject


@pytest.mark.usefixtures("eigen_index")
def test_more_places_move_up_exactly_as_many(buurt: Buurt, django_capture_on_commit_callbacks: Any) -> None:
    ding = agenda.bijeenkomst(buurt, plaatsen=1)
    agenda.gast(ding)
    wachtend = [agenda.gast(ding, staat="wacht", sinds=timezone.now() - dt.timedelta(hours=9 - n)) for n in range(4)]
    with django_capture_on_commit_callbacks(execute=True):
        bijeenkomsten.wijzig(bijeenkomst=ding, velden={"plaatsen": 3}, gezien=0)
    assert [Deelname.objects.get(pk=d.pk).staat for d in wachtend] == ["plek", "plek", "wacht", "wacht"]
    assert len(mail.outbox) == 2
    bijeenkomsten.wijzig(bijeenkomst=ding, velden={"plaatsen": None}, gezien=1)
    assert ding.deelnames.plek().count() == 5
