"""How the mail is doing, for /readyz and the team's screen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Min
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from .models import Bericht

TE_LANG: Final = dt.timedelta(minutes=15)
KORT_GELEDEN: Final = dt.timedelta(days=1)


@dataclass(frozen=True)
class Poststand:
    wachtend: int
    oudste: dt.datetime | None  # since when the oldest could have left
    mislukt: int  # in the last day

    @property
    def in_orde(self) -> bool:
        return not self.mislukt and (self.oudste is None or self.oudste > timezone.now() - TE_LANG)


def stand() -> Poststand:
    """Two small queries. What may not leave yet (`niet_voor`) waits for nothing and isn't counted."""
    nu = timezone.now()
    sinds = Greatest("gemaakt", Coalesce("niet_voor", "gemaakt"))
    wacht = (
        Bericht.objects.open().annotate(sinds=sinds).filter(sinds__lte=nu).aggregate(n=Count("pk"), oudste=Min("sinds"))
    )
    return Poststand(wacht["n"], wacht["oudste"], Bericht.objects.filter(mislukt__gte=nu - KORT_GELEDEN).count())


def waarschuwing() -> str:
    """For /readyz: 'ok', or what is the matter, in one line and without anybody's address."""
    nu = stand()
    if nu.in_orde:
        return "ok"
    minuten = int((timezone.now() - nu.oudste).total_seconds() // 60) if nu.oudste else 0
    return f"{nu.wachtend} wachten, oudste {minuten} min; {nu.mislukt} mislukt sinds gisteren"
