"""Meetings on a network's page and on somebody's own workspace, for what is kept of both (tekening/opstand.py)."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from kennisplatform.agenda.models import Bijeenkomst, Deelname, Ervaringsdeskundige
from kennisplatform.agenda.models.bijeenkomst import Bijeenkomsten
from kennisplatform.agenda.tijd import op_de_klok
from kennisplatform.deelnemers.buurten import mijn_buurten
from kennisplatform.tekening.opstand import Opstand

IN_LIJST = ("id", "titel", "slug", "begin", "einde", "plaats", "online", "afgelast", "zichtbaarheid", "buurt_id")


def _vanaf_vandaag() -> Bijeenkomsten:
    """What ends later on this day is told apart by who draws (`noteer_klok`)."""
    return Bijeenkomst.objects.filter(einde__gte=op_de_klok(timezone.localdate(), dt.time.min))


def _aangemeld(wie: int) -> Bijeenkomsten:
    return _vanaf_vandaag().filter(pk__in=Deelname.objects.filter(persoon=wie).values("bijeenkomst"))


BRENGT = [
    Opstand("netwerk", Bijeenkomst, lambda buurt: _vanaf_vandaag().filter(buurt=buurt), IN_LIJST),
    Opstand(
        "netwerk", Deelname, lambda buurt: Deelname.objects.filter(bijeenkomst__in=_vanaf_vandaag().filter(buurt=buurt))
    ),
    Opstand("netwerk", Ervaringsdeskundige, lambda buurt: Ervaringsdeskundige.objects.filter(buurt=buurt)),
    # Apart: joined with 'or', the database reads every meeting there is.
    Opstand("werkplek", Bijeenkomst, lambda wie: _vanaf_vandaag().filter(buurt__in=mijn_buurten(wie)), IN_LIJST),
    Opstand("werkplek", Bijeenkomst, _aangemeld, IN_LIJST),
    Opstand("werkplek", Deelname, lambda wie: Deelname.objects.filter(persoon=wie)),
]
