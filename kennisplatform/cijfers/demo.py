"""Invented series for the three neighbourhoods of the demo, marked as such wherever they are drawn."""

from __future__ import annotations

import tomllib
from typing import Final

from django.utils.translation import gettext as _

from kennisplatform.cijfers.keuzes import Gebiedsoort
from kennisplatform.cijfers.laden import MAP
from kennisplatform.cijfers.models import Cijfer, Cijferbron, Gebied
from kennisplatform.cijfers.vastleggen import Nieuwcijfer, leg_vast
from kennisplatform.deelnemers.demodata import Aanmelder
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt

BRON: Final = "verzonnen-voorbeeld"
EERSTE_JAAR: Final = 2023


def vul(wachtwoord: str) -> list[Aanmelder]:
    if Cijfer.objects.filter(bron__code=BRON).exists():
        return []
    Cijferbron.objects.get_or_create(
        code=BRON,
        defaults={"bron_titel": _("Verzonnen voorbeeld, niets hiervan is gemeten"), "open": False, "voorbeeld": True},
    )
    tekst = tomllib.loads((MAP / "demo" / "reeksen.toml").read_text(encoding="utf-8"))["reeksen"]
    rijen = [regel.split(";") for regel in tekst.strip().splitlines()]
    namen = dict(Buurt.objects.filter(slug__in={rij[0] for rij in rijen}).values_list("slug", "naam"))
    Gebied.objects.bulk_create(
        [Gebied(code=f"eigen-{slug}", soort=Gebiedsoort.EIGEN, naam=naam) for slug, naam in namen.items()],
        ignore_conflicts=True,
    )
    leg_vast(
        [
            Nieuwcijfer(
                f"eigen-{slug}",
                indicator,
                f"{EERSTE_JAAR + nummer // 4}-K{nummer % 4 + 1}",
                float(waarde),
                n=int(mensen),
                bron=BRON,
                zichtbaarheid=Zichtbaarheid.NETWERKEN,
            )
            for slug, indicator, aantallen, waarden in rijen
            if slug in namen
            for nummer, (mensen, waarde) in enumerate(zip(aantallen.split(), waarden.split(), strict=True))
        ],
        reden="",
    )
    return []
