"""Files that somebody looked at and never took in: gone after a day, they may hold what isn't public."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.utils import timezone

from kennisplatform.cijfers.models import Cijferinvoer

WACHT: Final = dt.timedelta(days=1)


def ruim_op() -> None:
    Cijferinvoer.objects.filter(stand=Cijferinvoer.Stand.BEKEKEN, op__lt=timezone.now() - WACHT).delete()
