"""`{% qr address %}`: an address as squares, for paper. Drawn in the page itself: a picture would not be there in time."""

from __future__ import annotations

from functools import lru_cache

import qrcode
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()
RAND = 4  # squares of white that a reader needs around it


@lru_cache(maxsize=256)
def _pad(adres: str) -> tuple[str, int]:
    """(runs of black squares as a path, squares a side)."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=RAND)
    code.add_data(adres)
    rijen = code.get_matrix()
    delen = []
    for y, rij in enumerate(rijen):
        x = 0
        while x < len(rij):
            begin = x
            while x < len(rij) and rij[x]:
                x += 1
            if x > begin:
                delen.append(f"M{begin} {y}h{x - begin}v1h-{x - begin}z")
            x += 1
    return "".join(delen), len(rijen)


@register.simple_tag
def qr(adres: str) -> SafeString:
    if not adres:  # a draft that is looked at has none yet
        return SafeString("")
    pad, zijde = _pad(adres)
    vlak = '<svg class="qr" viewBox="0 0 {} {}" width="96" height="96" aria-hidden="true" focusable="false">'
    return format_html(vlak + '<path class="wit" d="M0 0h{}v{}h-{}z" /><path d="{}" /></svg>', *[zijde] * 5, pad)
