"""Files that somebody looked at and never took in: gone after a day, they may hold what isn't public."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.utils import timezone

from kennisplatform.basis.losse_rijen import los
from kennisplatform.cijfers.invoer.beurt import ONAF, gooi_weg
from kennisplatform.cijfers.models import Cijferinvoer

WACHT: Final = dt.timedelta(days=1)
Stand = Cijferinvoer.Stand


def ruim_op() -> None:
    """What was broken off was never taken in, and is not taken back either."""
    oud = Cijferinvoer.objects.filter(op__lt=timezone.now() - WACHT, stand__in=ONAF).exclude(
        gestart__gt=timezone.now() - WACHT  # somebody is busy with it
    )
    for invoer in oud.defer("rauw", "verslag"):
        with los("een bestand met cijfers dat niemand opnam", invoer):  # its rows go in parts, not in one transaction
            gooi_weg(invoer)
    Cijferinvoer.objects.filter(stand=Stand.TERUGNEMEN, gestart__lt=timezone.now() - WACHT).update(
        stand=Stand.OPGENOMEN, terug_reden=""
    )
