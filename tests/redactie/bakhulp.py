"""What tests of the bin begin with: who throws away, and what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Page

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.zoeken.antwoord.vraag import Vraag
from kennisplatform.zoeken.motor import motor
from menukaart.models import Interventie

BAK = "/admin/redactie/prullenbak/"
Als = Callable[[str], Client]


@pytest.fixture
def als(db: None) -> Als:
    """A client of their own for each role, beside the reader who is nobody."""

    def geef(rol: str) -> Client:
        naam = f"{rol.lower()}@voorbeeld.example"
        wie = Gebruiker.objects.filter(email=naam).first() or Gebruiker.objects.create_user(naam, "x" * 20)
        wie.groups.add(Group.objects.get(name=rol))
        uit = Client()
        uit.force_login(wie)
        return uit

    return geef


@pytest.fixture
def door() -> Gebruiker:
    return Gebruiker.objects.filter(groups__name="Eindredacteur").first()


@pytest.fixture
def stuk() -> Interventie:
    return Interventie.objects.get(slug="in-balans", locale__language_code="nl")


def gooi(client: Client, wat: Page, **velden: Any) -> Any:
    return client.post(f"/admin/pages/{wat.pk}/delete/", velden)


def gevonden(sleutel: str, tekst: str) -> bool:
    return any(t.sleutel == sleutel for t in motor().zoek(Vraag(tekst=tekst)).treffers)
