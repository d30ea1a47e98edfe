"""Small helpers of the register's list."""

from __future__ import annotations

from collections.abc import Mapping

from django import template
from django.http import QueryDict
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def gekozen_optie(gekozen: Mapping[str, str], naam: str, waarde: str) -> SafeString:
    return mark_safe(" selected") if gekozen.get(naam) == waarde else mark_safe("")


@register.simple_tag
def zonder_pagina(vraag: QueryDict) -> str:
    """The question without its page, for links that keep the filters."""
    schoon = vraag.copy()
    for naam in ("pagina", "soort"):
        schoon.pop(naam, None)
    return schoon.urlencode()
