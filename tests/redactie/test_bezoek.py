"""Visits are numbers per page and day; nothing about anybody, and never in a reader's way."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from kennisplatform.redactie import bezoek
from kennisplatform.redactie.bezoek import Bezoekteller, Teldeur
from kennisplatform.redactie.models import Bezoekdag
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
ARTIKEL = "/preventie/bang-om-te-vallen/"
LEZER = "Mozilla/5.0 (Android 9; Mobile)"


@pytest.fixture
def teller(monkeypatch: pytest.MonkeyPatch) -> Bezoekteller:
    vers = Bezoekteller()
    monkeypatch.setattr(bezoek, "teller", vers)
    return vers


def kom(pad: str, status: str = "200 OK", soort: str | None = "text/html; charset=utf-8", **omgeving: Any) -> None:
    def huis(_omgeving: dict[str, Any], begin: Any) -> list[bytes]:
        begin(status, [("Content-Type", soort)] if soort else [])
        return [b""]

    deur = Teldeur(huis)
    vast = {"REQUEST_METHOD": "GET", "PATH_INFO": pad, "HTTP_USER_AGENT": LEZER}
    deur(vast | omgeving, lambda *_: None)


def stand() -> dict[str, int]:
    return {rij.pagina.slug: rij.aantal for rij in Bezoekdag.objects.select_related("pagina")}


def test_what_is_kept_is_a_page_a_day_and_a_number() -> None:
    assert {veld.name for veld in Bezoekdag._meta.fields} == {"id", "pagina", "dag", "aantal"}


def test_each_opening_counts_also_one_that_the_browser_still_had(teller: Bezoekteller) -> None:
    for _keer in range(3):
        kom(ARTIKEL)
    kom(ARTIKEL, "304 Not Modified", None)
    kom("/")
    kom("/ar/")
    assert teller.schrijf() == 6
    assert stand() == {"bang-om-te-vallen": 4, "start": 1, "start-ar": 1}
    kom(ARTIKEL)
    assert teller.schrijf() == 1 and stand()["bang-om-te-vallen"] == 5
    assert teller.schrijf() == 0
    assert set(Bezoekdag.objects.values_list("dag", flat=True)) == {timezone.localdate()}


@pytest.mark.parametrize(
    ("pad", "hoe"),
    [
        (ARTIKEL, {"HTTP_USER_AGENT": "Googlebot/2.1"}),
        (ARTIKEL, {"HTTP_USER_AGENT": ""}),
        (ARTIKEL, {"REQUEST_METHOD": "HEAD"}),
        (ARTIKEL, {"REQUEST_METHOD": "POST"}),
        (ARTIKEL, {"HTTP_COOKIE": "sessionid=abc"}),
        (ARTIKEL, {"HTTP_SEC_PURPOSE": "prefetch;prerender"}),
        (ARTIKEL, {"status": "404 Not Found"}),
        (ARTIKEL, {"soort": "application/rss+xml"}),
        ("/static/css/site.css", {}),
        ("/admin/", {}),
        ("/wp-login.php", {}),
        ("/zoeken/", {}),
    ],
)
def test_robots_people_at_work_and_what_is_no_page_are_not_counted(
    teller: Bezoekteller, pad: str, hoe: dict[str, Any], settings: Any
) -> None:
    settings.SESSION_COOKIE_NAME = "sessionid"
    kom(pad, **hoe)
    assert teller.schrijf() == 0 and not Bezoekdag.objects.exists()


def test_a_busy_database_keeps_the_numbers_for_later(teller: Bezoekteller, monkeypatch: pytest.MonkeyPatch) -> None:
    kom(ARTIKEL)

    def bezet(_telling: Any) -> int:
        raise DatabaseError("database is locked")

    with monkeypatch.context() as even:
        even.setattr(bezoek, "_schrijf", bezet)
        assert teller.schrijf() == 0
    assert teller.schrijf() == 1 and stand() == {"bang-om-te-vallen": 1}


def test_it_is_written_once_a_minute_and_its_memory_has_an_end(
    teller: Bezoekteller, monkeypatch: pytest.MonkeyPatch
) -> None:
    gewekt: list[int] = []
    monkeypatch.setattr(teller._ernaast, "wek", lambda: gewekt.append(1))
    for nummer in range(bezoek.MEESTE + 5):
        teller.tel(f"/nergens/{nummer}/")
    assert not gewekt and len(teller._telling) == bezoek.MEESTE
    teller._sinds -= bezoek.ELKE_S
    teller.tel(ARTIKEL)
    teller.tel(ARTIKEL)
    assert gewekt == [1]


def test_a_draft_and_a_page_that_went_are_nobody_s_number(teller: Bezoekteller) -> None:
    Page.objects.filter(slug="bang-om-te-vallen").update(live=False)
    kom(ARTIKEL)
    assert teller.schrijf() == 0


def test_the_night_throws_away_what_is_older_than_two_years() -> None:
    artikel, vandaag = Page.objects.get(slug="hoge-bloeddruk"), timezone.localdate()
    for dagen in (1, 729, 732):
        Bezoekdag.objects.create(pagina=artikel, dag=vandaag - dt.timedelta(days=dagen), aantal=1)
    assert bezoek.ruim_op() == 1 and Bezoekdag.objects.count() == 2


def test_editors_read_what_is_read_most(admin_client: Client) -> None:
    vandaag = timezone.localdate()
    for slug, dagen, aantal in (("hoge-bloeddruk", 1, 7), ("hoge-bloeddruk", 40, 3), ("ik-slaap-slecht", 2, 9)):
        dag = vandaag - dt.timedelta(days=dagen)
        Bezoekdag.objects.create(pagina=Page.objects.get(slug=slug, depth=4), dag=dag, aantal=aantal)
    tekst = pagina(admin_client.get("/admin/redactie/rapporten/bezoek/")).tekst("main")
    assert tekst.index("Ik slaap slecht") < tekst.index("Ik heb een hoge bloeddruk")
    assert "7 3" in tekst and "9 0" in tekst


def test_the_privacy_page_says_that_it_is_counted(client: Client) -> None:
    assert "Hoe vaak een pagina openging, per dag. Niet door wie." in pagina(client.get("/privacy/")).tekst("main")
