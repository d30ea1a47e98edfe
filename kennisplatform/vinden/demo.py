"""What readers of the demo did not find: examples, marked as such, so that editors can see what the screen is for."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.utils import timezone

from kennisplatform.deelnemers.demodata import Aanmelder
from kennisplatform.vinden.models import Zoekterm
from kennisplatform.vinden.tellen import DREMPEL, maandag

# text, weeks ago, asked, nothing found, little found
ZOEKVRAGEN: Final = (
    ("scootmobiel lenen", 0, 9, 9, 0),
    ("scootmobiel lenen", 1, 6, 6, 0),
    ("hulp bij de belastingaangifte", 0, 7, 5, 2),
    ("wie kookt er voor mijn buurman", 1, 5, 4, 1),
    ("steunkousen uittrekken", 0, 12, 0, 8),
    ("zuster aan huis", 2, 11, 0, 6),
)


def vul(wachtwoord: str) -> list[Aanmelder]:
    """Once: what an editor took off the list stays off."""
    if Zoekterm.objects.filter(voorbeeld=True).exists():
        return []
    nu = maandag(timezone.localdate())
    Zoekterm.objects.bulk_create(
        [
            Zoekterm(
                week=nu - dt.timedelta(weeks=weken),
                tekst=tekst,
                taal="nl",
                keren=keren,
                niets=niets,
                zwak=zwak,
                bezoekers=DREMPEL,
                voorbeeld=True,
            )
            for tekst, weken, keren, niets, zwak in ZOEKVRAGEN
        ],
        ignore_conflicts=True,
    )
    return []
