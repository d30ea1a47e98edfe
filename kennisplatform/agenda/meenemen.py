"""A neighbourhood is split or merged: what it plans and the people who speak for it go along. What took place stays where it was."""

from __future__ import annotations

from kennisplatform.agenda.models import Bijeenkomst, Ervaringsdeskundige
from kennisplatform.deelnemers.herindelen import Buurtwissel


def neem_mee(wissel: Buurtwissel) -> None:
    """In the caller's transaction. To the first of the new ones: a meeting has one address, a consent one network."""
    for bijeenkomst in Bijeenkomst.objects.komend().filter(buurt__in=wissel.van):
        bijeenkomst.buurt = wissel.naar[0]
        bijeenkomst.save(update_fields=["buurt"])  # one by one: search listens to each
    Ervaringsdeskundige.objects.filter(buurt__in=wissel.van).update(buurt=wissel.naar[0])


def neem_terug(wissel: Buurtwissel) -> None:
    """The division is undone: what is planned goes to the first of the old ones."""
    neem_mee(wissel.andersom())
