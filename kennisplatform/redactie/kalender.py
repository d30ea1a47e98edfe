"""What happens by itself in a month: what goes live, what expires, which checks are due. A fixed number of questions."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from kennisplatform.basis.redactie import kennismodellen
from kennisplatform.redactie.prullenbakdeur import Paginabeleid

HOOGSTENS: Final = 500  # of one kind in one month; more is a report, not a calendar
JAREN: Final = (2000, 2100)
IN_VAK: Final = 2  # titles in the square of a day
VOORUIT: Final = dt.timedelta(days=3 * 365)  # how far is looked for what comes next


class Wat(models.TextChoices):
    GAAT_LIVE = "gaat-live", _("Wordt gepubliceerd")
    VERLOOPT = "verloopt", _("Gaat van de site")
    CONTROLE = "controle", _("Controle")


@dataclass(frozen=True)
class Gebeuren:
    dag: dt.date
    tijd: dt.time | None  # of a check only the day is known
    wat: Wat
    pagina: int
    titel: str
    taal: str


@dataclass(frozen=True)
class Vak:
    """One day of the month's table; `dag` is None before the first and after the last."""

    dag: dt.date | None
    dingen: tuple[Gebeuren, ...] = ()

    @property
    def getoond(self) -> tuple[Gebeuren, ...]:
        return self.dingen[:IN_VAK]

    @property
    def meer(self) -> int:
        return len(self.dingen) - len(self.getoond)


@dataclass(frozen=True)
class Kalendermaand:
    begin: dt.date
    gebeuren: list[Gebeuren]
    afgekapt: bool

    @property
    def einde(self) -> dt.date:
        """First day of the next one."""
        return (self.begin + dt.timedelta(days=32)).replace(day=1)

    @property
    def vorige(self) -> dt.date:
        return (self.begin - dt.timedelta(days=1)).replace(day=1)

    @property
    def dagen(self) -> list[tuple[dt.date, list[Gebeuren]]]:
        per_dag: dict[dt.date, list[Gebeuren]] = defaultdict(list)
        for ding in self.gebeuren:
            per_dag[ding.dag].append(ding)
        return sorted(per_dag.items())

    @property
    def weken(self) -> list[list[Vak]]:
        per_dag = dict(self.dagen)
        weken = calendar.Calendar().monthdatescalendar(self.begin.year, self.begin.month)
        return [
            [Vak(dag, tuple(per_dag.get(dag, ()))) if dag.month == self.begin.month else Vak(None) for dag in week]
            for week in weken
        ]


def eerste_dag(tekst: str) -> dt.date:
    """Of '2026-12'; of this month for anything else."""
    vandaag = timezone.localdate().replace(day=1)
    jaar, _streep, maand = tekst.partition("-")
    if not (jaar.isascii() and jaar.isdecimal() and maand.isascii() and maand.isdecimal() and len(tekst) < 9):
        return vandaag
    if not (JAREN[0] <= int(jaar) <= JAREN[1] and 1 <= int(maand) <= 12):
        return vandaag
    return dt.date(int(jaar), int(maand), 1)


def maand(begin: dt.date, gebruiker: Any, alleen: str = "") -> Kalendermaand:
    """What this editor may change. `alleen`: one kind, a value of Wat."""
    lijsten = _tussen(begin, (begin + dt.timedelta(days=32)).replace(day=1), gebruiker, alleen)
    alles = sorted((d for lijst in lijsten for d in lijst), key=_op_volgorde)
    return Kalendermaand(begin, alles, any(len(lijst) == HOOGSTENS for lijst in lijsten))


def eerstvolgende(na: dt.date, gebruiker: Any, alleen: str = "") -> Gebeuren | None:
    """What happens next from this day on; for a month in which nothing does."""
    lijsten = _tussen(na, na + VOORUIT, gebruiker, alleen)
    return min((d for lijst in lijsten for d in lijst), key=_op_volgorde, default=None)


