"""Fills the demo: the plan that is under way has a year behind it. From inhoud/demo.toml."""

from __future__ import annotations

import datetime as dt
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from django.db import transaction

from kennisplatform.deelnemers.demodata import Aanmelder
from kennisplatform.deelnemers.models import Gebruiker
from menukaart.plan.models import Begrotingsregel, Planactiviteit
from menukaart.uitvoeren.models import Voortgang

BESTAND: Final = Path(__file__).resolve().parent / "inhoud" / "demo.toml"


@transaction.atomic
def vul(wachtwoord: str) -> list[Aanmelder]:
    """An activity of which something was written already stays as it is."""
    data = tomllib.loads(BESTAND.read_text(encoding="utf-8"))
    for rij in data["activiteit"]:
        van = Planactiviteit.objects.filter(plan__buurt__slug=rij["buurt"], plan__voorbeeld=True, titel=rij["titel"])
        if (a := van.select_related("plan").first()) and not a.voortgang.exists():
            _activiteit(a, rij, Gebruiker.objects.get(email=f"{rij['door']}@demo.example"))
    for buurt, titel, na in data["wacht"]:
        van = Planactiviteit.objects.filter(plan__buurt__slug=buurt, plan__voorbeeld=True)
        if (eerst := van.filter(titel=na).first()) is not None:
            van.filter(titel=titel, na=None).update(na=eerst)
    return []


def _activiteit(a: Planactiviteit, rij: dict[str, Any], door: Gebruiker) -> None:
    regels = [
        Voortgang(
            activiteit=a,
            op=dt.date.fromisoformat(op),
            stand=stand,
            aangepast=tekst if stand == "loopt" else "",
            stopreden=tekst if stand == "gestopt" else "",
            door=door,
        )
        for op, stand, tekst in rij["regels"]
    ]
    Voortgang.objects.bulk_create(regels)
    a.gestart_op = regels[0].op
    a.gestopt_op = regels[-1].op if regels[-1].stand in {"klaar", "gestopt"} else None
    a.aangepast = next((r.aangepast for r in reversed(regels) if r.aangepast), a.aangepast)
    a.save(update_fields=["gestart_op", "gestopt_op", "aangepast"])
    for omschrijving, jaar, gebruikt, uitgegeven in rij.get("werkelijk", []):
        Begrotingsregel.objects.filter(activiteit=a, omschrijving=omschrijving, jaar=jaar).update(
            gebruikt=Decimal(gebruikt), uitgegeven=Decimal(uitgegeven)
        )
