"""Bytes of a list as text. Excel writes UTF-8, Windows, 'CSV (Macintosh)' and 'CSV (MS-DOS)', and says nowhere which."""

from __future__ import annotations

import re
from typing import Final

BLADEN: Final = ("cp1252", "mac_roman", "cp850")  # of two that fit as well, the first
# What stands in Dutch and its names: letters with signs in or at the end of a word, as its first a capital; quotes at
# the edge of a word, or 's between. The same byte in the wrong table is a sign that stands nowhere like that: 'Caf‚'.
_LETTER: Final = "áàâäãåçéèêëíìîïñóòôöõúùûüýÿšžœæøß"
_GEWOON: Final = re.compile(
    rf"(?<=[^\W\d_])[{_LETTER}]|\b[{_LETTER}](?=[a-z])|\b[{_LETTER.upper().replace('SS', '')}](?=[^\W\d_])"
    r"|(?<!\w)[‘“](?=\w)|(?<=\w)[’”]|(?<=[\w ])[–…](?=[\s\w]|$)|€(?=\s?\d)|(?<=\d)[°²½]"
)


# 'Ã©' for 'é': UTF-8 that a program took for Windows and wrote as UTF-8 once more. No word holds that.
_NOG_EENS: Final = re.compile("[ÃÂâ][\x80-\xbf\u0152-\u2122]")


# UTF-7, as some mail programs still send a list: 'Caf+AOk-'. An address such as jan+werk-thuis@ is none: what is told
# apart by what comes out.
_ZEVEN: Final = re.compile(r"\+([A-Za-z0-9+/]{3,})-")
_UIT_ZEVEN: Final = frozenset(_LETTER + _LETTER.upper() + "‘’“”–…€°²½\u00a0&")


def gelezen(rauw: bytes) -> str:
    try:
        if rauw.isascii():
            return _zeven(rauw.decode("ascii"))
        return _eens(rauw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    regels = rauw.removeprefix(b"\xef\xbb\xbf").splitlines(keepends=True)
    anders = [nummer for nummer, regel in enumerate(regels) if not _is_utf8(regel)]
    blad = _blad(b"".join(regels[nummer] for nummer in anders))
    if all(regel.isascii() or not _is_utf8(regel) for regel in regels):
        return rauw.decode(blad, "replace")
    # Two lists pasted together: one line of Windows does not spoil the others.
    return "".join(regel.decode("utf-8" if _is_utf8(regel) else blad, "replace") for regel in regels)


def _zeven(tekst: str) -> str:
    uit = _ZEVEN.sub(_uit_zeven, tekst)
    return uit if uit == tekst else uit.replace("+-", "+")


def _uit_zeven(gevonden: re.Match[str]) -> str:
    try:
        uit = gevonden[0].encode("ascii").decode("utf-7")
    except UnicodeDecodeError:
        return gevonden[0]
    return uit if set(uit) <= _UIT_ZEVEN else gevonden[0]


def _eens(tekst: str) -> str:
    if not _NOG_EENS.search(tekst):
        return tekst
    try:
        return "".join(_byte(teken) for teken in tekst).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return tekst


def _byte(teken: str) -> str:
    """The byte that Windows has for this sign, also the five for which its table has none."""
    return teken if ord(teken) < 0x100 else teken.encode("cp1252").decode("latin-1")


def _is_utf8(regel: bytes) -> bool:
    try:
        regel.decode()
    except UnicodeDecodeError:
        return False
    return True


def _blad(rauw: bytes) -> str:
    """The table in which most of what is no ASCII stands as it does in words."""
    return max(BLADEN, key=lambda blad: len(_GEWOON.findall(rauw.decode(blad, "replace"))))
