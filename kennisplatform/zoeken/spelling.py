"""Spelling from the words of the index: only for words that nothing else knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .samenstelling import Splitser
from .synoniemen import Synoniemen
from .woorden import in_woordenboek, stam, stopwoorden

if TYPE_CHECKING:  # plan imports this module
    from .plan import Woordenschat

KORT: Final = 5  # letters up to which one slip is the most
MIN_LETTERS: Final = 4
LANG: Final = 9  # letters from which two compounds seldom differ by one


def verbeter(
    woorden: Sequence[str], woordenschat: Woordenschat, synoniemen: Synoniemen | None, splitser: Splitser, taal: str
) -> dict[str, str]:
    """word → what was probably meant, for the words that look like a slip."""
    uit: dict[str, str] = {}
    for woord in woorden:
        if _bekend(woord, woordenschat, synoniemen, splitser, taal):
            continue
        if beste := _beste(woord, woordenschat, synoniemen):
            uit[woord] = beste
    return uit


def _bekend(
    woord: str, woordenschat: Woordenschat, synoniemen: Synoniemen | None, splitser: Splitser, taal: str
) -> bool:
    if len(woord) < MIN_LETTERS or not woord.isalpha() or woordenschat.aantal(woord):
        return True
    if taal != "nl":
        return False
    if synoniemen and woord in synoniemen.woorden:
        return True
    return woord in stopwoorden() or in_woordenboek(woord) or _bekende_delen(woord, woordenschat, splitser)


def _bekende_delen(woord: str, woordenschat: Woordenschat, splitser: Splitser) -> bool:
    """A compound of words that documents hold. 'hartvalen' has a split too, but nobody writes 'valen'."""
    delen = splitser.splits(woord)
    return bool(delen) and all(woordenschat.aantal(deel) for deel in delen) and not _bijna(woord, woordenschat)


def _bijna(woord: str, woordenschat: Woordenschat) -> bool:
    """One slip from a word of the index that is no form of the same: 'poli' + 'farmacie' is polyfarmacie."""
    buren = woordenschat.kandidaten(woord, 1) if len(woord) >= LANG else ()
    return any(buur[0] == woord[0] and stam(buur) != stam(woord) for buur, *_ in buren)


def _beste(woord: str, woordenschat: Woordenschat, synoniemen: Synoniemen | None) -> str:
    """The nearest word, then the one that most documents hold. The first letter is seldom the slip."""
    afstand = 1 if len(woord) <= KORT else 2
    kandidaten = list(woordenschat.kandidaten(woord, afstand))
    if synoniemen:
        kandidaten += _uit_synoniemen(woord, synoniemen, afstand)
    kandidaten = [k for k in kandidaten if len(k[0]) >= MIN_LETTERS]
    return min(kandidaten, key=lambda k: (k[1], k[0][0] != woord[0], -k[2], k[0]), default=("", 0, 0))[0]


def _uit_synoniemen(woord: str, synoniemen: Synoniemen, afstand: int) -> list[tuple[str, int, int]]:
    """A slip in a lay word ('suikersiekte') that no document holds, but that leads to one."""
    return [(w, d, 0) for w, d in nabij(woord, synoniemen.woorden, afstand)]


def nabij(woord: str, woorden: frozenset[str] | Sequence[str], afstand: int) -> list[tuple[str, int]]:
    """Words within `afstand` slips (swap of neighbours is one), with that distance."""
    gevonden = process.extract(woord, woorden, scorer=OSA.distance, score_cutoff=afstand, limit=20)
    return [(str(w), int(d)) for w, d, _ in gevonden]
