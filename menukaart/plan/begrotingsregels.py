"""Many lines of a budget at once: a few queries, whatever their number. One by itself: beelden.py."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.tekening.journaal import veranderd
from menukaart.plan.inplannen import van_activiteit
from menukaart.plan.models import Begrotingsregel

HAP: Final = 100


@transaction.atomic
def leg_rijen_vast(*, rijen: Collection[Begrotingsregel], velden: Collection[str], door: Gebruiker) -> None:
    """As `beelden.leg_rij_vast` does with one. `rijen`: of one plan, which is locked; `velden`: what any of them changed.
    Django tells nobody of rows that are written together, so what shows them is told here.
    """
    if not rijen:
        return
    nu, staand = timezone.now(), [rij for rij in rijen if rij.pk]
    nieuw = [rij for rij in rijen if not rij.pk]
    for rij in nieuw:
        rij.door, rij.op = door, nu
    Begrotingsregel.objects.bulk_create(nieuw, batch_size=HAP)
    if velden:
        Begrotingsregel.objects.bulk_update(staand, list(velden), batch_size=HAP)
    pks = [rij.pk for rij in staand]
    Begrotingsregel.objects.filter(pk__in=pks).update(versie=F("versie") + 1, door=door, op=nu)
    activiteiten = {rij.activiteit_id: rij.activiteit for rij in rijen}
    veranderd(*(ding for activiteit in activiteiten.values() for ding in van_activiteit(activiteit)))
    next(iter(activiteiten.values())).plan.save(update_fields=["geraakt"])