def _op_volgorde(ding: Gebeuren) -> tuple[dt.date, dt.time, str]:
    return ding.dag, ding.tijd or dt.time.max, ding.titel


def _tussen(begin: dt.date, einde: dt.date, gebruiker: Any, alleen: str) -> list[list[Gebeuren]]:
    zone = timezone.get_current_timezone()
    van, tot = (dt.datetime.combine(dag, dt.time(), tzinfo=zone) for dag in (begin, einde))
    mag = Paginabeleid().instances_user_has_any_permission_for(gebruiker, {"change", "publish"})
    vragen: dict[Wat, Callable[[], list[Gebeuren]]] = {
        Wat.GAAT_LIVE: lambda: _gaat_live(mag, van, tot),
        Wat.VERLOOPT: lambda: _verloopt(mag, van, tot),
        Wat.CONTROLE: lambda: _controles(mag, begin, einde),
    }
    return [doe() for wat, doe in vragen.items() if alleen in {"", wat.value}]


def _gaat_live(mag: Any, van: dt.datetime, tot: dt.datetime) -> list[Gebeuren]:
    versies = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        approved_go_live_at__gte=van,
        approved_go_live_at__lt=tot,
    )
    rij = versies.order_by("approved_go_live_at").values_list("object_id", "approved_go_live_at")[:HOOGSTENS]
    op = {int(pk): moment for pk, moment in rij}
    rijen = mag.filter(pk__in=list(op)).order_by().values_list("pk", "draft_title", "locale__language_code")
    return [_moment(op[pk], Wat.GAAT_LIVE, pk, titel, taal) for pk, titel, taal in rijen]


def _verloopt(mag: Any, van: dt.datetime, tot: dt.datetime) -> list[Gebeuren]:
    rijen = mag.filter(live=True, expire_at__gte=van, expire_at__lt=tot).order_by("expire_at")
    velden = list(rijen.values_list("expire_at", "pk", "title", "locale__language_code")[:HOOGSTENS])
    velden += _verloopt_later(mag, van, tot)
    return [_moment(op, Wat.VERLOOPT, pk, titel, taal) for op, pk, titel, taal in velden]


def _verloopt_later(mag: Any, van: dt.datetime, tot: dt.datetime) -> list[tuple[dt.datetime, int, str, str]]:
    """What is not yet public and has its end in the version that waits for its day."""
    versies = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page), approved_go_live_at__isnull=False
    )
    einden = {int(pk): parse_datetime(op) for pk, op in versies.values_list("object_id", "content__expire_at") if op}
    op = {pk: einde for pk, einde in einden.items() if einde and van <= einde < tot}
    rijen = mag.filter(pk__in=list(op), live=False).order_by().values_list("pk", "draft_title", "locale__language_code")
    return [(op[pk], pk, titel, taal) for pk, titel, taal in rijen]


def _moment(op: dt.datetime, wat: Wat, pk: int, titel: str, taal: str) -> Gebeuren:
    hier = timezone.localtime(op)
    return Gebeuren(hier.date(), hier.time(), wat, pk, titel, taal)


def _controles(mag: Any, begin: dt.date, einde: dt.date) -> list[Gebeuren]:
    """Every kind of page has the date in a table of its own; together they are one question."""
    delen = [
        model.objects.filter(live=True, volgende_controle__gte=begin, volgende_controle__lt=einde)
        .order_by()
        .values_list("volgende_controle", "pk")
        for model in kennismodellen()
    ]
    samen = delen[0].union(*delen[1:], all=True).order_by("volgende_controle")
    op = {pk: dag for dag, pk in samen[:HOOGSTENS]}
    velden = mag.filter(pk__in=list(op)).order_by().values_list("pk", "title", "locale__language_code")
    return [Gebeuren(op[pk], None, Wat.CONTROLE, pk, titel, taal) for pk, titel, taal in velden]
