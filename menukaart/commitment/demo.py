"""Fills the demo: one budget waits for the committee, one plan was agreed with and signed a year ago. From inhoud/demo.toml."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from kennisplatform.deelnemers.demodata import Aanmelder
from kennisplatform.deelnemers.models import Gebruiker
from menukaart.begroting.models import LOOPT, Commissievraag, Indiening
from menukaart.commitment.models import Handtekening, Handtekeningstand
from menukaart.commitment.tekenen import hash_van
from menukaart.plan.bevriezen import bevries
from menukaart.plan.models import Begrotingsregel, Buurtplan, Planversie
from menukaart.plan.plannen import inhoud_van_plan
from menukaart.plan.sommen import opgeteld, regels_van

BESTAND: Final = Path(__file__).resolve().parent / "inhoud" / "demo.toml"


@transaction.atomic
def vul(wachtwoord: str) -> list[Aanmelder]:
    """What was handed in already stays as it is."""
    for rij in tomllib.loads(BESTAND.read_text(encoding="utf-8"))["indiening"]:
        plan = Buurtplan.objects.filter(buurt__slug=rij["buurt"], voorbeeld=True).select_related("buurt").first()
        if plan and not Indiening.objects.filter(buurt=plan.buurt).exists():
            _indiening(plan, rij)
    return []


def _indiening(plan: Buurtplan, rij: Mapping[str, Any]) -> None:
    door = Gebruiker.objects.get(email=f"{rij['door']}@demo.example")
    toen = _toen(rij)
    versie = bevries(plan.versies, inhoud_van_plan(plan), door)
    assert isinstance(versie, Planversie)
    besloten = rij["besluit"] not in LOOPT
    indiening = Indiening.objects.create(
        buurt=plan.buurt,
        versie=versie,
        totaal=opgeteld(regels_van(plan)).euro,
        door=door,
        besluit=rij["besluit"],
        toelichting=rij.get("toelichting", ""),
        besloten_op=toen + dt.timedelta(days=12) if besloten else None,
    )
    Indiening.objects.filter(pk=indiening.pk).update(op=toen)
    Planversie.objects.filter(pk=versie.pk, op__gt=toen).update(op=toen)
    for omschrijving, vraag, antwoord in rij.get("vragen", []):
        regel = Begrotingsregel.objects.filter(activiteit__plan=plan, omschrijving=omschrijving).first()
        Commissievraag.objects.create(
            indiening=indiening, regel=regel, over=omschrijving, tekst=vraag, antwoord=antwoord, antwoord_op=toen
        )
    Handtekening.objects.bulk_create(_handtekeningen(versie, door, rij, toen + dt.timedelta(days=20)))


def _toen(rij: Mapping[str, Any]) -> dt.datetime:
    """A day of a story that is over, or so many days ago for what still waits."""
    if "op" in rij:
        return timezone.make_aware(dt.datetime.combine(rij["op"], dt.time(10)))
    return timezone.now() - dt.timedelta(days=rij["dagen"])


def _handtekeningen(
    versie: Planversie, door: Gebruiker, rij: Mapping[str, Any], toen: dt.datetime
) -> list[Handtekening]:
    return [
        Handtekening(
            buurt=versie.plan.buurt,
            versie=versie,
            organisatie=organisatie,
            naam=naam,
            rol=rol,
            belofte=belofte,
            email=f"teken{nummer}-{rij['buurt']}@demo.example",
            stand=Handtekeningstand.GETEKEND,
            getekend_op=toen,
            getekend_met="code",
            sleutelhash=hash_van(f"demo-{rij['buurt']}-{nummer}"),
            door=door,
        )
        for nummer, (organisatie, naam, rol, belofte) in enumerate(rij.get("handtekeningen", []), start=1)
    ]
