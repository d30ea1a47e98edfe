"""The register splits or merges neighbourhoods: their areas go along. What was handed in stays with the old one."""

from __future__ import annotations

from kennisplatform.cijfers.keuzes import Gebiedszekerheid
from kennisplatform.cijfers.models import Buurtgebied, Gebied
from kennisplatform.deelnemers.herindelen import Buurtwissel


def neem_mee(wissel: Buurtwissel) -> None:
    """One that came of several is made of all their areas; of a split each begins with its own code, if it has one."""
    if len(wissel.naar) == 1:
        naar = wissel.naar[0]
        oud = Buurtgebied.objects.filter(buurt__in=wissel.van).select_related("gebied")
        jaar = max((rij.jaar for rij in oud), default=0)
        nieuw = {rij.gebied_id: rij for rij in oud if rij.jaar == jaar}
        Buurtgebied.objects.bulk_create(
            Buurtgebied(buurt=naar, gebied=rij.gebied, jaar=jaar, zekerheid=rij.zekerheid, toelichting=rij.toelichting)
            for rij in nieuw.values()
        )
        return
    for naar in wissel.naar:
        gebied = Gebied.objects.filter(code=naar.cbs_code).first() if naar.cbs_code else None
        if gebied:
            Buurtgebied.objects.create(
                buurt=naar, gebied=gebied, jaar=wissel.herindeling.op.year, zekerheid=Gebiedszekerheid.VRIJ_ZEKER
            )


def neem_terug(wissel: Buurtwissel) -> None:
    """What came with the division goes with it; the old ones still have theirs."""
    Buurtgebied.objects.filter(buurt__in=wissel.naar).delete()
