"""A neighbourhood is split or merged: what it plans and the people who speak for it go along. What took place stays where it was."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.timezone import localtime

from kennisplatform.agenda.models import Bijeenkomst, Ervaringsdeskundige
from kennisplatform.deelnemers.herindelen import Buurtwissel, Meegaand
from kennisplatform.deelnemers.models import Buurt


def gaat_mee(van: Sequence[Buurt]) -> list[Meegaand]:
    komend = Bijeenkomst.objects.komend().filter(buurt__in=van).order_by("begin")
    return [
        *(Meegaand.van(b, f"{b.titel}, {date_format(localtime(b.begin), 'j F Y')}") for b in komend),
        *map(Meegaand.van, Ervaringsdeskundige.objects.filter(buurt__in=van)),
    ]


def neem_mee(wissel: Buurtwissel) -> None:
    """In the caller's transaction. Each to one: a meeting has one address, a consent one network."""
    for bijeenkomst in Bijeenkomst.objects.komend().filter(buurt__in=wissel.van):
        bijeenkomst.buurt = wissel.voor(bijeenkomst)
        bijeenkomst.save(update_fields=["buurt"])  # one by one: search listens to each
    for deskundige in Ervaringsdeskundige.objects.filter(buurt__in=wissel.van):
        Ervaringsdeskundige.objects.filter(pk=deskundige.pk).update(buurt=wissel.voor(deskundige))


def neem_terug(wissel: Buurtwissel) -> None:
    """The division is undone: what is planned goes to the first of the old ones."""
    neem_mee(wissel.andersom())
