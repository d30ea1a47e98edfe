"""How the same word may be typed: with one slip, in Latin letters, as two words. Knows no language's words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from rapidfuzz.distance import OSA

# One letter makes a Turkish verb say the opposite: 'uyanıyor' wakes up, 'uyanmıyor' does not.
_ONTKENT_TR: Final = re.compile("m(?=[iu]yo)")
PERSONEN: Final = "ايتن"  # I, he, she (or you), we
MIN_WERKWOORD: Final = 4
_CYRILLISCH: Final = str.maketrans({
    **dict(zip("абвгґдезийіїклмнопрстуфыэё", "abvhgdeziiiiklmnoprstufiee", strict=True)),
    "є": "e", "ж": "zh", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ь": "", "ъ": "", "ю": "u", "я": "a",
})  # fmt: skip  # a table
# What two people write differently for one Cyrillic letter, made one; in this order.
_GELIJK: Final = tuple(
    (re.compile(patroon), teken)
    for patroon, teken in (
        ("s[ch]?ch|sh", "sh"),
        ("tch|tsch", "ch"),
        ("kh|x", "h"),
        ("[yj]", "i"),
        ("i(?=[aeou])", ""),
        ("w", "v"),
        ("g", "h"),
        (r"(.)\1+", r"\1"),
    )
)


def latijn(woord: str) -> str:
    """A folded Cyrillic word, and one that was typed in Latin letters, as one and the same key."""
    woord = woord.translate(_CYRILLISCH)
    for patroon, teken in _GELIJK:
        woord = patroon.sub(teken, woord)
    return woord


# Arabic in Latin letters: everybody writes its vowels as they like, its consonants by a few habits. In this order.
_MEDEKLINKERS: Final = tuple(
    (re.compile(patroon), teken)
    for patroon, teken in (
        ("sh|ch", "$"),
        ("kh|5", "x"),
        ("gh|8", "g"),
        ("7", "h"),
        ("9", "q"),
        ("[23'aeiou]", ""),
        ("(?<=.)y", ""),
        (r"(.)\1+", r"\1"),
    )
)


def medeklinkers(woord: str) -> str:
    """'yadribni', 'yedrebni' and 'yadrubni' as one key; of Arabic verbs the person stays: 'y…' he, 't…' she."""
    for patroon, teken in _MEDEKLINKERS:
        woord = patroon.sub(teken, woord)
    return woord


def arabische_personen(woord: str) -> Iterator[str]:
    """A folded Arabic verb in its other persons: 'I want' and 'she wants' differ in the first letter only."""
    if len(woord) >= MIN_WERKWOORD and woord[0] in PERSONEN:
        yield from (f"{persoon}{woord[1:]}" for persoon in PERSONEN if persoon != woord[0])


def is_cyrillisch(woord: str) -> bool:
    return any("\u0400" <= teken <= "\u04ff" for teken in woord)


def _zonder_een(woord: str) -> Iterator[str]:
    yield woord
    for i in range(1, len(woord)):  # the first letter is seldom the wrong one
        yield woord[:i] + woord[i + 1 :]


def _keert_om(een: str, ander: str) -> bool:
    return _ONTKENT_TR.sub("", een) == _ONTKENT_TR.sub("", ander)


class Slippen:
    """Words, looked up by what was typed with one slip: a letter too many, too few, another, or two that changed places."""

    def __init__(self, woorden: Iterable[str]) -> None:
        self._op_rest: dict[str, list[str]] = defaultdict(list)
        for woord in woorden:
            for rest in _zonder_een(woord):
                self._op_rest[rest].append(woord)

    def bij(self, getypt: str) -> set[str]:
        mogelijk = {woord for rest in _zonder_een(getypt) for woord in self._op_rest.get(rest, ())}
        anders = {w for w in mogelijk if w != getypt and not _keert_om(w, getypt)}
        return {w for w in anders if OSA.distance(w, getypt, score_cutoff=1) <= 1}
