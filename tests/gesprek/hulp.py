"""What the tests of conversations share: readers and writers by the site's own forms, and time that went by."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.gesprek.models import Bijdrage
from leernetwerk.models import Praktijkvoorbeeld


def client_van(wie: Gebruiker | None = None) -> Client:
    client = Client()
    if wie:
        client.force_login(wie)
    return client


def tekst_van(client: Client, adres: str) -> str:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200, (adres, antwoord.status_code)
    return antwoord.content.decode()


def stel(client: Client, pagina: Praktijkvoorbeeld, **velden: Any) -> Any:
    data = {"kop": "Hoe vindt u tijd?", "tekst": "Wij niet.", "zichtbaarheid": "openbaar", "volgen": "on"} | velden
    return client.post(reverse("gesprek_schrijf", args=[pagina.pk]), data)


def oud(bijdrage: Bijdrage, minuten: int = 31) -> Bijdrage:
    Bijdrage.objects.filter(pk=bijdrage.pk).update(gemaakt=timezone.now() - dt.timedelta(minutes=minuten))
    bijdrage.refresh_from_db()
    return bijdrage
