"""A neighbourhood is split or merged: its network's words move along."""

from __future__ import annotations

from kennisplatform.deelnemers.herindelen import Buurtwissel
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.gesprek.models import Bijdrage


def neem_mee(wissel: Buurtwissel) -> None:
    """Split or merged: what the old network kept to itself is kept by the first of the new ones.

    What others read keeps the name that it was written under.
    """
    Bijdrage.objects.filter(buurt__in=wissel.van, zichtbaarheid=Zichtbaarheid.EIGEN).update(buurt=wissel.naar[0])


def neem_terug(wissel: Buurtwissel) -> None:
    """The division is undone: the same way back."""
    neem_mee(wissel.andersom())
