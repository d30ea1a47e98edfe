"""Rules in the demo: turned off, so that nobody gets a mail before somebody looked at them."""

from __future__ import annotations

from django.contrib.auth.models import Group

from kennisplatform.basis.models import Begrip
from kennisplatform.deelnemers.demodata import Aanmelder, Demodata
from kennisplatform.redactie.models import Inhoudsregel

Soort = Inhoudsregel.Soort


def vul(wachtwoord: str) -> list[Aanmelder]:
    thema = Begrip.objects.get(soort="thema", code="zorgzame-buurt", locale__language_code="nl")
    chefs = Group.objects.get(name="Eindredacteur")
    for naam, velden in {
        "Nieuw praktijkvoorbeeld over de zorgzame buurt": {
            "soort": Soort.PUBLICATIE, "paginasoort": "praktijkvoorbeeld", "thema": thema,
            "aan_rol": Group.objects.get(name="Transitieteam"),
        },
        "Tijd om na te kijken": {"soort": Soort.CONTROLE, "aan_rol": chefs},
        "Na twee weken nog niet nagekeken": {"soort": Soort.NIET_NAGEKEKEN, "na_dagen": 14, "aan_rol": chefs},
    }.items():  # fmt: skip  # one rule after another
        Inhoudsregel.objects.get_or_create(naam=naam, defaults=velden)
    return []


BRENGT = [Demodata("regels", vul)]
