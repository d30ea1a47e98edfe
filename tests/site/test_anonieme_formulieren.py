"""Every form that anybody may fill in, found on the public pages: none mails the typed address what was typed, and none fills a
stranger's box or mails the whole world for one sender.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import Tag
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, resolve, reverse
from wagtail.models import Page

from kennisplatform.deelnemers.models import Buurt
from kennisplatform.post.models import Bericht
from kennisplatform.toegang.besluiten import BESLUITEN
from tests import mensen
from tests.agenda import hulp as agenda
from tests.pagina import pagina
from tests.site.dingen import TABEL
from tests.site.test_driemaal import ingevuld

pytestmark = [pytest.mark.django_db, pytest.mark.eenmaal]
WOORD = "WIN-EEN-REIS https://kwaad.example"
SLACHTOFFER = "slachtoffer@x.example"
WACHTWOORD = "een-lang-wachtwoord-2026"
MAILT = {"bijeenkomst_aanmelden", "nieuwsbrief_aanmelden", "account_signup", "account_reset_password"}
IN_EEN_BUS = 8  # letters that one box may get in a day because others asked for them
VAN_EEN_NETWERK = 100  # letters that one network may have us send in an hour


@pytest.fixture
def buurt(db: None) -> Buurt:
    waar = mensen.buurt("mailbuurt")
    mensen.lid(waar, "kartrekker")
    return waar


def bladen(buurt: Buurt) -> Iterator[str]:
    namen = {*TABEL["openbaar"]["namen"], *(naam for naam, besluit in BESLUITEN.items() if besluit.soort == "openbaar")}
    for naam in sorted(namen):
        for args in ([], [buurt.slug]):
            try:
                yield reverse(naam, args=args)
            except NoReverseMatch:
                continue
    yield agenda.bijeenkomst(buurt).get_absolute_url()
    soorten = {type(p): p for p in Page.objects.live().filter(depth__gt=1, locale__language_code="nl").specific()}
    yield from (p.url for p in soorten.values() if p.url)


def formulieren(buurt: Buurt) -> dict[str, tuple[str, Tag]]:
    """Where it goes to → the page it stands on, and the form. Each once."""
    uit: dict[str, tuple[str, Tag]] = {}
    for blad in bladen(buurt):
        antwoord = Client().get(blad)
        if antwoord.status_code != 200 or "text/html" not in antwoord["Content-Type"]:
            continue
        for form in pagina(antwoord).alle("form"):
            if str(form.get("method", "")).lower() == "post":
                naar = urljoin(blad, str(form.get("action") or blad)).partition("#")[0]
                uit.setdefault(resolve(naar.partition("?")[0]).url_name or naar, (naar, form))
    return uit


def vul(form: Tag, email: str) -> dict[str, Any]:
    velden, _bestanden = ingevuld(form)
    for veld in form.select("input[name], textarea[name]"):
        naam, soort = str(veld["name"]), veld.get("type", "text")
        if naam in {"website", "csrfmiddlewaretoken"}:
            continue
        if soort == "email" or "mail" in naam:
            velden[naam] = email
        elif soort == "password":
            velden[naam] = WACHTWOORD
        elif soort in {"text", "search"} or veld.name == "textarea":
            velden[naam] = WOORD
    return velden


def stuur(naar: str, form: Tag, email: str, van: str = "10.0.0.1") -> Any:
    with transaction.atomic():
        return Client(REMOTE_ADDR=van).post(naar, vul(form, email))


def aan(email: str) -> list[Bericht]:
    return list(Bericht.objects.filter(aan=email))


def test_no_form_of_anybody_mails_what_was_typed(buurt: Buurt) -> None:
    mailt = set()
    alle = formulieren(buurt)
    assert len(alle) > 9, sorted(alle)
    for naam, (naar, form) in alle.items():
        Bericht.objects.all().delete()
        cache.clear()
        assert stuur(naar, form, SLACHTOFFER).status_code < 500, naar
        for bericht in aan(SLACHTOFFER):
            mailt.add(naam)
            assert "kwaad.example" not in f"{bericht.onderwerp} {bericht.tekst} {bericht.html} {bericht.koppen}", naar
    assert mailt == MAILT


def test_a_box_is_not_filled_and_a_network_does_not_mail_the_world(buurt: Buurt) -> None:
    wie = mensen.persoon("bekend")
    alle = formulieren(buurt)
    for naam in sorted(MAILT):
        naar, form = alle[naam]
        for email in (SLACHTOFFER, wie.email):
            cache.clear()
            Bericht.objects.all().delete()
            for keer in range(40):
                stuur(naar, form, email, van=f"10.{keer}.0.1")
            assert len(aan(email)) <= IN_EEN_BUS, (naam, email, len(aan(email)))
        cache.clear()
        Bericht.objects.all().delete()
        for keer in range(150):
            stuur(naar, form, f"gast{keer}@x.example", van=f"10.0.0.{keer + 1}")
        assert Bericht.objects.count() <= VAN_EEN_NETWERK, (naam, Bericht.objects.count())
