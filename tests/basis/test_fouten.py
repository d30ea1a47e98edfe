"""When something is wrong the reader gets plain Dutch and the way back, whatever it is that broke."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from kennisplatform.basis import serveren
from kennisplatform.deelnemers.models import Gebruiker

pytestmark = pytest.mark.django_db


@pytest.fixture
def stille_client() -> Client:
    return Client(raise_request_exception=False)


def test_a_fault_of_ours(stille_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serveren, "openbare_pagina", lambda pad: 1 / 0)
    antwoord = stille_client.get("/menukaart/")
    assert antwoord.status_code == 500
    inhoud = antwoord.content.decode()
    assert "Dat ligt aan ons, niet aan u" in inhoud and "ZeroDivisionError" not in inhoud


def test_a_database_that_fell_away_is_a_pause(stille_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def weg(pad: str) -> None:
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(serveren, "openbare_pagina", weg)
    antwoord = stille_client.get("/menukaart/")
    assert antwoord.status_code == 503 and antwoord["Retry-After"]
    assert "Tijdelijk niet bereikbaar" in antwoord.content.decode()


def test_upkeep(client: Client, settings: Any) -> None:
    settings.ONDERHOUD = True
    assert client.get("/").status_code == 503
    assert client.get("/healthz").status_code == 200


def test_forbidden_in_plain_words(rf: Any) -> None:
    from kennisplatform.basis import fouten

    antwoord = fouten.verboden(rf.get("/x"))
    assert antwoord.status_code == 403 and "U mag deze pagina niet zien" in antwoord.content.decode()


def test_half_a_form_at_an_address_that_is_not_there_is_not_found(als: Any) -> None:
    client = als("Redacteur")
    antwoord = client.post("/media/None", b'{"a": 1}', content_type="multipart/form-data")  # says no boundary
    assert antwoord.status_code in {301, 404}
    assert client.post("/er/is/niets/", b"half", content_type="multipart/form-data; boundary=x").status_code == 404
    form = "application/x-www-form-urlencoded; charset=utf-7"  # an encoding that a form may not have
    client.force_login(Gebruiker.objects.get(email="kartrekker@demo.example"))
    assert client.post("/er/is/niets/", b"a=b", content_type=form).status_code == 404
