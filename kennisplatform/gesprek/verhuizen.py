"""A neighbourhood is split or merged: its network's words move along."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from kennisplatform.deelnemers.herindelen import Buurtwissel, Meegaand
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.gesprek.models import Bijdrage


def _eigen(van: Sequence[Buurt]) -> QuerySet[Bijdrage]:
    """What begins a conversation inside these networks; its answers go where it goes."""
    return Bijdrage.objects.filter(buurt__in=van, zichtbaarheid=Zichtbaarheid.EIGEN, vraag=None).order_by("pk")


def gaat_mee(van: Sequence[Buurt]) -> list[Meegaand]:
    return [Meegaand.van(bijdrage, bijdrage.kop or bijdrage.tekst[:80]) for bijdrage in _eigen(van)]


def neem_mee(wissel: Buurtwissel) -> None:
    """Split or merged: what the old network kept to itself is kept by one of the new ones.

    What others read keeps the name that it was written under.
    """
    for bijdrage in _eigen(wissel.van):
        samen = Q(pk=bijdrage.pk) | Q(vraag=bijdrage.pk, buurt__in=wissel.van)
        Bijdrage.objects.filter(samen).update(buurt=wissel.voor(bijdrage))


def neem_terug(wissel: Buurtwissel) -> None:
    """The division is undone: the same way back."""
    neem_mee(wissel.andersom())
