"""Finishing a lesson: counted for the programme, kept for who wants to."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.leren.models import GevolgdeLes, Lesdag
from kennisplatform.preventie.models import Module

TELLING_BLIJFT: Final = dt.timedelta(days=3 * 365)


@transaction.atomic
def tel(*, module: Module) -> None:
    dag, _nieuw = Lesdag.objects.get_or_create(module=module, dag=timezone.localdate())
    Lesdag.objects.filter(pk=dag.pk).update(aantal=F("aantal") + 1)


@transaction.atomic
def bewaar(*, module: Module, persoon: Gebruiker) -> bool:
    """False when it was kept already; counted once, like everybody's."""
    velden = {"titel": module.title, "reeks": module.reeks, "op": timezone.localdate()}
    _rij, nieuw = GevolgdeLes.objects.get_or_create(persoon=persoon, module=module, defaults=velden)
    if nieuw:
        tel(module=module)
    return nieuw


def ruim_op() -> str:
    weg, _soorten = Lesdag.objects.filter(dag__lt=timezone.localdate() - TELLING_BLIJFT).delete()
    return f"{weg} tellingen"
