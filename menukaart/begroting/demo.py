"""Two invented rates for the demo: one line counts with an old price, so that the page can say so. Never overwritten."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Final

from django.db.models import F
from django.utils import timezone

from kennisplatform.deelnemers.demodata import Aanmelder
from kennisplatform.deelnemers.models import Gebruiker
from menukaart.plan.models import Begrotingsregel, Tarief

BRON: Final = "Verzonnen voor de demo."
NAAM: Final = "Begeleider, per uur (voorbeeld)"


def vul(wachtwoord: str) -> list[Aanmelder]:
    if Tarief.objects.exists():
        return []
    jaar = timezone.localdate().year
    team = Gebruiker.objects.get(email="transitieteam@demo.example")
    rijen = (
        (NAAM, "uren", "42", 2025),
        (NAAM, "uren", "43.50", 2026),
        (NAAM, "uren", "45", jaar + 1),
        ("Zaal in een buurthuis, per keer (voorbeeld)", "ruimte", "20", 2025),
    )
    tarieven = Tarief.objects.bulk_create(
        Tarief(naam=naam, soort=soort, prijs=Decimal(prijs), vanaf=dt.date(vanaf, 1, 1), bron=BRON, door=team)
        for naam, soort, prijs, vanaf in rijen
    )
    for tarief in tarieven:
        woord = "Begeleider" if tarief.soort == "uren" else "Zaalhuur"
        regels = Begrotingsregel.objects.filter(activiteit__plan__voorbeeld=True, omschrijving__startswith=woord)
        regels.filter(prijs=tarief.prijs).update(tarief=tarief, versie=F("versie"))
    return []
