"""Numbers as people here write them: '1.250,50', '€ 12,-', '4.350', '12.5', '54,5 %'. Pure."""

from __future__ import annotations

import re
from typing import Final

from kennisplatform.tekst import schoon

_ERBIJ: Final = re.compile(r"^(?:€|eur\b|euro\b)|(?:€|eur|euro|%)$", re.IGNORECASE)
_ROND: Final = re.compile(r",(?:-{1,2}|[‐-―]|=)$")  # '12,-'
_TUSSEN: Final = re.compile(r"[\s'’]")  # between thousands; `\s` knows the space that does not break
_MIN: Final = str.maketrans("−–", "--")
# '3,550': here three and a half, but in English, and of who copies from it, three thousand. Not '0,500' and not '0,5'.
_TWEE_LEZINGEN: Final = re.compile(r"(-?[1-9]\d{0,2}),(\d{3})")
_DUIZENDEN: Final = re.compile(r"-?\d{1,3}(?:\.\d{3})+")


def kaal(tekst: str, *, duizenden: bool = True) -> str:
    """The number with a point before its decimals and nothing else, for Decimal or int to read. What is no number comes
    back as it came. A point before three digits stands between thousands (money and hours have two decimals at most),
    unless what is asked can have three: `duizenden=False`, as for a place on the map. A comma before three digits is no
    number there: see `twee_lezingen`.
    """
    uit = _zonder_erbij(tekst)
    komma, punt = uit.rfind(","), uit.rfind(".")
    if komma >= 0 and punt >= 0:  # the last one stands before the decimals
        duizend, deel = (".", ",") if komma > punt else (",", ".")
        geheel, _teken, rest = uit.rpartition(deel)
        uit = f"{_samen(geheel, duizend)}.{rest}"
    elif uit.count(",") == 1 and not (duizenden and _TWEE_LEZINGEN.fullmatch(uit)):
        uit = uit.replace(",", ".")
    elif uit.count(",") > 1:
        uit = _samen(uit, ",")
    elif duizenden and _DUIZENDEN.fullmatch(uit):
        uit = uit.replace(".", "")
    return uit if re.fullmatch(r"[-+]?\d+(?:\.\d+)?", uit) else tekst.strip()


def _zonder_erbij(tekst: str) -> str:
    uit = schoon.regel(tekst).strip().translate(_MIN)
    uit = _ERBIJ.sub("", _ERBIJ.sub("", uit).strip()).strip()
    return _TUSSEN.sub("", _ROND.sub("", uit))


def twee_lezingen(tekst: str) -> tuple[str, str] | None:
    """Of '3,550' both: '3550' and '3,55'. None for what can be read in one way."""
    gevonden = _TWEE_LEZINGEN.fullmatch(_zonder_erbij(tekst))
    if not gevonden:
        return None
    geheel, rest = gevonden.groups()
    return geheel + rest, f"{geheel},{rest.rstrip('0')}".rstrip(",")


def is_dubbelzinnig(tekst: str) -> bool:
    """'1.250' in a place where three decimals can be as well: a thousand two hundred and fifty, or one and a quarter?"""
    return bool(_DUIZENDEN.fullmatch(tekst.strip()))


def _samen(geheel: str, teken: str) -> str:
    """Whole thousands without what stands between them; as it came when they are no groups of three."""
    goed = re.fullmatch(rf"-?\d{{1,3}}(?:{re.escape(teken)}\d{{3}})*|-?\d+", geheel)
    return geheel.replace(teken, "") if goed else geheel + "?"
