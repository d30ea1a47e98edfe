"""Cells as sources write them: padded, '.', a decimal comma, codes with spaces, periods in four spellings. Pure."""

from __future__ import annotations

import math
import re
from typing import Final

from django.utils.translation import gettext as _

from kennisplatform.cijfers.keuzes import Gebiedsoort
from kennisplatform.cijfers.models.gebied import LAND
from kennisplatform.cijfers.vastleggen import EIGEN

GEEN: Final = frozenset({"", ".", "-", "x", "*", "n.v.t.", "geheim", "null", "none"})  # the source gives no figure
SOORT: Final = {
    "NL": Gebiedsoort.LAND,
    "GM": Gebiedsoort.GEMEENTE,
    "WK": Gebiedsoort.WIJK,
    "BU": Gebiedsoort.BUURT,
}
# Amsterdam has letters in its codes since 2022: BU0363AA01.
_GEBIED: Final = re.compile(r"GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4}")
_VOLGNUMMER: Final = re.compile(r"_(\d+)$")
_DUIZENDEN: Final = re.compile(r"[-+]?\d{1,3}(?:\.\d{3}){2,}")  # '1.234.567': two points are no decimal sign
_EENHEID: Final = re.compile(r"\s*\([^()]*\)$")
_PERIODE: Final = (
    (re.compile(r"(\d{4})(?:JJ00)?"), "{0}"),
    (re.compile(r"(\d{4})(?:KW0|-?[KQ])([1-4])"), "{0}-K{1}"),
    (re.compile(r"(\d{4})(?:HJ0|-?H)([12])"), "{0}-H{1}"),
    (re.compile(r"(\d{4})(?:MM|-)(0[1-9]|1[0-2])(?:-01)?"), "{0}-{1}"),  # '2024-03' is a day to Excel
)
# And in a list of its own making 'mrt-24'.
_MAANDEN: Final = ("JAN", "FEB", "MRT", "APR", "MEI", "JUN", "JUL", "AUG", "SEP", "OKT", "NOV", "DEC")
_EXCELMAAND: Final = re.compile(rf"({'|'.join(_MAANDEN)})-(\d\d)")


def getal(cel: object, *, in_procent: bool = False) -> float | None:
    """None: no figure. '1.234,5' and '12,5' are Dutch; without a comma a point is decimal, as in every open file.
    `in_procent`: '57%' is 57; where the figure is no percentage it is a mistake. Raises ValueError with what is wrong.
    """
    if isinstance(cel, int | float) and not isinstance(cel, bool):
        return float(cel) if math.isfinite(cel) else None
    tekst = re.sub(r"[\s\u00a0]", "", str("" if cel is None else cel)).lower().replace("\u2212", "-")
    if tekst in GEEN:
        return None
    if tekst.endswith("%"):
        if not in_procent:
            raise ValueError(_("‘%(cel)s’ is een percentage, en dit cijfer niet") % {"cel": str(cel).strip()[:40]})
        tekst = tekst[:-1]
    if "," in tekst or _DUIZENDEN.fullmatch(tekst):
        tekst = tekst.replace(".", "").replace(",", ".")
    if not re.fullmatch(r"[-+]?\d+(\.\d+)?(e[-+]?\d+)?", tekst):
        raise ValueError(_("‘%(cel)s’ is geen getal") % {"cel": str(cel).strip()[:40]})
    if not math.isfinite(waarde := float(tekst)):
        raise ValueError(_("‘%(cel)s’ is te groot voor een getal") % {"cel": str(cel).strip()[:40]})
    return waarde


def aantal(cel: object) -> int | None:
    waarde = getal(cel)
    if waarde is None:
        return None
    if waarde < 0 or waarde != int(waarde):
        raise ValueError(_("‘%(cel)s’ is geen aantal mensen") % {"cel": str(cel).strip()[:40]})
    return int(waarde)


def gebiedscode(cel: object) -> str:
    """'' for what is no code of an area that we know the kind of (a province, a part of the country)."""
    code = re.sub(r"\s", "", str("" if cel is None else cel)).upper()
    if code in {"NL", "NL00", "NL01"}:  # the health tables write NL01, the others NL00
        return LAND
    if code.isdigit() and len(code) == 4:
        return code
    return code if _GEBIED.fullmatch(code) else ""


def gebiedsoort(code: str) -> Gebiedsoort:
    return Gebiedsoort.EIGEN if code.startswith(EIGEN) else SOORT.get(code[:2], Gebiedsoort.PC4)


def periode(cel: object) -> str:
    """'' when it is none."""
    tekst = re.sub(r"\s", "", str("" if cel is None else cel)).upper().removesuffix(".0")
    for patroon, vorm in _PERIODE:
        if treffer := patroon.fullmatch(tekst):
            return vorm.format(*treffer.groups())
    if treffer := _EXCELMAAND.fullmatch(tekst):
        return f"20{treffer[2]}-{_MAANDEN.index(treffer[1]) + 1:02}"
    return ""


def kolomnaam(kop: str) -> tuple[str, str]:
    """Name without number and unit, in small letters; and the year, where the number was one: 'inwoners_2021'."""
    kaal = _EENHEID.sub("", kop.strip().strip("\ufeff"))
    nummer = _VOLGNUMMER.search(kaal)
    jaar = nummer[1] if nummer and re.fullmatch(r"(19|20)\d\d", nummer[1]) else ""
    return _VOLGNUMMER.sub("", kaal).strip().casefold(), jaar
