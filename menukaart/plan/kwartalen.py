"""Quarters as whole numbers (year × 4 + 0 to 3): they can be counted, compared and drawn as cells."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from menukaart.plan.models import Planactiviteit


def kwartaal_van(dag: dt.date) -> int:
    return dag.year * 4 + (dag.month - 1) // 3


def in_woorden(kwartaal: int) -> str:
    return _("%(jaar)s, kwartaal %(n)s") % {"jaar": kwartaal // 4, "n": kwartaal % 4 + 1}


def keuzes(van: int, tot: int) -> list[tuple[int, str]]:
    """Every quarter of these years, for a menu."""
    return [(kwartaal, in_woorden(kwartaal)) for kwartaal in range(van * 4, tot * 4 + 4)]


@dataclass(frozen=True)
class Tijdbalk:
    """Cells of one activity on the line of its plan."""

    vakken: tuple[bool, ...]
    tekst: str


def tijdbalk(activiteit: Planactiviteit, van: int, tot: int) -> Tijdbalk:
    vakken = tuple(activiteit.begin <= k <= activiteit.eind for k in range(van * 4, tot * 4 + 4))
    begin, eind = in_woorden(activiteit.begin), in_woorden(activiteit.eind)
    tekst = begin if begin == eind else _("%(van)s tot en met %(tot)s") % {"van": begin, "tot": eind}
    return Tijdbalk(vakken, tekst)
