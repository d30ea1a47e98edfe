"""Searching as often as the API may, and no oftener; whoever must wait reads for how long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.handlers.base import BaseHandler
from django.test import Client

from tests.pagina import pagina

pytestmark = pytest.mark.django_db
BUITEN = {"REMOTE_ADDR": "203.0.113.9"}


@pytest.fixture
def krap(settings: Any, client: Client, als: Callable[[str], Client]) -> Callable[[], Client]:
    """Clients that read the limit anew, of three a minute."""
    settings.ZOEKPAGINAS_PER_MINUUT = 3

    def nieuw() -> Client:
        verse = Client()
        assert isinstance(verse.handler, BaseHandler)
        return verse

    return nieuw


def test_the_fourth_search_of_a_minute_waits_and_says_how_long(krap: Callable[[], Client]) -> None:
    lezer = krap()
    for nummer, vraag in enumerate(("/zoeken/?q=vallen", "/menukaart/?thema=lerende-buurt", "/zoeken/?q=geld")):
        assert lezer.get(vraag, **BUITEN).status_code == 200, nummer
    antwoord = lezer.get("/en/zoeken/?q=grief", **BUITEN)
    assert antwoord.status_code == 429 and 1 <= int(antwoord["Retry-After"]) <= 61
    scherm = pagina(antwoord)
    assert scherm.tekst("h1") == "Even wachten met zoeken" and "Bel 112" in scherm.tekst("main")
    assert lezer.get("/zoeken/", **BUITEN).status_code == 200, "a page without a question is read as before"
    assert lezer.get("/zoeken/?q=x", REMOTE_ADDR="203.0.113.10").status_code == 200, "nobody waits for another"


def test_who_is_signed_in_and_who_measures_here_go_on(krap: Callable[[], Client], als: Callable[[str], Client]) -> None:
    binnen, hier = als("Redacteur"), krap()
    for nummer in range(5):
        assert binnen.get(f"/zoeken/?q=val{nummer}", **BUITEN).status_code == 200
        assert hier.get(f"/zoeken/?q=val{nummer}").status_code == 200
