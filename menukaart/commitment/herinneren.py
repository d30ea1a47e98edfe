"""Reminders by themselves to who was asked to sign: after a week and after three, never more, and none for who wants none."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from kennisplatform.basis.losse_rijen import voor_elk
from menukaart.commitment import tekenen
from menukaart.commitment.models import WACHT, Handtekening
from menukaart.commitment.tekenen import Tekenbezwaar

EERSTE: Final = dt.timedelta(days=7)
TWEEDE: Final = dt.timedelta(days=14)  # after the first
LAATST: Final = dt.timedelta(days=35)  # since it was asked: then the network speaks with them itself


def herinner_wachtenden() -> str:
    """The night's work. Who was reminded by hand meanwhile waits as long as after one of ours."""
    nu = timezone.now()
    rij = Handtekening.objects.filter(
        Q(herinnerd_op__isnull=True) | Q(herinnerd_op__lt=nu - TWEEDE),
        stand__in=WACHT,
        geen_herinnering=False,
        gevraagd_op__lt=nu - EERSTE,
        gevraagd_op__gt=nu - LAATST,
        buurt__opgeheven__isnull=True,
    )
    return f"{voor_elk('herinnering om te tekenen', rij.order_by('pk'), _herinner)} herinneringen om te tekenen"


def _herinner(handtekening: Handtekening) -> None:
    """A newer version was agreed with: that one asks anew, so this one is left."""
    try:
        tekenen.herinner(handtekening=handtekening, door=None)
    except Tekenbezwaar:
        return


@transaction.atomic
def zet(*, handtekening: Handtekening, aan: bool) -> None:
    Handtekening.objects.filter(pk=handtekening.pk).update(geen_herinnering=not aan)
