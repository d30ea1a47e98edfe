"""What in a text looks like a person. Rules with checks, no model: they warn, a human decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Spoor:
    soort: str  # a key of SOORTEN
    tekst: str
    begin: int
    eind: int


SOORTEN: Final = {
    "bsn": _("burgerservicenummer"),
    "telefoon": _("telefoonnummer"),
    "mail": _("e-mailadres"),
    "iban": _("bankrekening"),
    "adres": _("adres"),
    "geboortedatum": _("geboortedatum"),
    "naam": _("naam van een persoon"),
}
# What follows 'mw' in small letters and is no name.
_WOORD: Final = r"(?:die|dat|was|had|heeft|kan|kon|kwam|wil|wilde|gaat|ging|is|zei|zegt|met|een|het|van|uit|voor|niet|ook|wordt|werd)"
_NAAM: Final = r"[A-ZÀ-Ý][\w'’-]+"
# Common first names in this country; with a surname behind one it is somebody. Alone it is left to the reader.
VOORNAMEN: Final = frozenset((Path(__file__).parent / "inhoud" / "voornamen.txt").read_text(encoding="utf-8").split())
_TUSSEN: Final = r"(?:(?:van|de|den|der|het|ten|ter|el|al|ben|bin|'t|’t)\s+){0,3}"

_VOORLETTERS: Final = r"(?:(?:[A-ZÀ-Ý]\.\s?){1,4}\s*)?"


def _elfproef(tekst: str) -> bool:
    """The check of a citizen number: weights 9 … 2 and −1, divisible by eleven."""
    cijfers = [int(c) for c in tekst if c.isdecimal()]
    if len(cijfers) != 9 or not any(cijfers):
        return False
    return sum(g * c for g, c in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), cijfers, strict=True)) % 11 == 0


def _ibanproef(tekst: str) -> bool:
    schoon = re.sub(r"\s", "", tekst).upper()
    return int("".join(str(int(teken, 36)) for teken in schoon[4:] + schoon[:4])) % 97 == 1


def _telefoonproef(tekst: str) -> bool:
    """Ten digits, or eleven with the country. Numbers of services (0800, 0900, 112) are nobody's."""
    cijfers = re.sub(r"\D", "", tekst)
    if cijfers.startswith(("0800", "0900", "0906", "0909", "088", "14")):
        return False
    return (len(cijfers) == 10 and cijfers.startswith("0")) or (len(cijfers) in (11, 13) and "31" in cijfers[:4])


_REGELS: Final[tuple[tuple[str, re.Pattern[str], Callable[[str], bool] | None], ...]] = (
    ("mail", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), None),
    ("iban", re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,6}(?:\s?[A-Z0-9]{1,3})?\b", re.I), _ibanproef),
    ("bsn", re.compile(r"(?<![\d.-])\d{3}[ .-]?\d{2}[ .-]?\d{4}(?![\d-])|(?<!\d)\d{9}(?!\d)"), _elfproef),
    ("telefoon", re.compile(r"(?<!\d)(?:\+|00)?\d(?:[ ()-]{0,2}\d){8,12}(?!\d)"), _telefoonproef),
    ("adres", re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}\b(?!\w)"), None),
    ("adres", re.compile(r"\b[1-9]\d{3}\s?[a-z]{2}\s+\d{1,4}[a-z]?\b", re.I), None),
    (
        "adres",
        re.compile(r"\b[\w'’-]{3,}(?:straat|laan|plein|gracht|singel|plantsoen)\s+\d{1,4}(?!\d)[a-z]?\b", re.I),
        None,
    ),
    (
        "adres",
        re.compile(
            r"\b(?!Onderweg|Halverwege)[A-ZÀ-Ý][\w'’-]+(?:weg|kade|dreef|dijk|hof|steeg)\s+\d{1,4}(?!\d)[a-z]?\b"
        ),
        None,
    ),
    (
        "geboortedatum",
        re.compile(r"(?:geb(?:oren|\.)?(?:\s+op)?|geboortedatum:?)\s+\d{1,2}[-/. ]\w{1,9}[-/. ]\d{2,4}", re.I),
        None,
    ),
    ("geboortedatum", re.compile(r"\b\d{1,2}[-/]\d{1,2}[-/](?:19[2-9]\d|20[01]\d)\b"), None),
    (
        "naam",
        re.compile(
            rf"\b(?i:mevrouw|mevr\.?|mw\.?|meneer|dhr\.?|de heer|zuster|dokter|dr\.)\s+{_VOORLETTERS}{_TUSSEN}{_NAAM}"
        ),
        None,
    ),
    ("naam", re.compile(rf"\b(?i:mevr|mw|dhr)\.?\s+(?!{_WOORD}\b)[a-zà-ý]{{3,}}"), None),
    ("naam", re.compile(rf"\b({_NAAM})\s+{_TUSSEN}{_NAAM}"), lambda tekst: tekst.split()[0] in VOORNAMEN),
    ("naam", re.compile(rf"\b{_NAAM}\s*(?:\(|,\s*)\s*[1-9]\d{{0,2}}(?!-?\d)(?:\s*jaar)?\s*(?:\)|,|\b)"), None),
)


def sporen(tekst: str) -> list[Spoor]:
    """Every place that looks like a person, in order; places do not overlap."""
    alle = sorted(_alle(tekst), key=lambda spoor: (spoor.begin, -spoor.eind))
    uit: list[Spoor] = []
    for spoor in alle:
        if not uit or spoor.begin >= uit[-1].eind:
            uit.append(spoor)
    return uit


def _alle(tekst: str) -> Iterator[Spoor]:
    for soort, patroon, proef in _REGELS:
        for vondst in patroon.finditer(tekst):
            if proef is None or proef(vondst[0]):
                yield Spoor(soort, vondst[0].strip(), vondst.start(), vondst.end())
