"""Places in a drawing that are somebody's own: a mark stays there, and each reader gets theirs on the way out.

The drawing itself is made without knowing who reads (getekend.py), so what a template forgets to mark can't leak: it
shows everybody what a stranger sees.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from kennisplatform.kamers import gebracht

GEWOON: Final = re.compile(r"[\w:.,/-]*")  # what an argument may be made of


@dataclass(frozen=True)
class Lezersplek:
    """`teken(request, argument)` is the HTML for whoever reads, a stranger too."""

    naam: str
    teken: Callable[[HttpRequest, str], str]


@lru_cache(maxsize=2)
def _merk(sleutel: str) -> tuple[str, re.Pattern[str]]:
    """Nobody can write this into a text: it hangs on the site's secret."""
    geheim = salted_hmac("tekening.plek", "merk", secret=sleutel).hexdigest()[:20]
    return f"<!--{geheim}", re.compile(rf"<!--{geheim}(\w+)\|([^|>]*)-->")


def teken(request: HttpRequest, naam: str, argument: str = "") -> str:
    """In a drawing for everybody the mark; else the thing itself."""
    if not GEWOON.fullmatch(argument):
        raise ValueError(f"place {naam!r} can't carry {argument!r}")
    if getattr(request, "voor_iedereen", False):
        begin, _patroon = _merk(settings.SECRET_KEY)
        return f"{begin}{naam}|{argument}-->"
    return _plek(naam).teken(request, argument)


def vul(html: str, request: HttpRequest) -> str:
    """The page of this reader."""
    _begin, patroon = _merk(settings.SECRET_KEY)
    delen = patroon.split(html)
    for nummer in range(1, len(delen), 3):
        delen[nummer], delen[nummer + 1] = _plek(delen[nummer]).teken(request, delen[nummer + 1]), ""
    return "".join(delen)


def _plek(naam: str) -> Lezersplek:
    for plek in gebracht(Lezersplek):
        if plek.naam == naam:
            return plek
    raise ImproperlyConfigured(f"no room brings the place {naam!r}")
