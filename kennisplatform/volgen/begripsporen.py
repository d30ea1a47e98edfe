"""A theme goes into another: who followed it, follows that."""

from __future__ import annotations

from django.utils.translation import ngettext

from kennisplatform.basis.begripsporen import Begripspoor, Begripwissel
from kennisplatform.tekening.journaal import veranderd
from kennisplatform.volgen.lijst import van_wie
from kennisplatform.volgen.models import Volg
from kennisplatform.volgen.soorten import THEMA


def _volgers(wissel: Begripwissel) -> set[int]:
    if wissel.oud.soort != THEMA:
        return set()
    return set(Volg.objects.filter(soort=THEMA, sleutel=wissel.oud.code).values_list("persoon", flat=True))


def _kijk(wissel: Begripwissel) -> list[str]:
    n = len(_volgers(wissel))
    tekst = ngettext("%(n)s mens volgt dan het andere thema.", "%(n)s mensen volgen dan het andere thema.", n)
    return [tekst % {"n": n}] if n else []


def _doe(wissel: Begripwissel) -> None:
    mensen = _volgers(wissel)
    Volg.objects.bulk_create(
        [Volg(persoon_id=pk, soort=THEMA, sleutel=wissel.nieuw.code) for pk in mensen], ignore_conflicts=True
    )
    Volg.objects.filter(soort=THEMA, sleutel=wissel.oud.code, persoon__in=mensen).delete()
    veranderd(*(van_wie(pk) for pk in mensen))


SPOOR = Begripspoor("volgen", _kijk, _doe)
