"""Readers notice nothing of accounts: no cookie, no session, no query more. And every address of the door has a decision."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.deelnemers.rechten import Doe, Kring, regel
from kennisplatform.toegang import admindeur, urls
from kennisplatform.toegang.besluiten import BESLUITEN
from tests.toegang.conftest import meld_aan
from tests.vastleggen import leg_vast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("pad", ["/", "/menukaart/", "/preventie/bang-om-te-vallen/", "/ar/", "/zoeken/?q=vallen"])
def test_no_cookie_no_session_no_query(client: Client, pad: str) -> None:
    client.get(pad)  # what a first request warms up
    with CaptureQueriesContext(
        connection,
    ) as vragen:
        antwoord = client.get(pad)
    assert not antwoord.cookies and "Cookie" not in antwoord.get("Vary", "")
    tabellen = ("django_session", "deelnemers_gebruiker", "account_", "mfa_", "usersessions", "socialaccount")
    assert not [v["sql"] for v in vragen if any(f'"{naam}' in v["sql"] for naam in tabellen)]
    tekst = antwoord.content.decode()
    assert "/account/aanmelden/" in tekst and "/werkplek/" not in tekst and "csrf" not in tekst


def test_from_the_cache_for_readers_and_not_for_who_is_signed_in(client: Client, ans: Gebruiker, settings: Any) -> None:
    settings.TEKENING = settings.TEKENING | {"PAGINAS": True}
    meld_aan(client)
    leg_vast()
    lezer = Client()
    lezer.get("/menukaart/")
    assert lezer.get("/menukaart/").get("X-Cache") == "raak"
    eigen = client.get("/menukaart/")
    assert eigen.get("X-Cache") is None and "Mijn werkplek" in eigen.content.decode()
    assert "Mijn werkplek" not in lezer.get("/menukaart/").content.decode()
    assert "Mijn werkplek" not in Client().get("/").content.decode()  # the header's kept fragment holds nobody's own


@pytest.mark.parametrize(
    "pad", ["aanmelden/", "registreren/", "wachtwoord/vergeten/", "wachtwoord/vergeten/verstuurd/"]
)
def test_the_door_itself_never_comes_from_the_cache(client: Client, settings: Any, pad: str) -> None:
    settings.TEKENING = settings.TEKENING | {"PAGINAS": True}
    for _keer in range(2):
        assert Client().get(f"/account/{pad}").get("X-Cache") is None


def patronen() -> list[URLPattern]:
    return [p for p in [*urls.urlpatterns, *admindeur.urlpatterns] if isinstance(p, URLPattern)]


def test_every_address_has_a_decision() -> None:
    for patroon in patronen():
        eigen = getattr(patroon.callback, "besluit", None)
        assert (eigen is None) != (patroon.name not in BESLUITEN), f"{patroon.name}: one decision, in one place"
    namen = {patroon.name for patroon in patronen()}
    assert set(BESLUITEN) <= namen, "a decision on an address that isn't there"


def test_the_decision_agrees_with_what_happens(client: Client) -> None:
    """'eigen' sends a stranger to the door; 'openbaar' does not."""
    invullen = {"key": "x", "uidb36": "1", "pk": 1, "provider_id": "x", "bewijs": "x"}
    from django.urls import reverse

    for patroon in patronen():
        besluit = getattr(patroon.callback, "besluit", None) or BESLUITEN[patroon.name]
        nodig = patroon.pattern.regex.groupindex if hasattr(patroon.pattern, "regex") else {}
        namen = [*nodig, *getattr(patroon.pattern, "converters", {})]
        adres = reverse(patroon.name, kwargs={n: invullen.get(n, "x") for n in dict.fromkeys(namen)})
        doe = client.post if patroon.name == "apparaat_afmelden" else client.get
        antwoord = doe(adres)
        naar_de_deur = antwoord.status_code == 302 and re.match(
            r"/account/aanmelden/\?next=(/|%2F)account", antwoord["Location"]
        )
        assert bool(naar_de_deur) == (besluit.soort == "eigen"), (
            patroon.name,
            antwoord.status_code,
            antwoord.get("Location"),
        )
    assert regel("eigen", Doe.WIJZIGEN) == {Kring.AANGEMELD}


def test_search_engines_stay_out(client: Client) -> None:
    assert 'name="robots" content="noindex"' in client.get("/account/aanmelden/").content.decode()
