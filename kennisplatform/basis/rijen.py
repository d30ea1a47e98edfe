"""Rows of a list as HTML: drawn once for everybody, with what this reader ticked and set aside put in."""

from __future__ import annotations

from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kennisplatform.basis.kaarten import Kaarten
from kennisplatform.basis.models.rijen import Rijstand


def rijhtml(kaarten: Kaarten, stand: Rijstand) -> SafeString:
    """Rows are drawn for everybody; what this reader ticked and set aside is put in."""
    haal_weg, leg_apart = escape(_("Haal terug")), escape(_("Leg apart"))
    return mark_safe("".join(_rij(html, stand, leg_apart, haal_weg) for html in kaarten.html(2)))  # our own rows


def _rij(html: str, stand: Rijstand, leg_apart: str, haal_weg: str) -> str:
    slug = html.partition('name="v" value="')[2].partition('"')[0]
    html = html.replace(f'href="?apart={slug}"', f'href="?{escape(stand.wissel(slug))}#rij-{slug}"')
    if slug in stand.naast:
        html = html.replace(f'value="{slug}"', f'value="{slug}" checked')
    if slug in stand.apart:
        html = html.replace("<tr ", '<tr class="apart" ', 1).replace(f">{leg_apart}<", f">{haal_weg}<")
    return html
