"""Meetings and people who come to them, for tests: short to make."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import Any

from django.utils import timezone

from kennisplatform.agenda.keuzes import Staat
from kennisplatform.agenda.models import Bijeenkomst, Deelname, Ervaringsdeskundige
from kennisplatform.agenda.models.ervaringsdeskundige import TOESTEMMING
from kennisplatform.deelnemers.models import Buurt

_nummer = count(1)


def bijeenkomst(buurt: Buurt | None = None, dagen: float = 5, **velden: Any) -> Bijeenkomst:
    """To come in `dagen` days (below zero: past), public, in a place, for as many as come."""
    nummer = next(_nummer)
    begin = velden.pop("begin", None) or over(dagen)
    gewoon = {
        "soort": "dialoog",
        "titel": f"Bijeenkomst {nummer}",
        "slug": f"bijeenkomst-{nummer}",
        "omschrijving": "Praten.",
        "plaats": "Buurthuis",
        "begin": begin,
        "einde": begin + dt.timedelta(hours=2),
    }
    return Bijeenkomst.objects.create(buurt=buurt, **(gewoon | velden))


def over(dagen: float) -> dt.datetime:
    """Around that moment; days away it is ten o'clock, so that no meeting ends after midnight late in the evening."""
    moment = timezone.localtime() + dt.timedelta(days=dagen)
    return moment.replace(hour=10, minute=0, second=0, microsecond=0) if abs(dagen) >= 2 else moment


def gast(ding: Bijeenkomst, naam: str = "Ria", email: str = "", staat: str = Staat.PLEK, **velden: Any) -> Deelname:
    email = email or f"gast{next(_nummer)}@voorbeeld.example"
    return Deelname.objects.create(bijeenkomst=ding, naam=naam, email=email, staat=staat, **velden)


def deskundige(buurt: Buurt, dagen: int = 0, **velden: Any) -> Ervaringsdeskundige:
    op = timezone.localdate() - dt.timedelta(days=dagen)
    gewoon = {
        "naam": "Toon",
        "ervaring": "Zorgde voor zijn vrouw.",
        "toestemming_op": op,
        "toestemming_hoe": "gesprek",
        "geldig_tot": op + TOESTEMMING,
    }
    return Ervaringsdeskundige.objects.create(buurt=buurt, **(gewoon | velden))
