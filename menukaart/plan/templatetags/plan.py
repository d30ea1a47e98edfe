"""Words for templates of a plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

from menukaart.plan.keuzes import Financier
from menukaart.plan.kwartalen import begin_in_woorden, eind_in_woorden, kwartaal_van

register = template.Library()


@register.filter
def betaler(regel: Mapping[str, Any]) -> str:
    """Who pays a line as it was frozen."""
    return Financier.naam_van(str(regel.get("financier", "")))


@register.filter
def kort_wanneer(activiteit: Mapping[str, Any]) -> str:
    """The same on a sheet that is read in passing: '(vanaf april 2025)', and what is to come to an end '(tot december 2026)'."""
    nu, begin = kwartaal_van(timezone.localdate()), activiteit["begin"]
    if begin > nu:
        return _("(vanaf %(wanneer)s)") % {"wanneer": begin_in_woorden(begin)}
    return _("(tot en met %(wanneer)s)") % {"wanneer": eind_in_woorden(activiteit["eind"])}


@register.filter
def wanneer(activiteit: Mapping[str, Any]) -> str:
    """Of an activity as it was frozen: 'april 2025 tot en met december 2026'."""
    van, tot = begin_in_woorden(activiteit["begin"]), eind_in_woorden(activiteit["eind"])
    return _("%(van)s tot en met %(tot)s") % {"van": van, "tot": tot}
