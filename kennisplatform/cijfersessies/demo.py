"""One network of the demo had a session about its invented figures. Never overwritten."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.utils import timezone

from kennisplatform.cijfers.models import Indicator
from kennisplatform.cijfersessies.models import Cijfersessie, Sessieregel
from kennisplatform.deelnemers.demodata import Aanmelder
from kennisplatform.deelnemers.models import Buurt, Gebruiker

GEZIEN: Final = (
    ("preventie-uren-wijkverpleging", "De lijn daalt sinds begin 2025. Wij weten niet of dat door ons komt.", ""),
    ("preventie-consulten", "Bijna gelijk aan de andere buurten.", "Vraag de praktijk naar de drukke weken"),
)


def vul(wachtwoord: str) -> list[Aanmelder]:
    buurt = Buurt.objects.filter(slug="waterkwartier").first()
    if buurt is None or Cijfersessie.objects.filter(buurt=buurt).exists():
        return []
    toen = timezone.now() - dt.timedelta(days=26)
    door = Gebruiker.objects.get(email="kartrekker@demo.example")
    sessie = Cijfersessie.objects.create(buurt=buurt, door=door, dag=toen.date(), afgerond=toen)
    for code, ziet, besluit in GEZIEN:
        indicator = Indicator.objects.filter(code=code).first()
        if indicator:
            Sessieregel.objects.create(sessie=sessie, indicator=indicator, ziet=ziet, besluit=besluit)
    return []
