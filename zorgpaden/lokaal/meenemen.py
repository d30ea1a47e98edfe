"""A neighbourhood is split or merged: its pathways go along, unapproved: the numbers may be of another place now."""

from __future__ import annotations

from collections.abc import Sequence

from kennisplatform.deelnemers.herindelen import Buurtwissel, Meegaand
from kennisplatform.deelnemers.models import Buurt
from zorgpaden.lokaal.models import Buurtpad


def gaat_mee(van: Sequence[Buurt]) -> list[Meegaand]:
    return [Meegaand.van(pad, pad.naam) for pad in Buurtpad.objects.filter(buurt__in=van).order_by("pk")]


def neem_mee(wissel: Buurtwissel) -> None:
    for pad in Buurtpad.objects.filter(buurt__in=wissel.van).order_by("pk"):
        _verhuis(pad, wissel.voor(pad), pad.buurt_id)


def neem_terug(wissel: Buurtwissel) -> None:
    van = {buurt.pk: buurt for buurt in wissel.van}
    for pad in Buurtpad.objects.filter(buurt__in=wissel.naar).order_by("pk"):
        _verhuis(pad, van.get(pad.kwam_uit_id or 0, wissel.van[0]), None)


def _verhuis(pad: Buurtpad, naar: Buurt, kwam_uit: int | None) -> None:
    """A second of the same pathway stays where it was."""
    if Buurtpad.objects.filter(buurt=naar, pagina=pad.pagina_id).exists():
        return
    Buurtpad.objects.filter(pk=pad.pk).update(buurt=naar, kwam_uit=kwam_uit, goedgekeurd_op=None, openbaar=False)
