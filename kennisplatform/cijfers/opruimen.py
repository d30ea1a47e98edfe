"""Files that somebody looked at and never took in: gone after a day, they may hold what isn't public."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.utils import timezone

from kennisplatform.cijfers.models import Cijferinvoer

WACHT: Final = dt.timedelta(days=1)
Stand = Cijferinvoer.Stand


def ruim_op() -> None:
    """What was broken off was never taken in, and is not taken back either."""
    oud = Cijferinvoer.objects.filter(op__lt=timezone.now() - WACHT)
    oud.filter(stand__in=(Stand.NAKIJKEN, Stand.BEKEKEN, Stand.OPNEMEN), rauw__isnull=False).delete()
    Cijferinvoer.objects.filter(stand=Stand.TERUGNEMEN, gestart__lt=timezone.now() - WACHT).update(
        stand=Stand.OPGENOMEN, terug_reden=""
    )
