"""Plain text as people wrote it: everything escaped, paragraphs kept, addresses of the web made into links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
_ADRES: Final = re.compile(r"https?://[^\s<>\"'`{}|\\^]{3,1500}", re.IGNORECASE)
_STAART: Final = ".,;:!?)]}’”»"
ZICHTBAAR: Final = 60  # characters of an address that are shown


@register.filter
def gesprekstekst(tekst: str) -> SafeString:
    alineas = [deel for deel in re.split(r"\n\s*\n", str(tekst).replace("\r\n", "\n").strip()) if deel.strip()]
    return format_html_join("", "<p>{}</p>", ((_alinea(deel),) for deel in alineas))


def _alinea(tekst: str) -> SafeString:
    # Safe: every part came out of escape() or format_html().
    return mark_safe("".join(_delen(tekst.strip())).replace("\n", "<br>"))


def _delen(tekst: str) -> Iterator[str]:
    """Only http and https become a link; what else looks like one (javascript:, data:) stays letters."""
    plek = 0
    for vondst in _ADRES.finditer(tekst):
        adres = vondst[0].rstrip(_STAART)
        yield escape(tekst[plek : vondst.start()])
        kort = adres if len(adres) <= ZICHTBAAR else f"{adres[:ZICHTBAAR]}…"
        yield format_html('<a href="{}" rel="nofollow ugc noopener">{}</a>', adres, kort)
        plek = vondst.start() + len(adres)
    yield escape(tekst[plek:])
