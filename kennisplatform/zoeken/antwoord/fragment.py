"""What a hit shows: safe HTML with <mark> around what matched, also by stem, synonym and part of a compound."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Final

from ..taal.samenstelling import STANDAARD, Splitser
from ..taal.schrift import Schrift
from ..taal.woorden import stam, vouw
from .vormen import NABIJ, Vormen, Waarom, Zoekreden

LENGTE: Final = 200
KIJK: Final = 8_000  # characters of a text that are looked at; the first part of a page says what it is about
# Marks that stand over or under a letter (Latin accents, Arabic vowel signs) belong to the word.
_REGELEINDE: Final = re.compile(r"(?<=[^\s.,:;!?…’”\")\]])\s*\n\s*")
_ZINSEINDE: Final = re.compile(r"[.?!·] ")
_WOORD: Final = re.compile(r"[^\W_][\w\u0300-\u036f\u064b-\u065f\u0670\u0640]*")


@dataclass(frozen=True)
class Plek:
    begin: int
    eind: int
    woord: str  # folded


class Herkenner:
    """Knows the forms of one query in one language."""

    def __init__(self, vormen: Vormen, taal: str = "nl", splitser: Splitser = STANDAARD) -> None:
        self.vormen = vormen
        self._alle = vormen.stammen.union(*vormen.zinnen)
        self._los = any(len(woord) > 1 for woord in vormen.woorden)  # then a letter by itself ('am i') is no answer
        self._schrift = splitser.schrift if taal == "nl" else _schrift(taal)
        self._raak: frozenset[str] = frozenset()  # written words that have to do with the query, of those met so far
        self._stand = -1  # how many had been met
        self._redenen: dict[str, Zoekreden | None] = {}

    def plekken(self, tekst: str) -> list[Plek]:
        """Where the text holds one of the forms; a form of several words only where all of them stand in this text."""
        woorden = set(_WOORD.findall(tekst))
        raak = {woord: self.stammen(woord) for woord in woorden & self._kandidaten(woorden)}
        # Most fields hold none of the forms: then there is no need to look where.
        if not raak:
            return []
        geldig = self.vormen.geldig(frozenset().union(*raak.values()))
        goed = {w for w, stammen in raak.items() if not geldig.isdisjoint(stammen) or vouw(w) in self.vormen.woorden}
        if self._los:
            goed = {w for w in goed if len(w) > 1 or not w.isalpha()}
        return [Plek(v.start(), v.end(), vouw(v[0])) for v in _WOORD.finditer(tekst) if v[0] in goed]

    def _kandidaten(self, woorden: set[str]) -> frozenset[str]:
        if nieuw := woorden - self._schrift.bekend:
            self._schrift.leer(nieuw)
        # Requests share `_schrift`: it may have learned words since this object last looked.
        if (stand := len(self._schrift.bekend)) != self._stand:
            self._raak, self._stand = self._schrift.van(self._alle, self.vormen.woorden), stand
        return self._raak

    def stammen(self, woord: str) -> frozenset[str]:
        """The stems looked for that this word stands for."""
        return self._alle & self._schrift.lees(woord)[1]

    def reden(self, woord: str) -> Zoekreden | None:
        """Why a word that was found counts, the plainest reason of them."""
        if woord not in self._redenen:
            self._redenen[woord] = self._zoek_reden(woord)
        return self._redenen[woord]

    def _zoek_reden(self, woord: str) -> Zoekreden | None:
        gevouwen = vouw(woord)
        redenen = [self.vormen.redenen[s] for s in sorted(self.stammen(woord)) if s in self.vormen.redenen]
        zelf = Zoekreden(Waarom.WOORD, gevouwen) if gevouwen in self.vormen.woorden else None
        return min(redenen, key=lambda reden: NABIJ.index(reden.soort), default=zelf)


@lru_cache(maxsize=16)
def _schrift(taal: str) -> Schrift:
    """Of another language than Dutch: no compounds, and far fewer texts."""

    def lees(woord: str) -> tuple[str, frozenset[str]]:
        gevouwen = vouw(woord)
        return gevouwen, frozenset((stam(gevouwen, taal),))

    return Schrift(lees)


def markeer(tekst: str, gevonden: list[Plek], begin: int = 0, eind: int | None = None) -> str:
    """Escaped text from begin to eind with the places marked."""
    eind = len(tekst) if eind is None else eind
    uit, hier = [], begin
    for plek in gevonden:
        if plek.begin >= hier and plek.eind <= eind:
            uit += [escape(tekst[hier : plek.begin]), "<mark>", escape(tekst[plek.begin : plek.eind]), "</mark>"]
            hier = plek.eind
    return "".join([*uit, escape(tekst[hier:eind])])


def maak_fragment(
    velden: Iterable[str], herkenner: Herkenner | None, lengte: int = LENGTE
) -> tuple[str, tuple[str, ...]]:
    """(safe HTML, words found). The first field that matched, without one the start of the first that has text."""
    velden = list(velden)
    for veld in velden:
        if herkenner is None:
            break
        tekst = schoon(veld[:KIJK])
        if gevonden := herkenner.plekken(tekst):
            begin, eind = _venster(tekst, gevonden, lengte)
            woorden = tuple(dict.fromkeys(tekst[p.begin : p.eind].lower() for p in gevonden))
            return _puntjes(tekst, markeer(tekst, gevonden, begin, eind), begin, eind), woorden[:8]
    tekst = schoon(next((v for v in velden if v.strip()), "")[:KIJK])
    eind = _woordgrens(tekst, lengte)
    return _puntjes(tekst, escape(tekst[:eind]), 0, eind), ()


def schoon(tekst: str) -> str:
    """On one line; a heading, a list's item and a table's cell that end without a sign stay apart from what follows."""
    return " ".join(_REGELEINDE.sub(" · ", unicodedata.normalize("NFC", tekst.strip())).split())


def _venster(tekst: str, gevonden: list[Plek], lengte: int) -> tuple[int, int]:
    """The stretch with the most different words found; the first of equals."""
    if len(tekst) <= lengte:
        return 0, len(tekst)
    beste, waarde = 0, 0
    for i, plek in enumerate(gevonden):
        anders = len({p.woord for p in gevonden[i : i + 30] if p.eind <= plek.begin + lengte})
        if anders > waarde:
            beste, waarde = plek.begin, anders
    if beste < lengte // 2:
        begin = 0
    else:
        # A little before the first word found, from the start of a word.
        begin = tekst.find(" ", min(beste - lengte // 4, len(tekst) - lengte)) + 1
        begin = begin if begin <= beste else beste
        # Where a sentence or an item begins before that word, from there: half a sentence is hard to read.
        heel = _ZINSEINDE.search(tekst, max(begin - 2, 0), beste)
        begin = heel.end() if heel else begin
    return begin, _woordgrens(tekst, begin + lengte)


def _woordgrens(tekst: str, tot: int) -> int:
    if tot >= len(tekst):
        return len(tekst)
    spatie = tekst.rfind(" ", 0, tot)
    return spatie if spatie > tot - 40 else tot


def _puntjes(tekst: str, html: str, begin: int, eind: int) -> str:
    return f"{'… ' if begin else ''}{html}{' …' if eind < len(tekst) else ''}"
