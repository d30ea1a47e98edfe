"""Text without what no reader sees and many programs break on.

    tekst(s)   running text: lines and tabs stay
    naam(s)    a name or title: also nothing invisible, and nothing that turns the direction of what follows
    regel(s)   the same, on one line
    sleutel(s) for comparing names: never shown

What Word, Excel and telephones leave behind becomes what was meant (a C1 apostrophe, a vertical tab for a new line);
what means nothing goes. Joiners of Arabic and emoji (U+200C, U+200D) and the marks of direction (U+200E, U+200F) stay.
All three are total and give the same when done twice.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Final

# C1 codes are letters of Windows that somebody took for Latin-1: 0x91 is the apostrophe of Word.
_WINDOWS: Final = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_REGELEINDEN: Final = dict.fromkeys((0x0B, 0x0C, 0x2028, 0x2029), "\n")
_NIETS: Final = dict.fromkeys(
    (
        *(code for code in range(0x20) if chr(code) not in "\n\t\x0b\x0c"),
        0x7F,
        *range(0xD800, 0xE000),  # half a letter
        *range(0xFDD0, 0xFDF0),  # no letters, and no XML
        *(vlak * 0x10000 + code for vlak in range(17) for code in (0xFFFE, 0xFFFF)),
        0x202D,  # turns the direction of all that follows, whatever letters they are
        0x202E,
        0xFEFF,
    ),
    "",
)
# Signs of the fonts Symbol and Wingdings, in which Word writes its bullets, boxes and arrows: elsewhere an empty box.
_WORD: Final = {
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF0A8: "□",
    0xF06F: "□",
    0xF071: "□",
    0xF0FE: "☑",
    0xF0FC: "✓",
    0xF0FB: "✗",
    0xF0D8: "➢",
    0xF0E0: "→",
    0xF0DF: "←",
    0xF04A: "☺",
    0xF02D: "-",
    0xF076: "❖",
}
# Letters that a PDF sets as one sign: copied out of it, nobody finds the word.
_SAMEN: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_TEKST: Final[dict[int, str]] = _NIETS | _REGELEINDEN | _WINDOWS | _WORD | _SAMEN
# Invisible in a name: zero-width spaces, fillers that count as letters, direction of a stretch, soft hyphens.
_ONZICHTBAAR: Final = dict.fromkeys(
    (
        0x00AD,
        0x034F,
        0x061C,
        0x115F,
        0x1160,
        0x17B4,
        0x17B5,
        0x180E,
        0x200B,
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        0x2800,
        0x3164,
        0xFFA0,
        *range(0xFFF9, 0xFFFC),
        *range(0x180B, 0x180E),
        *range(0x1D173, 0x1D17B),
        *range(0xE0000, 0xE0080),  # labels that nothing shows
        *range(0xE0100, 0xE01F0),
    ),
    "",
)
_NAAM: Final[dict[int, str]] = _TEKST | _ONZICHTBAAR
_GELIJK: Final = dict.fromkeys(map(ord, "’‘‛`´ʹʼ′＇"), "'") | dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")


def _klasse(codes: Any) -> str:
    return "[" + "".join(f"\\U{code:08x}" for code in codes) + "]"


# What may stand in a text and shows nothing by itself.
_LEEG: Final = re.compile(
    r"[\s\u200b-\u200f\u2060-\u206f\u00ad\u034f\u061c\u115f\u1160\u2800\u3164\ufe00-\ufe0f\uffa0]+"
)
_VERDACHT: Final = re.compile(_klasse([*_TEKST, 0x0D]))
_VERDACHTE_NAAM: Final = re.compile(_klasse([*_NAAM, 0x0D]))


def tekst(waarde: str) -> str:
    if waarde.isascii() and waarde.isprintable():
        return waarde
    if _VERDACHT.search(waarde):
        waarde = waarde.replace("\r\n", "\n").replace("\r", "\n").translate(_TEKST)
    return _of_niets(unicodedata.normalize("NFC", waarde))


def naam(waarde: str) -> str:
    if waarde.isascii() and waarde.isprintable():
        return waarde
    if _VERDACHTE_NAAM.search(waarde):
        waarde = waarde.replace("\r\n", "\n").replace("\r", "\n").translate(_NAAM)
    return _of_niets(unicodedata.normalize("NFC", waarde))


def _of_niets(waarde: str) -> str:
    """What looks empty is empty: a name of one joiner is none. White space is for who reads it to take off."""
    return "" if not waarde.isspace() and _LEEG.fullmatch(waarde) else waarde


def regel(waarde: str) -> str:
    return " ".join(deel for deel in naam(waarde).replace("\t", "\n").split("\n") if deel) if waarde else waarde


def sleutel(waarde: str) -> str:
    """The same for a name however it was typed: its case, spaces, Word's apostrophes and dashes, letters of full width."""
    kaal = unicodedata.normalize("NFKC", naam(waarde)).casefold().translate(_GELIJK)
    return " ".join(unicodedata.normalize("NFC", re.sub(r"\s*-\s*", "-", kaal)).split()).strip(" .,;")


def diep(waarde: Any) -> Any:
    """Every text in lists and dicts, as JSON has them; the same object where nothing changes."""
    if isinstance(waarde, str):
        return tekst(waarde)
    if isinstance(waarde, dict):
        nieuw = {sleutel: diep(deel) for sleutel, deel in waarde.items()}
        return nieuw if any(nieuw[sleutel] is not waarde[sleutel] for sleutel in waarde) else waarde
    if isinstance(waarde, list | tuple):
        rij = [diep(deel) for deel in waarde]
        return type(waarde)(rij) if any(nu is not was for nu, was in zip(rij, waarde, strict=True)) else waarde
    return waarde
