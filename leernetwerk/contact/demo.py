"""A few questions between the demo's neighbourhoods: one waiting, one answered, one ended."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from kennisplatform.deelnemers.demodata import Aanmelder
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from leernetwerk.contact.models import Contactverzoek, Regel
from leernetwerk.models import Praktijkvoorbeeld

BESTAND: Final = Path(__file__).resolve().parent / "inhoud" / "demo.toml"


def vul(wachtwoord: str) -> list[Aanmelder]:
    """Raises KeyError for a question that misses something. Once there are questions, they are left alone."""
    if not Contactverzoek.objects.exists():
        for rij in tomllib.loads(BESTAND.read_text(encoding="utf-8"))["vraag"]:
            with transaction.atomic():
                _vraag(rij)
    return []


def _vraag(rij: dict[str, Any]) -> None:
    mensen = {wie.email.partition("@")[0]: wie for wie in Gebruiker.objects.filter(email__endswith="@demo.example")}
    buurten = {buurt.slug: buurt for buurt in Buurt.objects.filter(slug__in=(rij["buurt"], rij["van_buurt"]))}
    if len(buurten) < 2 or not {rij["van"], rij["aan"]} <= set(mensen):
        return
    toen = timezone.now() - dt.timedelta(days=rij["dagen"])
    verzoek = Contactverzoek.objects.create(
        buurt=buurten[rij["buurt"]],
        van_buurt=buurten[rij["van_buurt"]],
        van=mensen[rij["van"]],
        aan=mensen[rij["aan"]],
        pagina=Praktijkvoorbeeld.objects.filter(title__startswith=rij["over"]).first() if rij["over"] else None,
        geholpen=rij.get("geholpen", ""),
    )
    for nummer, (wie, tekst) in enumerate(rij["regels"]):
        regel = Regel.objects.create(verzoek=verzoek, door=mensen[wie], tekst=tekst)
        Regel.objects.filter(pk=regel.pk).update(op=toen + dt.timedelta(days=nummer))
    beantwoord = toen + dt.timedelta(days=1) if len(rij["regels"]) > 1 else None
    gesloten = toen + dt.timedelta(days=3) if rij.get("geholpen") else None
    Contactverzoek.objects.filter(pk=verzoek.pk).update(
        gemaakt=toen, beantwoord_op=beantwoord, gesloten_op=gesloten, gesloten_door=verzoek.van if gesloten else None
    )
