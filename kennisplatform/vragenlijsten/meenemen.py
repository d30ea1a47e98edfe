"""A neighbourhood is split or merged: its rounds go along, so that somebody can close them. Figures stay where they were."""

from __future__ import annotations

from collections.abc import Sequence

from kennisplatform.deelnemers.herindelen import Buurtwissel, Meegaand
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.vragenlijsten.lijsten import lijsten
from kennisplatform.vragenlijsten.models import Vragenronde


def gaat_mee(van: Sequence[Buurt]) -> list[Meegaand]:
    rij = Vragenronde.objects.filter(buurt__in=van).order_by("pk")
    return [Meegaand.van(ronde, f"{_naam(ronde)}, {ronde.get_moment_display()}") for ronde in rij]


def _naam(ronde: Vragenronde) -> str:
    lijst = lijsten().get(ronde.lijst)
    return lijst.naam if lijst else ronde.lijst


def neem_mee(wissel: Buurtwissel) -> None:
    for ronde in Vragenronde.objects.filter(buurt__in=wissel.van).order_by("pk"):
        Vragenronde.objects.filter(pk=ronde.pk).update(buurt=wissel.voor(ronde), kwam_uit=ronde.buurt_id)


def neem_terug(wissel: Buurtwissel) -> None:
    van = {buurt.pk: buurt for buurt in wissel.van}
    for ronde in Vragenronde.objects.filter(buurt__in=wissel.naar).order_by("pk"):
        Vragenronde.objects.filter(pk=ronde.pk).update(
            buurt=van.get(ronde.kwam_uit_id or 0, wissel.van[0]), kwam_uit=None
        )
