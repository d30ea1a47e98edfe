"""For the header and footer of every page."""

from __future__ import annotations

import re
from typing import Any

from django import template
from django.conf import settings
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _

from kennisplatform.toegang.medewerkers import mist_tweede_stap

register = template.Library()


@register.simple_tag(takes_context=True)
def moet_tweede_stap(context: dict[str, Any]) -> bool:
    """The page where the middleware sends staff to says why they are there."""
    return not settings.DEMO and mist_tweede_stap(context["request"].user)


def _dag(waarde: str) -> str:
    """'' for what only looks like a day or a moment: somebody may have typed it."""
    try:
        if "T" in waarde:
            moment = parse_datetime(waarde)
            return date_format(localtime(moment), "j F Y, H:i") if moment and is_aware(moment) else ""
        dag = parse_date(waarde)
        return date_format(dag, "j F Y") if dag else ""
    except (ValueError, OverflowError):
        return ""


@register.filter
def leesbaar(waarde: Any) -> str:
    """A value of 'Mijn gegevens' as a reader would write it."""
    if isinstance(waarde, bool):
        return _("ja") if waarde else _("nee")
    if isinstance(waarde, dict):
        return "; ".join(f"{sleutel}: {leesbaar(w)}" for sleutel, w in waarde.items())
    if isinstance(waarde, list | tuple):
        return ", ".join(leesbaar(w) for w in waarde) or "–"
    if isinstance(waarde, str) and re.match(r"\d{4}-\d\d-\d\d(T\d\d:\d\d|$)", waarde):
        return _dag(waarde) or waarde
    return "–" if waarde in ("", None) else str(waarde)
