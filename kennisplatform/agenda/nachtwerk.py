"""Once a night: remind people of tomorrow's meeting, drop those who may no longer come, and delete names that are not needed."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.utils import timezone

from kennisplatform.agenda import brieven, deelnemen
from kennisplatform.agenda.keuzes import Staat
from kennisplatform.agenda.models import Bijeenkomst, Deelname
from kennisplatform.agenda.models.deelname import GELDIG_S
from kennisplatform.basis import losse_rijen
from kennisplatform.basis.losse_rijen import voor_elk
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe

GAST: Final = dt.timedelta(days=30)  # name and address of a guest without an account, after the meeting
ACCOUNT: Final = dt.timedelta(days=365)  # so that somebody can look back on a year of own meetings


def herinner() -> None:
    """Everything that begins before the end of tomorrow: a night that was skipped is made up for, and no mail goes twice."""
    nu = timezone.now()
    overmorgen = timezone.localdate() + dt.timedelta(days=2)
    grens = dt.datetime.combine(overmorgen, dt.time.min, tzinfo=timezone.get_default_timezone())
    rij = Bijeenkomst.objects.filter(afgelast__isnull=True, begin__gt=nu, begin__lt=grens)
    for bijeenkomst in rij.select_related("buurt"):
        with losse_rijen.los("herinneringen van een bijeenkomst", bijeenkomst):
            voor_elk("herinnering van een bijeenkomst", brieven.te_herinneren(bijeenkomst), brieven.herinner)


def ruim_op() -> None:
    nu = timezone.now()
    _laat_los()
    Deelname.objects.filter(
        staat=Staat.ONBEVESTIGD, sinds__lt=nu - dt.timedelta(seconds=GELDIG_S)
    ).delete()  # an address that nobody confirmed
    Deelname.objects.filter(persoon__isnull=True, bijeenkomst__einde__lt=nu - GAST).delete()
    Deelname.objects.filter(bijeenkomst__einde__lt=nu - ACCOUNT).delete()


def _laat_los() -> None:
    """Who left the network frees the place at what is not public: the next on the waiting list may still come."""
    rij = Deelname.objects.filter(bijeenkomst__begin__gt=timezone.now(), persoon__isnull=False)
    besloten = rij.exclude(bijeenkomst__zichtbaarheid=Zichtbaarheid.OPENBAAR)
    mensen: dict[int, Gebruiker] = {}  # one record a person: a place is read once and kept on it

    def kijk(deelname: Deelname) -> None:
        if deelname.persoon is None:
            return
        wie = mensen.setdefault(deelname.persoon.pk, deelname.persoon)
        if not mag(wie, Doe.ZIEN, deelname.bijeenkomst):
            deelnemen.meld_af(deelname=deelname)

    voor_elk("plek vrijgeven", besloten.select_related("bijeenkomst", "persoon"), kijk)
