"""Whom to ask: the contact of an example while a member, else a kartrekker, else the coach. And how soon they answer."""

from __future__ import annotations

import datetime as dt
from statistics import median
from typing import Final

from django.utils import timezone
from wagtail.models import Page

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from leernetwerk.contact.models import Contactverzoek
from leernetwerk.delen.models import Inzending

VOLGORDE: Final = (Netwerkrol.KARTREKKER, Netwerkrol.COORDINATOR, Netwerkrol.COACH)
GENOEG: Final = 3  # answers, before a figure says something
VENSTER: Final = dt.timedelta(days=365)


def contactpersoon(buurt: Buurt, pagina: Page | None = None) -> Gebruiker | None:
    """None: there is nobody to ask, and the page says so."""
    rij = Lidmaatschap.objects.lopend().filter(buurt=buurt, persoon__is_active=True).select_related("persoon")
    leden = list(rij.order_by("van", "pk"))
    if pagina is not None:
        inzending = Inzending.objects.filter(pagina_id=pagina.pk).first()
        gewild = {lid.persoon_id: lid.persoon for lid in leden}
        if inzending is not None and inzending.contact_id in gewild:
            return gewild[inzending.contact_id]
    return next((lid.persoon for rol in VOLGORDE for lid in leden if lid.rol == rol), None)


def antwoordtijd(buurt: Buurt) -> int | None:
    """Working days within which half of the questions of the last year were answered; None while that says nothing."""
    rij = Contactverzoek.objects.filter(buurt=buurt, beantwoord_op__gte=timezone.now() - VENSTER)
    dagen = [werkdagen(van, tot) for van, tot in rij.values_list("gemaakt", "beantwoord_op") if tot]
    return max(1, round(median(dagen))) if len(dagen) >= GENOEG else None


def werkdagen(van: dt.datetime, tot: dt.datetime) -> int:
    """Whole days between two moments, without Saturdays and Sundays."""
    begin, eind = timezone.localdate(van), timezone.localdate(tot)
    weken, rest = divmod((eind - begin).days, 7)
    return weken * 5 + sum((begin + dt.timedelta(days=n + 1)).weekday() < 5 for n in range(max(rest, 0)))
