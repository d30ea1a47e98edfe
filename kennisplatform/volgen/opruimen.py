"""What the night does: mail what waits, and forget what was read."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.db.models import Q
from django.utils import timezone

from kennisplatform.basis.happen import happen
from kennisplatform.volgen.models import Gebeurtenis, Melding, Volg
from kennisplatform.volgen.soorten import soorten

GELEZEN: Final = dt.timedelta(days=90)
ONGELEZEN: Final = dt.timedelta(days=365)  # nobody opens what waited a year; the thing itself is still there


def ruim_op() -> None:
    nu = timezone.now()
    Melding.objects.filter(
        Q(gelezen__lt=nu - GELEZEN) | Q(gelezen__isnull=True, gebeurtenis__gemaakt__lt=nu - ONGELEZEN)
    ).delete()
    Gebeurtenis.objects.filter(meldingen__isnull=True, gemaakt__lt=nu - GELEZEN).delete()
    _zonder_ding()


def _zonder_ding() -> None:
    """Followed things that are gone: a key points at nothing by itself, so nothing tells us."""
    for code, soort in soorten().items():
        sleutels = list(Volg.objects.filter(soort=code).order_by().values_list("sleutel", flat=True).distinct())
        for hap in happen(sleutels):
            weg = set(hap) - soort.bestaan(hap)
            Volg.objects.filter(soort=code, sleutel__in=weg).delete()
