"""Quarters as whole numbers (year × 4 + 0 to 3): they can be counted, compared and drawn as cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from menukaart.plan.models import Planactiviteit


def kwartaal_van(dag: dt.date) -> int:
    return dag.year * 4 + (dag.month - 1) // 3


def dit_kwartaal(van: int, tot: int) -> int:
    """Now, or the end of these years that is nearest to it."""
    return min(max(kwartaal_van(timezone.localdate()), van * 4), tot * 4 + 3)


def begin_in_woorden(kwartaal: int) -> str:
    """'juli 2027': the month in which it begins."""
    return date_format(dt.date(kwartaal // 4, kwartaal % 4 * 3 + 1, 1), "F Y")


def eind_in_woorden(kwartaal: int) -> str:
    """'september 2027': its last month."""
    return date_format(dt.date(kwartaal // 4, kwartaal % 4 * 3 + 3, 1), "F Y")


def keuzes(van: int, tot: int, in_woorden: Callable[[int], str]) -> list[tuple[int, str]]:
    """Every quarter of these years, for a menu."""
    return [(kwartaal, in_woorden(kwartaal)) for kwartaal in range(van * 4, tot * 4 + 4)]


@dataclass(frozen=True)
class Tijdbalk:
    """Cells of one activity on the line of its plan."""

    vakken: tuple[bool, ...]
    tekst: str


def tijdbalk(activiteit: Planactiviteit, van: int, tot: int) -> Tijdbalk:
    vakken = tuple(activiteit.begin <= k <= activiteit.eind for k in range(van * 4, tot * 4 + 4))
    tekst = _("%(van)s tot en met %(tot)s") % {
        "van": begin_in_woorden(activiteit.begin),
        "tot": eind_in_woorden(activiteit.eind),
    }
    return Tijdbalk(vakken, tekst)
