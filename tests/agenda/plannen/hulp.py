"""What the tests of planning share: the form of a meeting, filled in, and what it answers."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.models import Buurt


def invoer(**anders: Any) -> dict[str, Any]:
    dag = timezone.localdate() + dt.timedelta(days=40)
    return {
        "titel": "Samen wandelen",
        "soort": "dialoog",
        "omschrijving": "Een rondje.",
        "voor": "bewoners",
        "dag": f"{dag:%Y-%m-%d}",
        "van": "10:00",
        "tot": "11:30",
        "plaats": "Buurthuis",
        "online": "",
        "zichtbaarheid": "openbaar",
        "plaatsen": "",
        "tot_en_met": "",
    } | anders


def maak(client: Client, buurt: Buurt, **anders: Any) -> Any:
    return client.post(reverse("bijeenkomst_nieuw", args=[buurt.slug]), invoer(**anders))


def fouten(antwoord: Any) -> dict[str, list[str]]:
    assert antwoord.status_code == 200
    return {naam: list(lijst) for naam, lijst in antwoord.context["formulier"].errors.items()}
