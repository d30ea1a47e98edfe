"""A cell as a reader sees it."""

from __future__ import annotations

import datetime as dt
import math
import re
from typing import Final

from django.utils.translation import gettext as _

from kennisplatform.tekst import schoon

# How a whole number looks after a detour; '1.000' is no 1, but a thousand.
_GEHEEL: Final = re.compile(r"(?!\d{1,3}(?:\.000)+$)\d+\.0+|\d(?:\.\d+)?[eE]\+?\d{1,2}")
_ALS_TEKST: Final = re.compile(r'="([^"]*)"')  # how programs keep the zeros of '="0042"'


def cel(waarde: object) -> str:
    """As a reader sees it: '100', not '100.0'; 1,25 with a comma, so that it can't be taken for thousands; a day as
    2026-11-28; one space between words.
    """
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return _("ja") if waarde else _("nee")
    if isinstance(waarde, float):
        return _kommagetal(waarde)
    if isinstance(waarde, dt.datetime) and waarde.time() == dt.time():
        return waarde.date().isoformat()
    tekst = " ".join(schoon.regel(str(waarde)).split())
    if als_tekst := _ALS_TEKST.fullmatch(tekst):
        tekst = als_tekst[1]
    if _GEHEEL.fullmatch(tekst) and float(tekst).is_integer():
        return str(int(float(tekst)))
    return tekst


def _kommagetal(waarde: float) -> str:
    if waarde.is_integer():
        return str(int(waarde))
    return str(waarde).replace(".", ",") if math.isfinite(waarde) else ""
