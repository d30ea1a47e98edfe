"""The demo's podium and one newsletter in the archive, from inhoud/demo.toml."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from kennisplatform.deelnemers.demodata import Aanmelder
from kennisplatform.deelnemers.models import Gebruiker
from leernetwerk.models import Praktijkvoorbeeld
from leernetwerk.podium.models import Nieuwsbrief, Uitlichting

BESTAND: Final = Path(__file__).resolve().parent / "inhoud" / "demo.toml"


@transaction.atomic
def vul(wachtwoord: str) -> list[Aanmelder]:
    """Raises KeyError for a row that misses something. Once there is a podium, it is left alone."""
    if Uitlichting.objects.exists():
        return []
    data = tomllib.loads(BESTAND.read_text(encoding="utf-8"))
    redacteur = Gebruiker.objects.filter(email="redacteur@demo.example").first()
    for rij in data["uitlichting"]:
        _uitlichting(rij, redacteur)
    _nieuwsbrief(data["nieuwsbrief"], redacteur)
    return []


def _uitlichting(rij: dict[str, Any], door: Gebruiker | None) -> None:
    vandaag = timezone.localdate()
    voorbeeld = Praktijkvoorbeeld.objects.filter(title__startswith=rij["over"]).first()
    if voorbeeld is not None:
        Uitlichting.objects.create(
            voorbeeld=voorbeeld,
            reden=rij["reden"],
            door=door,
            van=vandaag + dt.timedelta(days=rij["van"]),
            tot=vandaag + dt.timedelta(days=rij["tot"]),
        )


def _nieuwsbrief(rij: dict[str, Any], door: Gebruiker | None) -> None:
    """As if it went out then; nobody got it."""
    toen = timezone.now() - dt.timedelta(days=rij["dagen"])
    brief = Nieuwsbrief.objects.create(
        onderwerp=rij["onderwerp"],
        opening=rij["opening"].strip(),
        slot=rij["slot"],
        door=door,
        voorbeeld=True,
        stand=Nieuwsbrief.Stand.VERSTUURD,
        gestart_op=toen,
        klaar_op=toen,
    )
    for titel in rij["uitlichtingen"]:
        brief.uitlichtingen.add(*Uitlichting.objects.filter(voorbeeld__title__startswith=titel))
