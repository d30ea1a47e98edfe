"""Invented answers of the three demo networks to the six grounds, so that the list of the team can be judged filled."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from kennisplatform.deelnemers.demodata import Aanmelder
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.register.models import Buurtscan, Criterium, Instroom

GROND: Final = "Verzonnen voor de demo."
# Neighbourhood → who, answers in the order of the six, market share, those of the team, decision, next step.
SCANS: Final = (
    ("waterkwartier", "kartrekker", "jjjjjd", "62.5", "jjjjjj", "mee", ""),
    ("westwijk", "westwijk", "jdjjjj", "54", "jdj???", "open", ""),
    ("emmen", "emmen", "jj??j?", "", "", "open", "Coach belt de partner over het marktaandeel"),
)
OORDEEL: Final = {"j": "ja", "d": "deels", "n": "nee", "?": "onbekend"}


def vul(wachtwoord: str) -> list[Aanmelder]:
    """What was filled in already stays as it is."""
    for slug, wie, netwerk, aandeel, team, besluit, volgende in SCANS:
        buurt = Buurt.objects.filter(slug=slug).first()
        if buurt is None or Buurtscan.objects.filter(buurt=buurt).exists():
            continue
        namen = Criterium.Naam.values
        Buurtscan.objects.create(
            buurt=buurt,
            antwoorden={
                n: {"oordeel": OORDEEL[o], "grond": "" if o == "?" else GROND}
                for n, o in zip(namen, netwerk, strict=True)
            },
            marktaandeel=Decimal(aandeel) if aandeel else None,
            marktaandeel_jaar=2025 if aandeel else None,
            marktaandeel_bron=f"{buurt.partner}, {GROND.lower()}" if aandeel else "",
            door=Gebruiker.objects.get(email=f"{wie}@demo.example"),
        )
        if not buurt.criteria.exists():
            Criterium.objects.bulk_create(
                Criterium(buurt=buurt, naam=n, oordeel=OORDEEL[o], grond="" if o == "?" else GROND)
                for n, o in zip(namen, team, strict=False)
            )
        Instroom.objects.create(buurt=buurt, besluit=besluit, volgende=volgende)
    return []
