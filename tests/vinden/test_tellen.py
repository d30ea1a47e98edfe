"""What readers ask is counted; who asks is not, and what looks like a person is never kept."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from kennisplatform.vinden import gat, tellen
from kennisplatform.vinden.models import Weekgeheim, Zoekterm

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("niets_gezocht")]
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"


def zoek(client: Client, q: str, wie: int = 1, **meer: str) -> None:
    kop = {"HTTP_USER_AGENT": FIREFOX, "REMOTE_ADDR": f"10.0.0.{wie}"}
    assert client.get("/zoeken/", {"q": q, **meer}, **kop).status_code == 200


def test_a_text_is_shown_only_when_three_visitors_asked_it(client: Client) -> None:
    for _ in range(5):
        zoek(client, "Fnorxqaz")
    assert Zoekterm.objects.get(tekst="fnorxqaz").keren == 5
    assert gat.gaten() == [], "one person, however often"
    zoek(client, "fnorxqaz!", wie=2)
    assert gat.gaten() == []
    zoek(client, " fnorxqaz ", wie=3)
    (een,) = gat.gaten()
    assert (een.tekst, een.keren, een.niets) == ("fnorxqaz", 7, 7)
    assert Zoekterm.objects.get(tekst="fnorxqaz").merken == [], "the marks go as soon as there are enough"


def test_no_address_and_no_browser_is_kept(client: Client) -> None:
    zoek(client, "fnorxqaz", wie=77)
    rij = Zoekterm.objects.get()
    alles = repr(list(Zoekterm.objects.values())) + repr(list(Weekgeheim.objects.values()))
    assert "10.0.0.77" not in alles
    assert "Firefox" not in alles
    assert len(rij.merken) == 1


@pytest.mark.parametrize(
    "q",
    [
        "mevrouw de Vries",
        "Annie (83)",
        "jan jansen",
        "fatima",
        "0612345678",
        "06 12 34 56 78",
        "123456782",
        "jan@voorbeeld.nl",
        "1234 AB",
        "1234ab 12",
        "NL91ABNA0417164300",
        "geboren op 3 mei 1940",
        "03-05-1940",
        "zzqx qwrt",
        "mijn buurman die altijd zo raar doet en gisteren weer dronken voor de deur stond te schreeuwen",
        "fnorxqaz 12345",
        "meneer fnorxqaz",
    ],
)
def test_what_looks_like_a_person_is_never_kept(client: Client, q: str) -> None:
    zoek(client, q)
    assert not Zoekterm.objects.exists()


@pytest.mark.parametrize("q", ["vallen", "mijn moeder valt vaak", "wijkzuster", "otago", "opat", "geen geld", "حديقة"])
def test_ordinary_questions_are_counted(client: Client, q: str) -> None:
    zoek(client, q)
    assert Zoekterm.objects.get().keren == 1


def test_only_the_question_as_it_was_first_asked(client: Client) -> None:
    zoek(client, "vallen", pagina="2")
    zoek(client, "vallen", soort="artikel")
    zoek(client, "vallen", thema="zorgzame-buurt")
    client.get("/zoeken/", {"q": "vallen"}, HTTP_USER_AGENT="Googlebot/2.1")
    client.get("/zoeken/", {"q": "vallen"})
    assert not Zoekterm.objects.exists()


def test_counting_can_be_switched_off(client: Client, settings: Any) -> None:
    settings.ZOEKTELLING = False
    zoek(client, "vallen")
    assert not Zoekterm.objects.exists()
    assert "data-tel" not in client.get("/zoeken/", {"q": "vallen"}).content.decode()


def kies(client: Client, q: str, plek: str, **meer: str) -> int:
    return client.post("/zoeken/gekozen", {"q": q, "plek": plek, "taal": "nl"}, **meer).status_code


def test_the_chosen_place_is_counted_for_a_known_question(client: Client, settings: Any) -> None:
    zoek(client, "vallen")
    for plek in ("1", "1", "3", "999", "x", "-1", "²"):
        assert kies(client, "vallen", plek) == 204
    assert kies(client, "nooit gevraagd", "1") == 204
    assert Zoekterm.objects.get().klikken == {"1": 2, "3": 1}
    settings.ZOEKTELLING_KLIKKEN = False
    kies(client, "vallen", "1")
    assert Zoekterm.objects.get().klikken == {"1": 2, "3": 1}
    assert client.get("/zoeken/gekozen").status_code == 405


def test_one_address_can_not_push_the_counts_up(client: Client) -> None:
    zoek(client, "vallen")
    for _ in range(70):
        kies(client, "vallen", "1")
    assert Zoekterm.objects.get().klikken == {"1": 60}


def test_counting_costs_three_small_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    for wie in range(4):
        zoek(client, "eenzaam", wie=wie)
    # Three of the page itself (no document is among the hits), two of the savepoint around these, and on SQLite three
    # that say how long the lock is waited for: they cost no reading.
    with django_assert_max_num_queries(10):
        zoek(client, "eenzaam")


def test_everything_goes_in_time(client: Client) -> None:
    nu = timezone.localdate()
    week = tellen.maandag(nu)
    for weken, bezoekers in ((0, 1), (1, 1), (1, 3), (12, 3), (14, 3)):
        Zoekterm.objects.create(
            week=week - dt.timedelta(weeks=weken), tekst=f"t{weken}-{bezoekers}", taal="nl", bezoekers=bezoekers
        )
    Weekgeheim.objects.create(week=week - dt.timedelta(weeks=1), geheim="x")
    tellen.ruim_op()
    assert {rij.tekst for rij in Zoekterm.objects.all()} == {"t0-1", "t1-3", "t12-3"}
    assert not Weekgeheim.objects.exists()


def test_the_nightly_command_does_it(client: Client, eigen_index: Any) -> None:
    week = tellen.maandag(timezone.localdate()) - dt.timedelta(weeks=20)
    Zoekterm.objects.create(week=week, tekst="oud", taal="nl", bezoekers=9)
    call_command("dagelijks")
    assert not Zoekterm.objects.exists()
