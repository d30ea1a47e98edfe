"""Facts in templates: by name, so that a number stands in one place."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kennisplatform.feiten.waarden import NUMMER, feiten

register = template.Library()


@register.simple_tag
def feit(naam: str) -> str:
    return feiten().get(naam, "")


@register.simple_tag
def telefoon(naam: str) -> SafeString:
    """The number as a link that calls it; what is no number stands as it is."""
    return bellen(feiten().get(naam, ""))


@register.filter
def bellen(tekst: str) -> SafeString:
    """The text with every number in it as a link that calls it."""
    stukken = NUMMER.split(str(tekst))  # text, number, text …
    return format_html_join(
        "",
        "{}",
        (
            (format_html('<a href="tel:{0}"><bdi>{0}</bdi></a>', stuk) if plek % 2 else stuk,)
            for plek, stuk in enumerate(stukken)
        ),
    )
