"""A neighbourhood is split or merged: its picture goes along as a draft; what was laid down stays where it was."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from kennisplatform.deelnemers.herindelen import BijHerindeling, Buurtwissel, Gevolg
from kennisplatform.deelnemers.models import Buurt
from menukaart.plan.models import Buurtbeeld, Buurtplan
from menukaart.plan.models.rij import Rij


def neem_mee(wissel: Buurtwissel) -> None:
    """Each new neighbourhood begins with a copy of every old picture. A plan is a promise of its own neighbourhood: a
    network that was split or joined makes its own.
    """
    for oud in Buurtbeeld.objects.filter(buurt__in=wissel.van):
        for buurt in wissel.naar:
            _kopieer(oud, buurt)


def _kopieer(oud: Buurtbeeld, buurt: Buurt) -> None:
    nieuw, _begonnen = Buurtbeeld.objects.get_or_create(buurt=buurt)
    nummers: dict[int, Rij] = {}
    for uitdaging in oud.uitdagingen.all():
        nummers[uitdaging.pk] = _rij(uitdaging, beeld=nieuw)
    for rij in (*oud.krachten.all(), *oud.regiopunten.all()):
        _rij(rij, beeld=nieuw)
    for inzicht in oud.inzichten.all():
        _rij(inzicht, beeld=nieuw, uitdaging=nummers.get(inzicht.uitdaging_id or 0))


def _rij(rij: Any, **anders: Any) -> Rij:
    velden = {v.name: getattr(rij, v.name) for v in rij._meta.fields if v.name not in {"id", "op", "versie", *anders}}
    return type(rij).objects.create(**velden, **anders)


def neem_terug(wissel: Buurtwissel) -> None:
    """Nothing moves: the old neighbourhoods still have theirs."""


def voorzie(wissel: Buurtwissel) -> list[Gevolg]:
    nieuw = Buurtplan.objects.filter(buurt__in=wissel.naar).exists() or Buurtbeeld.objects.filter(
        buurt__in=wissel.naar, versies__isnull=False
    )
    if not nieuw:
        return []
    return [
        Gevolg(
            _("Buurtbeeld en buurtplan van vóór de indeling gelden weer. Wat daarna werd geschreven, blijft leesbaar.")
        )
    ]


BIJ_HERINDELING = BijHerindeling("buurtbeeld en buurtplan", neem_mee, neem_terug, voorzie)
