"""How long a decision takes: the median, for a few that lay long must not hide that most went fast (or the reverse)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from statistics import median
from typing import Final

from django.utils import timezone

from leernetwerk.delen.models import Inzending

VENSTER: Final = dt.timedelta(days=180)


@dataclass(frozen=True)
class Doorlooptijd:
    dagen: float  # from handing in to the decision
    aantal: int  # decisions that this rests on


def mediaan() -> Doorlooptijd | None:
    """Over the last half year; None when nothing was decided in it."""
    rij = Inzending.objects.filter(besluit_op__gte=timezone.now() - VENSTER, ingediend_op__isnull=False)
    tijden = rij.values_list("ingediend_op", "besluit_op")
    duren = [(tot - van).total_seconds() / 86_400 for van, tot in tijden if van and tot]
    return Doorlooptijd(round(median(duren), 1), len(duren)) if duren else None
