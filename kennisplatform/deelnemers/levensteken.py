"""When a network last did something, and what waits for it: rooms say it of what is theirs, the register reads it at night.

About a network as a whole, never about a person: nobody's signing in counts, nor that staff looked in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, QuerySet
from django.utils import timezone
from django.utils.functional import Promise

from kennisplatform.kamers import gebracht


@dataclass(frozen=True)
class Levensteken:
    """Records that a network makes: `buurt` is the way to the neighbourhood, `wanneer` the field with the moment or day."""

    naam: str
    rij: Callable[[], QuerySet[Any]]
    wanneer: str
    buurt: str = "buurt"

    def laatste(self) -> dict[int, dt.datetime]:
        """{key of a neighbourhood: the last time}; one query."""
        gevonden = self.rij().order_by().values_list(self.buurt).annotate(laatst=Max(self.wanneer))
        return {pk: _moment(laatst) for pk, laatst in gevonden if pk and laatst}


@dataclass(frozen=True)
class Wachtend:
    """Records that wait for an answer of the network; `naam` in Dutch, of several, and of one."""

    naam: str | Promise
    van_een: str | Promise
    rij: Callable[[], QuerySet[Any]]
    buurt: str = "buurt"

    def aantal(self) -> dict[int, int]:
        gevonden = self.rij().order_by().values_list(self.buurt).annotate(n=Count("pk"))
        return {pk: n for pk, n in gevonden if pk}


def _moment(laatst: dt.datetime | dt.date) -> dt.datetime:
    if isinstance(laatst, dt.datetime):
        return laatst
    return timezone.make_aware(dt.datetime.combine(laatst, dt.time(12)))


def laatste_tekens() -> dict[int, dt.datetime]:
    uit: dict[int, dt.datetime] = {}
    for teken in gebracht(Levensteken):
        for pk, moment in teken.laatste().items():
            uit[pk] = max(moment, uit.get(pk, moment))
    return uit


def wat_wacht() -> dict[int, dict[str, int]]:
    """{key of a neighbourhood: {what: how many}}"""
    uit: dict[int, dict[str, int]] = {}
    for wachtend in gebracht(Wachtend):
        for pk, n in wachtend.aantal().items():
            uit.setdefault(pk, {})[str(wachtend.van_een if n == 1 else wachtend.naam)] = n
    return uit
