"""A neighbourhood is split or merged: its followers follow what came in its place."""

from __future__ import annotations

from kennisplatform.deelnemers.herindelen import Buurtwissel
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.tekening.journaal import veranderd
from kennisplatform.volgen.lijst import van_wie
from kennisplatform.volgen.models import Gebeurtenis, Volg
from kennisplatform.volgen.soorten import BUURT


def neem_mee(wissel: Buurtwissel) -> None:
    """In the caller's transaction. What was told inside the old network is told inside the first of the new ones."""
    rij = Volg.objects.filter(soort=BUURT, sleutel__in=[str(buurt.pk) for buurt in wissel.van])
    mensen = set(rij.values_list("persoon", flat=True))
    Volg.objects.bulk_create(
        [Volg(persoon_id=pk, soort=BUURT, sleutel=str(buurt.pk)) for pk in mensen for buurt in wissel.naar],
        ignore_conflicts=True,
    )
    veranderd(*(van_wie(pk) for pk in mensen))
    rij.delete()
    Gebeurtenis.objects.filter(buurt__in=wissel.van, zichtbaarheid=Zichtbaarheid.EIGEN).update(buurt=wissel.naar[0])


def neem_terug(wissel: Buurtwissel) -> None:
    """The division is undone: the same way back."""
    neem_mee(wissel.andersom())
