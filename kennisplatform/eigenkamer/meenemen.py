"""A neighbourhood is split or merged: notes and files go along. The team that does it reads none: it sees a day and a kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.utils.formats import date_format
from django.utils.timezone import localtime

from kennisplatform.deelnemers.herindelen import BijHerindeling, Buurtwissel, Meegaand
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.eigenkamer.models import Netwerkbestand, Netwerkverslag

MODELLEN: Final = (Netwerkverslag, Netwerkbestand)


def gaat_mee(van: Sequence[Buurt]) -> list[Meegaand]:
    return [
        *(
            Meegaand.van(v, date_format(v.dag, "j F Y"))
            for v in Netwerkverslag.objects.filter(buurt__in=van).order_by("pk")
        ),
        *(
            Meegaand.van(b, date_format(localtime(b.gemaakt), "j F Y"))
            for b in Netwerkbestand.objects.filter(buurt__in=van).order_by("pk")
        ),
    ]


def neem_mee(wissel: Buurtwissel) -> None:
    for model in MODELLEN:
        for ding in model.objects.filter(buurt__in=wissel.van):
            model.objects.filter(pk=ding.pk).update(buurt=wissel.voor(ding), kwam_uit=ding.buurt_id)


def neem_terug(wissel: Buurtwissel) -> None:
    """To the one that it came from; what was written since, to the first."""
    oud = {b.pk for b in wissel.van}
    for model in MODELLEN:
        for ding in model.objects.filter(buurt__in=wissel.naar):
            doel = ding.kwam_uit_id if ding.kwam_uit_id in oud else wissel.van[0].pk
            model.objects.filter(pk=ding.pk).update(buurt=doel, kwam_uit=None)


BIJ_HERINDELING: Final = BijHerindeling("kamer van een netwerk", neem_mee, neem_terug, gaat_mee=gaat_mee)
