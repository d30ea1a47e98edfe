"""Put an example in the light, change that, end it. Who shared it hears of it."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.post.versturen import verstuur
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
    uitlichting = Uitlichting.objects.create(voorbeeld=voorbeeld, reden=reden, van=van, tot=tot, door=door)
    if door is not None:  # what the demo puts there is news to nobody
        _meld(uitlichting)
    return uitlichting


def _meld(uitlichting: Uitlichting) -> None:
    """Whoever shared it hears it, with the reason why."""
    inzending = getattr(uitlichting.voorbeeld, "inzending", None)
    schrijver = inzending.schrijver if inzending is not None else None
    if schrijver is None or not schrijver.is_active or schrijver == uitlichting.door:
        return
    link = settings.WAGTAILADMIN_BASE_URL + reverse("uitgelicht")
    verstuur(
        aan=schrijver.email,
        onderwerp=_("Uw voorbeeld staat op het podium"),
        tekst=render_to_string("podium/post/uitgelicht.txt", {"uitlichting": uitlichting, "link": link}),
        kenmerk=f"uitgelicht:{uitlichting.pk}",
    )


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
