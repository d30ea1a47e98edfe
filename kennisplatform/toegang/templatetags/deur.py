"""For the header and footer of every page."""

from __future__ import annotations

import re
from typing import Any

from django import template
from django.conf import settings
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from kennisplatform.toegang.medewerkers import mist_tweede_stap

register = template.Library()


@register.simple_tag(takes_context=True)
def aangemelde(context: dict[str, Any]) -> Any:
    """Who is signed in, or None. A reader without a session cookie is not asked for one: their page stays cacheable."""
    request = context.get("request")
    if request is None or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    wie = getattr(request, "user", None)
    return wie if wie is not None and wie.is_authenticated else None


@register.simple_tag(takes_context=True)
def moet_tweede_stap(context: dict[str, Any]) -> bool:
    """The page where the middleware sends staff to says why they are there."""
    return not settings.DEMO and mist_tweede_stap(context["request"].user)


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
        moment = parse_datetime(waarde) if "T" in waarde else None
        if moment:
            return date_format(localtime(moment), "j F Y, H:i")
        dag = parse_date(waarde)
        return date_format(dag, "j F Y") if dag else waarde
    return "–" if waarde in ("", None) else str(waarde)
