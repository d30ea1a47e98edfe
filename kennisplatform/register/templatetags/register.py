"""Small helpers of the register's list."""

from __future__ import annotations

from django import template
from django.http import QueryDict

register = template.Library()


@register.simple_tag
def zonder_pagina(vraag: QueryDict) -> str:
    """The question without its page, for links that keep the filters."""
    schoon = vraag.copy()
    for naam in ("pagina", "soort"):
        schoon.pop(naam, None)
    return schoon.urlencode()
