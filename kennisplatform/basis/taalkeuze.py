"""The languages as links: on every page twice, with that page's own addresses, so drawn here and not in a template."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape
from typing import Final
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import LocalePrefixPattern, URLResolver, get_resolver
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

TAAL = '<li><a href="%s" lang="%s" hreflang="%s"%s>%s</a></li>'

# Pages, which know their own translations; and what only leads on.
GEEN_SCHERM: Final = {"pagina", "wagtail_serve", "buurten_eerder", "buurt_eerder"}


@cache
def schermen() -> frozenset[str]:
    """Names of the views that have an address in each language."""
    met_taal = (
        deel
        for deel in get_resolver().url_patterns
        if isinstance(deel, URLResolver) and isinstance(deel.pattern, LocalePrefixPattern)
    )
    namen = {getattr(plek, "name", None) for deel in met_taal for plek in deel.url_patterns}
    return frozenset(str(naam) for naam in namen if naam) - GEEN_SCHERM


def scherm_in(request: HttpRequest, code: str) -> str:
    """This screen's address in that language, with what was searched; '' where it has one address for all."""
    plek = request.resolver_match
    if plek is None or plek.view_name not in schermen():
        return ""
    nu = get_language() or settings.LANGUAGE_CODE
    kaal = request.path if nu == settings.LANGUAGE_CODE else request.path.removeprefix(f"/{nu}")
    gezocht = request.GET.get("q", "") if plek.view_name == "zoeken" else ""
    vraag = f"?{urlencode({'q': gezocht})}" if gezocht else ""
    return f"{'' if code == settings.LANGUAGE_CODE else f'/{code}'}{kaal}{vraag}"


def taalnaam() -> str:
    """The name of the page's language, in itself."""
    code = get_language() or settings.LANGUAGE_CODE
    return dict(settings.LANGUAGES).get(code, code)


def taalkeuzes(rijen: Iterable[dict[str, object]]) -> SafeString:
    """Links to the page, or home, in each language."""
    links = [
        TAAL % (escape(str(t["adres"])), t["code"], t["code"], ' aria-current="true"' if t["nu"] else "", t["naam"])
        for t in rijen
    ]
    return mark_safe("".join(links))  # addresses escaped above; the rest is from the settings
