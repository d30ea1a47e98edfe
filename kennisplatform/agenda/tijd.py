"""Days and times as people in Amsterdam mean them: summer time, the last of the month, every first Tuesday."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from kennisplatform.agenda.keuzes import Herhaling


@dataclass(frozen=True)
class Moment:
    begin: dt.datetime
    einde: dt.datetime


class BestaatNiet(ValueError):
    """The clock skips this time: the night that summer time begins."""


def op_de_klok(dag: dt.date, tijd: dt.time) -> dt.datetime:
    """This time on this day in Amsterdam. A time that comes twice (the clock goes back) is the first of the two."""
    zone = timezone.get_default_timezone()
    moment = dt.datetime.combine(dag, tijd, tzinfo=zone)
    if moment.astimezone(dt.UTC).astimezone(zone).time() != tijd:
        raise BestaatNiet
    return moment


def einde_van_de_dag(dag: dt.date) -> dt.datetime:
    return op_de_klok(dag + dt.timedelta(days=1), dt.time.min)


def reeks(eerste: dt.date, herhaling: Herhaling, keren: int) -> list[dt.date]:
    """The first day and those that follow. The 31st becomes the last of a shorter month, a fifth Friday the last one."""
    if herhaling in {Herhaling.WEEK, Herhaling.TWEE_WEKEN}:
        stap = dt.timedelta(weeks=1 if herhaling == Herhaling.WEEK else 2)
        return [eerste + stap * n for n in range(keren)]
    uit = []
    for n in range(keren):
        maand = eerste.month - 1 + n
        jaar, maand = eerste.year + maand // 12, maand % 12 + 1
        dagen = calendar.monthrange(jaar, maand)[1]
        if herhaling == Herhaling.MAAND_DATUM:
            uit.append(dt.date(jaar, maand, min(eerste.day, dagen)))
        else:
            uit.append(_zelfde_weekdag(eerste, jaar, maand, dagen))
    return uit


def _zelfde_weekdag(eerste: dt.date, jaar: int, maand: int, dagen: int) -> dt.date:
    begin = 1 + (eerste.weekday() - dt.date(jaar, maand, 1).weekday()) % 7
    dag = begin + 7 * ((eerste.day - 1) // 7)
    return dt.date(jaar, maand, dag if dag <= dagen else dag - 7)
