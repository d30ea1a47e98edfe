"""Begin, note, round off. What was decided becomes agreements of the network, once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Max
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.cijfers.uitkomsten import Uitkomst, uitkomsten
from kennisplatform.cijfersessies.models import Cijfersessie, Sessieregel
from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Logregel
from kennisplatform.netwerken.models import Afspraak


class NietsTeBespreken(Exception):
    """No figures were handed in, or nothing was noted."""


@dataclass(frozen=True)
class Sessiestap:
    """One indicator of a session: its chart, and what was noted."""

    nummer: int
    uitkomst: Uitkomst
    regel: Sessieregel | None

    @property
    def gedaan(self) -> bool:
        return self.regel is not None and bool(self.regel.ziet or self.regel.besluit)


def open_sessie(buurt: Buurt) -> Cijfersessie | None:
    return Cijfersessie.objects.filter(buurt=buurt, afgerond__isnull=True).first()


def stappen(sessie: Cijfersessie, wie: Gebruiker) -> list[Sessiestap]:
    """In the order of the dashboard."""
    regels = {regel.indicator_id: regel for regel in sessie.regels.all()}
    rij = uitkomsten(sessie.buurt, wie)
    return [Sessiestap(n, u, regels.get(u.indicator.pk)) for n, u in enumerate(rij, start=1)]


@transaction.atomic
def begin(*, buurt: Buurt, door: Gebruiker) -> Cijfersessie:
    """The open one, when there is one. Raises NietsTeBespreken."""
    vergrendel(buurt)
    if al := open_sessie(buurt):
        return al
    if not uitkomsten(buurt, door):
        raise NietsTeBespreken
    return Cijfersessie.objects.create(buurt=buurt, door=door)


@transaction.atomic
def rond_af(*, sessie: Cijfersessie, door: Gebruiker) -> int:
    """How many agreements came of it; pressed twice, there are no more. Raises NietsTeBespreken where nothing was noted."""
    buurt = vergrendel(sessie.buurt)
    vers = Cijfersessie.objects.select_for_update().get(pk=sessie.pk)
    if vers.afgerond:
        return 0
    regels = list(vers.regels.all())
    if not any(regel.ziet or regel.besluit for regel in regels):
        raise NietsTeBespreken
    afspraken = [Afspraak(buurt=buurt, wat=regel.besluit, door=door) for regel in regels if regel.besluit]
    Afspraak.objects.bulk_create(afspraken)
    vers.afgerond, vers.dag = timezone.now(), timezone.localdate()
    vers.save(update_fields=["afgerond", "dag"])
    return len(afspraken)


@transaction.atomic
def gooi_weg(*, buurt: Buurt, door: Gebruiker) -> bool:
    """The open one, with what was noted in it. What is rounded off stands still, and nothing here reaches it."""
    vergrendel(buurt)
    sessie = open_sessie(buurt)
    if sessie is None:
        return False
    sessie.delete()
    noteer(Logregel.Soort.BUURT, _("gooide een sessie over cijfers weg die niet af was"), buurt=buurt, door=door)
    return True


@dataclass(frozen=True)
class Sessietelling:
    keren: int
    laatste: dt.date


def tel(buurten: list[int] | None = None) -> dict[int, Sessietelling]:
    """Of each neighbourhood how often, and when last: what anybody who follows it may know. One query."""
    rij = Cijfersessie.objects.filter(afgerond__isnull=False)
    if buurten is not None:
        rij = rij.filter(buurt__in=buurten)
    per = rij.order_by().values_list("buurt").annotate(n=Count("pk"), laatst=Max("dag"))
    return {buurt: Sessietelling(n, laatst) for buurt, n, laatst in per if laatst}
