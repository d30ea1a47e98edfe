"""What the night does with who signed up: one reminder, room made, and names forgotten."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from kennisplatform.agenda import bijeenkomsten, deelnemen, nachtwerk
from kennisplatform.agenda.models import Deelname
from kennisplatform.deelnemers.models import Buurt, Lidmaatschap
from kennisplatform.toegang.verwijderen import verwijder_account
from tests import mensen
from tests.agenda import hulp as agenda
from tests.agenda.deelname.hulp import binnen

pytestmark = pytest.mark.django_db


def test_the_reminder_comes_once_and_only_to_who_has_a_place(
    buurt: Buurt, django_capture_on_commit_callbacks: Any
) -> None:
    ding = agenda.bijeenkomst(buurt, 1, plaatsen=9)
    agenda.gast(ding, email="wel@voorbeeld.example")
    agenda.gast(ding, staat="wacht")
    agenda.gast(ding, staat="onbevestigd")
    agenda.gast(agenda.bijeenkomst(buurt, 3))
    agenda.gast(agenda.bijeenkomst(buurt, 1, afgelast=timezone.now()))
    for _nacht in range(3):
        with django_capture_on_commit_callbacks(execute=True):
            nachtwerk.herinner()
    (brief,) = mail.outbox
    assert brief.to == ["wel@voorbeeld.example"] and "Morgen" in brief.subject


@pytest.mark.usefixtures("eigen_index")
def test_who_left_the_network_hears_nothing_and_makes_room(
    buurt: Buurt, django_capture_on_commit_callbacks: Any
) -> None:
    weg, blijft = mensen.lid(buurt), mensen.lid(buurt)
    ding = agenda.bijeenkomst(buurt, 1, zichtbaarheid="eigen", plaatsen=1, titel="Onder ons")
    for wie in (weg, blijft):
        deelnemen.meld_aan(bijeenkomst=ding, persoon=wie)
    Lidmaatschap.objects.filter(persoon=weg).update(van="2020-01-01", tot=timezone.localdate())
    with django_capture_on_commit_callbacks(execute=True):
        nachtwerk.herinner()
        bijeenkomsten.wijzig(bijeenkomst=ding, velden={"plaats": "Elders"}, gezien=0)
    assert not [brief for brief in mail.outbox if brief.to == [weg.email] and "Elders" in brief.body]
    assert "Onder ons" not in "".join(b.subject for b in mail.outbox if b.to == [weg.email] and "Morgen" in b.subject)
    nachtwerk.ruim_op()
    assert list(ding.deelnames.values_list("persoon", "staat")) == [(blijft.pk, "plek")]


def test_after_thirty_days_name_and_address_are_gone_and_the_number_stays(buurt: Buurt) -> None:
    oud, vers = agenda.bijeenkomst(buurt, -32, kwamen=4), agenda.bijeenkomst(buurt, -20)
    wie = mensen.persoon()
    for ding in (oud, vers):
        agenda.gast(ding)
        Deelname.objects.create(bijeenkomst=ding, persoon=wie, staat="plek")
    heel_oud = agenda.bijeenkomst(buurt, -400)
    Deelname.objects.create(bijeenkomst=heel_oud, persoon=wie, staat="plek")
    komend = agenda.bijeenkomst(buurt)
    agenda.gast(komend, staat="onbevestigd", sinds=timezone.now() - dt.timedelta(days=3))
    agenda.gast(komend, staat="onbevestigd")
    nachtwerk.ruim_op()
    assert [d.persoon for d in oud.deelnames.all()] == [wie] and vers.deelnames.count() == 2
    assert not heel_oud.deelnames.exists() and komend.deelnames.count() == 1
    oud.refresh_from_db()
    assert oud.kwamen == 4


# ---- Own data


def test_my_data_shows_them_and_gone_is_gone(buurt: Buurt, django_capture_on_commit_callbacks: Any) -> None:
    wie, ander = mensen.persoon(), mensen.persoon()
    ding = agenda.bijeenkomst(buurt, plaatsen=1, titel="Kwikbijeenkomst", door=wie)
    for persoon in (wie, ander):
        deelnemen.meld_aan(bijeenkomst=ding, persoon=persoon)
    als_gast = agenda.gast(agenda.bijeenkomst(buurt, -3), email=wie.email)
    html = binnen(wie).get(reverse("mijn_gegevens")).content.decode()
    assert "Kwikbijeenkomst" in html and "Bijeenkomsten waarvoor u bent aangemeld" in html
    with django_capture_on_commit_callbacks(execute=True):
        verwijder_account(gebruiker=wie)
    assert list(ding.deelnames.values_list("persoon", "staat")) == [(ander.pk, "plek")]
    assert not Deelname.objects.filter(pk=als_gast.pk).exists()
    ding.refresh_from_db()
    assert ding.door is None
