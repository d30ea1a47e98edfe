"""A neighbourhood is split or merged: its sessions go along, to be read where its people are now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.utils import timezone
from django.utils.formats import date_format

from kennisplatform.cijfersessies.models import Cijfersessie
from kennisplatform.deelnemers.herindelen import BijHerindeling, Buurtwissel, Meegaand
from kennisplatform.deelnemers.models import Buurt


def gaat_mee(van: Sequence[Buurt]) -> list[Meegaand]:
    """The team chooses by day; what was noted stays the network's."""
    return [Meegaand.van(s, date_format(s.dag, "j F Y")) for s in Cijfersessie.objects.filter(buurt__in=van)]


def neem_mee(wissel: Buurtwissel) -> None:
    for sessie in Cijfersessie.objects.filter(buurt__in=wissel.van).order_by("pk"):
        _verhuis(sessie, wissel.voor(sessie).pk, sessie.buurt_id)


def neem_terug(wissel: Buurtwissel) -> None:
    """To the one that it came from; what was begun since, to the first."""
    oud = {b.pk for b in wissel.van}
    for sessie in Cijfersessie.objects.filter(buurt__in=wissel.naar).order_by("pk"):
        _verhuis(sessie, sessie.kwam_uit_id if sessie.kwam_uit_id in oud else wissel.van[0].pk, None)


def _verhuis(sessie: Cijfersessie, naar: int | None, kwam_uit: int | None) -> None:
    """One at a time is open in a neighbourhood: a second keeps what was noted, and is over."""
    velden: dict[str, object] = {"buurt": naar, "kwam_uit": kwam_uit}
    if sessie.afgerond is None and Cijfersessie.objects.filter(buurt=naar, afgerond__isnull=True).exists():
        velden["afgerond"] = timezone.now()
    Cijfersessie.objects.filter(pk=sessie.pk).update(**velden)


BIJ_HERINDELING: Final = BijHerindeling("sessies over cijfers", neem_mee, neem_terug, gaat_mee=gaat_mee)
