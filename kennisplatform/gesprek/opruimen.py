from __future__ import annotations

import datetime as dt
from typing import Final

from django.utils import timezone

from kennisplatform.gesprek.models import Signaal

BEWAAR: Final = dt.timedelta(days=730)  # as the log of rights: for as long as somebody may ask why


def ruim_op() -> None:
    Signaal.objects.filter(afgehandeld__lt=timezone.now() - BEWAAR).delete()
