"""Spelling from the words of the index: only for words that nothing else knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ..taal.analyse import MIN_GRAM_WOORD
from ..taal.klank import ANDERS, verschil
from ..taal.samenstelling import Splitser
from ..taal.synoniemen import Synoniemen
from ..taal.woorden import in_woordenboek, stam, stopwoorden
from .woordenschat import Woordenschat

KORT: Final = 5  # letters up to which one slip is the most
MIN_LETTERS: Final = 4
MAX_SLIPS: Final = 2  # in a longer word
VREEMD_LETTERS: Final = 6  # a shorter word is not mended on a page in another language
MIN_BEGIN: Final = 5  # letters of half a word that can be mended
LANG: Final = 9  # letters from which two compounds seldom differ by one


def verbeter(
    woorden: Sequence[str], woordenschat: Woordenschat, synoniemen: Synoniemen | None, splitser: Splitser, taal: str
) -> dict[str, str]:
    """word → what was probably meant, for the words that look like a slip."""
    vreemd = [w for w in woorden if not _bekend(w, woordenschat, synoniemen, splitser, taal)]
    uit = {woord: beste for woord in vreemd if (beste := _beste(woord, woordenschat, synoniemen, taal))}
    # 'kocam beni dövüyor': of a text that is mostly not in this language, a word that looks like one of it is none.
    if 2 * len(uit) < len(vreemd):
        return {}
    anders = [w for w in woorden if w not in vreemd] if taal == "nl" else []
    # Alone a real word is what was meant, unless it sounds as another: nobody who types 'planten' means 'plannen'.
    ver = ANDERS if len(woorden) > 1 else ANDERS - 1
    uit |= {w: beste for w in anders if (beste := _gehoord(w, woordenschat, synoniemen, splitser, ver))}
    return uit | {w: f"{w}n" for w in anders if _zonder_n(w, woordenschat, synoniemen)}


def _zonder_n(woord: str, woordenschat: Woordenschat, synoniemen: Synoniemen | None) -> bool:
    """'ik ben gevalle': the n of -en is not heard, so often not written. What is left may look like a form of another
    word ('geval')."""
    if (
        len(woord) < KORT
        or not woord.endswith("e")
        or woordenschat.aantal(woord)
        or not woordenschat.aantal(f"{woord}n")
    ):
        return False
    return stam(woord) != stam(f"{woord}n") and not _heeft_synoniem(woord, synoniemen)


def _gehoord(
    woord: str, woordenschat: Woordenschat, synoniemen: Synoniemen | None, splitser: Splitser, ver: int = ANDERS
) -> str:
    """'valen in huis', 'zwager begeleiding': a word that exists, though nothing here holds it in any form, one slip
    from a word that does."""
    if len(woord) < KORT or not woord.isalpha() or woord in stopwoorden() or _heeft_synoniem(woord, synoniemen):
        return ""
    if woordenschat.aantal(woord) or woordenschat.heeft_stam(stam(woord)) or splitser.splits(woord):
        return ""
    buren = [k for k in woordenschat.kandidaten(woord, 1) if len(k[0]) >= MIN_LETTERS]
    goed = [k for k in buren if verschil(k[0], woord) < ANDERS or (ver == ANDERS and k[0][0] == woord[0])]
    return min(goed, key=lambda k: (verschil(k[0], woord) == ANDERS, -k[2], k[0]), default=("", 0, 0))[0]


def gelijkklinkend(woord: str, woordenschat: Woordenschat, synoniemen: Synoniemen | None) -> str:
    """The word of the index or of the synonyms that sounds as this one; '' if there is none."""
    kandidaten = list(woordenschat.kandidaten(woord, MAX_SLIPS))
    if synoniemen:
        kandidaten += _uit_synoniemen(woord, synoniemen, MAX_SLIPS)
    goed = [k for k in kandidaten if verschil(k[0], woord) < ANDERS]
    return min(goed, key=lambda k: (k[1], -k[2], k[0]), default=("", 0, 0))[0]


def dichtbij(correcties: dict[str, str], slips: int) -> dict[str, str]:
    """Those within so many slips. A word of another language is soon near a Dutch one: 'falling', 'daling'; 'beni',
    'bent'. So who reads another language has one slip in a longer word, and who certainly writes another none."""
    letters = MIN_LETTERS if slips == MAX_SLIPS else VREEMD_LETTERS
    return {van: naar for van, naar in correcties.items() if len(van) >= letters and OSA.distance(van, naar) <= slips}


def _bekend(
    woord: str, woordenschat: Woordenschat, synoniemen: Synoniemen | None, splitser: Splitser, taal: str
) -> bool:
    if len(woord) < MIN_LETTERS or not woord.isalpha() or woordenschat.aantal(woord):
        return True
    if taal != "nl":
        return False
    if _heeft_synoniem(woord, synoniemen):
        return True
    return woord in stopwoorden() or in_woordenboek(woord) or _bekende_delen(woord, woordenschat, splitser)


def _heeft_synoniem(woord: str, synoniemen: Synoniemen | None) -> bool:
    """In the list, or a form of a term in it: 'verkracht' beside 'verkrachting'."""
    return bool(synoniemen and (woord in synoniemen.woorden or synoniemen.zoek((stam(woord),))))


def _bekende_delen(woord: str, woordenschat: Woordenschat, splitser: Splitser) -> bool:
    """A compound of words that documents hold. 'hartvalen' has a split too, but nobody writes 'valen'."""
    delen = splitser.splits(woord)
    return bool(delen) and all(woordenschat.aantal(deel) for deel in delen) and not _bijna(woord, woordenschat)


def _bijna(woord: str, woordenschat: Woordenschat) -> bool:
    """One slip from a word of the index that is no form of the same: 'poli' + 'farmacie' is polyfarmacie."""
    buren = woordenschat.kandidaten(woord, 1) if len(woord) >= LANG else ()
    return any(buur[0] == woord[0] and stam(buur) != stam(woord) for buur, *_ in buren)


def _beste(woord: str, woordenschat: Woordenschat, synoniemen: Synoniemen | None, taal: str) -> str:
    """What sounds the same, then the nearest word, then the one that most documents hold. The first letter is seldom
    the slip."""
    afstand = 1 if len(woord) <= KORT else MAX_SLIPS
    kandidaten = list(woordenschat.kandidaten(woord, afstand))
    if synoniemen:
        kandidaten += _uit_synoniemen(woord, synoniemen, afstand)
    kandidaten = [k for k in kandidaten if len(k[0]) >= MIN_LETTERS and (taal != "nl" or k[0] not in stopwoorden())]
    if len(woord) < MIN_GRAM_WOORD and woordenschat.met_begin(
        woord, 1
    ):  # half a word: 'eenz' is on its way to 'eenzaam'
        kandidaten = [k for k in kandidaten if verschil(k[0], woord) < ANDERS]

    def rang(kandidaat: tuple[str, int, int]) -> tuple[int, int, bool, int, str]:
        ander, slips, keren = kandidaat
        return verschil(ander, woord) if taal == "nl" else 0, slips, ander[0] != woord[0], -keren, ander

    return min(kandidaten, key=rang, default=("", 0, 0))[0]


def _uit_synoniemen(woord: str, synoniemen: Synoniemen, afstand: int) -> list[tuple[str, int, int]]:
    """A slip in a lay word ('suikersiekte') that no document holds, but that leads to one."""
    return [(w, d, 0) for w, d in nabij(woord, synoniemen.woorden, afstand)]


def nabij(woord: str, woorden: frozenset[str] | Sequence[str], afstand: int) -> list[tuple[str, int]]:
    """Words within `afstand` slips (swap of neighbours is one), with that distance."""
    gevonden = process.extract(woord, woorden, scorer=OSA.distance, score_cutoff=afstand, limit=20)
    return [(str(w), int(d)) for w, d, _ in gevonden]


def bijna_begin(begin: str, telling: Mapping[str, int], n: int) -> list[str]:
    """Of these words (with how many documents hold them) those that begin nearly so: 'diabt' → diabetes. Too short a
    beginning is near everything."""
    if len(begin) < MIN_BEGIN or not begin.isalpha():
        return []
    slips = 1 if len(begin) < LANG else MAX_SLIPS
    uit = []
    for woord in telling:
        if woord[0] != begin[0] or len(woord) < len(begin) - slips:
            continue
        stukken = {woord[: len(begin) + meer] for meer in (-1, 0, 1)}
        afstand = min(OSA.distance(begin, stuk, score_cutoff=slips) for stuk in stukken)
        if afstand <= slips:
            uit.append((min(verschil(begin, stuk) for stuk in stukken), afstand, -telling[woord], woord))
    return [woord for *_, woord in sorted(uit)[:n]]
