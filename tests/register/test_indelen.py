"""A neighbourhood is split or merged: seen first, people go along, history stays."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Herindeling, Lidmaatschap
from kennisplatform.netwerken.models import Aanvraag, Uitnodiging, Werkwijze
from tests import mensen
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(client: Client) -> Client:
    client.force_login(mensen.medewerker("transitieteam"))
    return client


def deel_in(client: Client, velden: dict[str, Any]) -> Any:
    """Through the preview, as the screen does."""
    eerst = client.post(reverse("register_indelen"), velden)
    if "voorvertoning" not in (eerst.context or {}):
        return eerst
    assert "Dit gaat er gebeuren" in eerst.content.decode()
    assert "&lt;" not in eerst.content.decode().split("<main")[0]  # no object of ours leaks into the frame
    return client.post(reverse("register_indelen"), velden | {"gezien": eerst.context["formulier"].merk()})


def test_nothing_happens_before_it_was_looked_at(team: Client) -> None:
    mensen.buurt("a-wijk")
    velden = {"van": "A Wijk", "naar": "Noord\nZuid", "reden": "groot"}
    merk = team.post(reverse("register_indelen"), velden).context["formulier"].merk()
    anders = team.post(reverse("register_indelen"), velden | {"naar": "Oost\nWest", "gezien": merk})
    assert "Oost" in pagina(anders).tekst() and not Buurt.objects.filter(naam__in=["Noord", "Oost"]).exists()


def test_merging_takes_people_along_and_keeps_the_history(team: Client) -> None:
    a, b = mensen.buurt("a-wijk", cbs_code="BU09990001"), mensen.buurt("b-wijk")
    beide = mensen.lid(a, Netwerkrol.KARTREKKER)
    mensen.lid(b, Netwerkrol.KARTREKKER, beide)
    een = mensen.lid(b, Netwerkrol.GEMEENTE)
    Werkwijze.objects.create(buurt=a, nummer=3, begin="zo doen wij het in a")
    Uitnodiging.objects.create(buurt=a, email="x@x.example", rol="anders", sleutelhash="h", verloopt=timezone.now())
    vrager = mensen.persoon("vrager")
    for waar in (a, b):
        Aanvraag.objects.create(buurt=waar, persoon=vrager, functie="x", bericht="x")
    velden = {"van": "BU09990001\nb wijk, Proefstad", "naar": "AB-wijk; BU09990001", "reden": "CBS 2027"}
    assert deel_in(team, velden).status_code == 302
    nieuw = Buurt.objects.get(naam="AB-wijk")
    assert nieuw.cbs_code == "BU09990001"  # the code goes on; the old one keeps it as history
    lopend = Lidmaatschap.objects.lopend()
    assert sorted(lopend.filter(buurt=nieuw).values_list("persoon", "rol")) == sorted(
        [(beide.pk, "kartrekker"), (een.pk, "gemeente")]
    )
    assert not lopend.filter(buurt__in=[a, b]).exists() and Lidmaatschap.objects.filter(buurt__in=[a, b]).count() == 3
    assert Herindeling.objects.get().soort == "samenvoeging"
    assert Werkwijze.objects.get(buurt=nieuw).begin == "zo doen wij het in a"  # nobody begins from nothing
    assert Uitnodiging.objects.get(email="x@x.example").buurt == nieuw  # the link in the mail leads on
    assert list(Aanvraag.objects.filter(buurt=nieuw).values_list("persoon", flat=True)) == [vrager.pk]  # once
    assert "Opgegaan" in pagina(team.get(reverse("register_buurt", args=["a-wijk"]))).tekst()
    publiek = Client().get(reverse("buurt", args=["a-wijk"])).content.decode()
    assert nieuw.get_absolute_url() in publiek  # an old link leads on
    assert "A Wijk" not in Client().get(reverse("buurten")).content.decode()


def test_splitting(team: Client) -> None:
    a = mensen.buurt("a-wijk")
    lid = mensen.lid(a, Netwerkrol.BURGER)
    assert deel_in(team, {"van": "A Wijk", "naar": "Noord\nZuid", "reden": "groot"}).status_code == 302
    assert sorted(lm.buurt.naam for lm in Lidmaatschap.objects.lopend().filter(persoon=lid)) == ["Noord", "Zuid"]


@pytest.mark.usefixtures("eigen_index")
def test_who_is_in_the_network_reads_once_where_they_belong_now(
    team: Client, django_capture_on_commit_callbacks: Any
) -> None:
    a, b = mensen.buurt("a-wijk"), mensen.buurt("b-wijk")
    lid = mensen.lid(a, Netwerkrol.KARTREKKER)
    mensen.lid(a, Netwerkrol.BURGER, lid)  # two roles, one letter
    mensen.lid(b, Netwerkrol.GEMEENTE)
    weg = mensen.lid(a, Netwerkrol.ANDERS, tot=timezone.localdate())
    with django_capture_on_commit_callbacks(execute=True):
        deel_in(team, {"van": "A Wijk", "naar": "Noord\nZuid", "reden": "te groot"})
    (brief,) = mail.outbox
    assert brief.to == [lid.email] and weg.email not in brief.to and "A Wijk" in brief.subject
    for woord in ("A Wijk is gesplitst", "te groot", "Noord", "Zuid", reverse("netwerk", args=["noord"])):
        assert woord in brief.body, woord
    mail.outbox.clear()
    adres = reverse("register_ongedaan", args=[Herindeling.objects.get().pk])
    gezien = team.get(adres).context["formulier"]["gezien"].value()
    with django_capture_on_commit_callbacks(execute=True):
        assert team.post(adres, {"reden": "vergissing", "gezien": gezien}).status_code == 302
    (terug,) = mail.outbox
    assert terug.to == [lid.email] and "teruggedraaid" in terug.subject
    assert reverse("netwerk", args=["a-wijk"]) in terug.body and "vergissing" not in terug.body


@pytest.mark.parametrize(
    ("van", "woord"),
    [
        ("A Wijck", "Bedoelt u ‘A Wijk’"),
        ("Xyzzy", "ken ik niet"),
        ("Dubbel", "Schrijf welke"),
        ("BU00000000", "ken ik niet"),
    ],
)
def test_a_neighbourhood_is_named_by_name_or_code(team: Client, van: str, woord: str) -> None:
    """A thousand of them fit in no menu."""
    mensen.buurt("a-wijk")
    for plaats in ("Hier", "Daar"):
        Buurt.objects.create(slug=f"dubbel-{plaats}", naam="Dubbel", gemeente=plaats, partner="Zorg")
    fout = str(deel_in(team, {"van": van, "naar": "Noord\nZuid", "reden": "x"}).context["formulier"].errors["van"])
    assert woord in fout, fout
    assert "Dubbel, Hier" not in fout or "Dubbel, Daar" in fout
    antwoord = team.post(reverse("register_indelen"), {"van": "dubbel, hier", "naar": "Noord\nZuid", "reden": "x"})
    assert [b.gemeente for b in antwoord.context["voorvertoning"]["van"]] == ["Hier"]


def test_the_way_from_a_neighbourhood_fills_in_its_name(team: Client) -> None:
    mensen.buurt("a-wijk")
    assert "A Wijk, Proefstad" in pagina(team.get(reverse("register_indelen") + "?van=a-wijk")).tekst()


@pytest.mark.parametrize(
    "naar", ["", "Eentje", "Noord; BU1\nZuid", "x" * 130 + "\nZuid", "Noord; BU09990001\nZuid; BU09990001"]
)
def test_a_division_that_can_not_be(team: Client, naar: str) -> None:
    a = mensen.buurt("a-wijk")
    antwoord = deel_in(team, {"van": "A Wijk", "naar": naar, "reden": "x"})
    assert antwoord.status_code == 200 and antwoord.context["formulier"].errors
    a.refresh_from_db()
    assert a.opgeheven is None and not Herindeling.objects.exists()
