"""Put an example in the light, change that, end it. Each forgets the kept pages."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone

from kennisplatform.deelnemers.models import Gebruiker
from leernetwerk.models import Praktijkvoorbeeld
from leernetwerk.podium.models import Uitlichting


class Overlapt(Exception):
    """This example is on the podium on some of these days already."""

    def __init__(self, ander: Uitlichting) -> None:
        self.ander = ander


@transaction.atomic
def licht_uit(
    *, voorbeeld: Praktijkvoorbeeld, reden: str, van: dt.date, tot: dt.date, door: Gebruiker | None
) -> Uitlichting:
    """Raises Overlapt."""
    _vrij(voorbeeld, van, tot)
    return Uitlichting.objects.create(voorbeeld=voorbeeld, reden=reden, van=van, tot=tot, door=door)


@transaction.atomic
def wijzig(*, uitlichting: Uitlichting, reden: str, van: dt.date, tot: dt.date) -> None:
    """Raises Overlapt."""
    _vrij(uitlichting.voorbeeld, van, tot, behalve=uitlichting.pk)
    Uitlichting.objects.filter(pk=uitlichting.pk).update(reden=reden, van=van, tot=tot)


@transaction.atomic
def beeindig(*, uitlichting: Uitlichting) -> None:
    """Off the podium at once. One that never began is not in the archive either."""
    Uitlichting.objects.filter(pk=uitlichting.pk, gestopt_op__isnull=True).update(gestopt_op=timezone.now())


def _vrij(voorbeeld: Praktijkvoorbeeld, van: dt.date, tot: dt.date, behalve: int = 0) -> None:
    Praktijkvoorbeeld.objects.select_for_update(of=("self",)).get(pk=voorbeeld.pk)  # two editors, the same minute
    ander = Uitlichting.objects.naast(voorbeeld, van, tot).exclude(pk=behalve).first()
    if ander is not None:
        raise Overlapt(ander)
