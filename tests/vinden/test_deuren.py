"""A reader who looks for the way in finds the door; one who asks about something else is not bothered."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("q", "adres"),
    [
        ("inloggen", "/account/aanmelden/"),
        ("hoe kan ik inloggen", "/account/aanmelden/"),
        ("mijn account", "/account/aanmelden/"),
        ("wachtwoord vergeten", "/account/wachtwoord/vergeten/"),
        ("account wachtwoord", "/account/wachtwoord/vergeten/"),
    ],
)
def test_the_door_stands_above_the_results(client: Client, q: str, adres: str) -> None:
    tekst = client.get("/zoeken/", {"q": q}).content.decode()
    assert f'<a href="{adres}">' in tekst.partition('id="lijst"')[0].partition("Voor uw account")[2]


@pytest.mark.parametrize(
    ("q", "adres"),
    [
        ("samen wandelen in mijn buurt", "/leernetwerk/agenda/"),
        ("agenda", "/leernetwerk/agenda/"),
        ("wat is er te doen in de buurt", "/leernetwerk/agenda/"),
        ("is er vandaag iets te doen", "/leernetwerk/agenda/"),
        ("meepraten over mijn buurt", "/buurten/"),
        ("wat is er met het plan van mijn buurt gedaan", "/buurten/"),
    ],
)
def test_who_asks_about_the_own_neighbourhood_finds_its_page_or_the_agenda(client: Client, q: str, adres: str) -> None:
    tekst = client.get("/zoeken/", {"q": q}).content.decode()
    assert f'<a href="{adres}">' in tekst.partition('id="lijst"')[0].partition("Over uw eigen buurt")[2]


@pytest.mark.parametrize("q", ["onderzoeksagenda", "onderzoek agenda", "cijfers download"])
def test_who_does_research_finds_the_agenda_and_the_figures(client: Client, q: str) -> None:
    assert '<a href="/onderzoek/">' in client.get("/zoeken/", {"q": q}).content.decode().partition('id="lijst"')[0]


@pytest.mark.parametrize("q", ["ik wil dood", "dood", "ik wil niet meer leven"])
def test_who_says_so_meets_the_page_for_that_before_one_about_dying(client: Client, q: str) -> None:
    gevonden = [hit.adres for hit in client.get("/zoeken/", {"q": q}).context["blad"].getoond]
    assert gevonden[0] == "/preventie/denken-aan-de-dood/", gevonden[:4]


@pytest.mark.parametrize(
    "q",
    [
        "buurtbeeld",
        "wat is er te doen tegen vallen",
        "vergeten",
        "vallen",
        "",
        "mijn moeder weet haar wachtwoord van de bank en haar pincode niet meer",
        "112",
    ],
)
def test_other_questions_have_no_door(client: Client, q: str) -> None:
    tekst = client.get("/zoeken/", {"q": q}).content.decode()
    assert "Voor uw account" not in tekst and "Over uw eigen buurt" not in tekst
