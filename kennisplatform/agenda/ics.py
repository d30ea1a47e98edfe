"""Calendar files (RFC 5545). Times in UTC: no time zone table to carry, and every calendar shows them in its own zone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import partial

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vUri

from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.tekening.stukken import onthoud, ware_dingen
from kennisplatform.tekst import schoon

MAX = 500  # of one feed; a calendar looks ahead, the agenda has the rest
MAAT = 600  # bytes of one meeting, about
EINDE = b"END:VCALENDAR\r\n"
VERVERS = dt.timedelta(hours=6)


def kalender(bijeenkomsten: Iterable[Bijeenkomst], naam: str) -> bytes:
    """`naam` is what a calendar program calls the subscription."""
    cal = Calendar()
    cal.add("prodid", "-//De buurt als ecosysteem//Agenda//NL")
    cal.add("version", "2.0")
    cal.add("calscale", "GREGORIAN")
    cal.add("method", "PUBLISH")
    cal.add("x-wr-calname", schoon.regel(naam))
    cal.add("refresh-interval", VERVERS, parameters={"value": "DURATION"})
    kop, einde, _rest = cal.to_ical().partition(EINDE)
    return b"".join([kop, *_events(bijeenkomsten), einde])


def _events(bijeenkomsten: Iterable[Bijeenkomst]) -> list[bytes]:
    """The library takes most of a millisecond for each, and a meeting is a wide row: only those that changed since they
    were written are fetched and written anew.
    """
    if not isinstance(bijeenkomsten, QuerySet):
        return [_event(een) for een in bijeenkomsten]
    kort = list(bijeenkomsten.values_list("pk", "versie", "gewijzigd"))
    sleutels = {pk: f"ics:{get_language()}:{pk}:{versie}:{op.timestamp()}" for pk, versie, op in kort}
    klaar = ware_dingen(sleutels.values())
    nieuw = [pk for pk, sleutel in sleutels.items() if sleutel not in klaar]
    for een in Bijeenkomst.objects.filter(pk__in=nieuw):
        klaar[sleutels[een.pk]] = onthoud(sleutels[een.pk], partial(_event, een), MAAT)
    return [klaar[sleutel] for sleutel in sleutels.values() if sleutel in klaar]


def _event(een: Bijeenkomst) -> bytes:
    event = Event()
    event.add("uid", f"{een.uid}@kennisplatform")
    event.add("dtstamp", een.gewijzigd.astimezone(dt.UTC).replace(microsecond=0))
    event.add("last-modified", een.gewijzigd.astimezone(dt.UTC).replace(microsecond=0))
    event.add("sequence", een.versie)
    event.add("dtstart", een.begin.astimezone(dt.UTC))
    event.add("dtend", een.einde.astimezone(dt.UTC))
    titel = schoon.regel(een.titel)
    event.add("summary", _("Afgelast: %(t)s") % {"t": titel} if een.afgelast else titel)
    event.add("location", schoon.regel(een.waar))  # never the link: whoever has this file need not have signed up
    adres = settings.WAGTAILADMIN_BASE_URL + een.get_absolute_url()
    event.add("url", vUri(adres))
    tekst = [een.reden] if een.afgelast else []
    event.add("description", schoon.tekst("\n\n".join([*tekst, een.omschrijving, adres])))
    event.add("status", "CANCELLED" if een.afgelast else "CONFIRMED")
    event.add("categories", [str(een.get_soort_display())])
    return event.to_ical()


def antwoord(bijeenkomsten: Iterable[Bijeenkomst], naam: str, bestand: str) -> HttpResponse:
    """A download for one, a feed for many: the same file."""
    uit = HttpResponse(kalender(bijeenkomsten, naam), content_type="text/calendar; charset=utf-8")
    uit["Content-Disposition"] = f'attachment; filename="{bestand}.ics"'
    return uit
