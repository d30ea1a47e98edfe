"""The languages as links: on every page twice, with that page's own addresses, so drawn here and not in a template."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

TAAL = '<li><a href="%s" lang="%s" hreflang="%s"%s>%s</a></li>'


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
