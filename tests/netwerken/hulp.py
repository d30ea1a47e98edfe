"""What the tests of members share: who has which role, and where its screens are."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap


def lid_van(wie: Gebruiker) -> Lidmaatschap:
    return Lidmaatschap.objects.lopend().get(persoon=wie)


def rollen(wie: Gebruiker) -> list[str]:
    return sorted(lid.rol for lid in Lidmaatschap.objects.lopend().filter(persoon=wie))


def naar(naam: str, buurt: Buurt, *rest: int) -> str:
    return reverse(naam, args=[buurt.slug, *rest])


def lijst(client: Client, buurt: Buurt, tekst: str, **velden: str) -> Any:
    """A list of people to invite, pasted."""
    return client.post(reverse("uitnodiglijst", args=[buurt.slug]), {"lijst": tekst, "bericht": ""} | velden)
