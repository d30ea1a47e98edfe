"""Text → four streams of terms. Both engines hold these, split at spaces; neither analyses anything itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .samenstelling import STANDAARD, Splitser
from .woorden import stam, stopwoorden, woorden

GRAM: Final = 4
ETIKET: Final = "_"  # begins no word of a text
MIN_GRAM_WOORD: Final = 6
_LATIJN: Final = ("nl", "en", "tr", "pl")


@dataclass(frozen=True)
class Stromen:
    """x: folded words, s: stems without stop words, p: stems of compound parts, n: padded 4-grams."""

    x: tuple[str, ...] = ()
    s: tuple[str, ...] = ()
    p: tuple[str, ...] = ()
    n: tuple[str, ...] = ()


@lru_cache(maxsize=50_000)
def grammen(woord: str) -> tuple[str, ...]:
    """'_val', 'valp', … of a word of six or more letters; shorter words look too much alike."""
    if len(woord) < MIN_GRAM_WOORD:
        return ()
    vol = f"_{woord}_"
    return tuple(vol[i : i + GRAM] for i in range(len(vol) - GRAM + 1))


def etiket(woorden_: Iterable[str]) -> str:
    """A whole label as one term that no text holds: 'goede aanwijzingen' → '_goedaanwijs'. Of words without stop words."""
    return ETIKET + "".join(map(stam, woorden_))


def is_etiket(term: str) -> bool:
    """No word: nobody means it, types it, or should see it proposed."""
    return term.startswith(ETIKET)


def analyse(tekst: str, taal: str = "nl", splitser: Splitser = STANDAARD) -> Stromen:
    """The streams of a text. Compounds and stop words are Dutch: another language gets words, stems and n-grams."""
    x: list[str] = []
    s: list[str] = []
    p: list[str] = []
    n: list[str] = []
    for delen in woorden(tekst):
        for woord in (*delen, "".join(delen)) if len(delen) > 1 else delen:
            x.append(woord)
            n.extend(grammen(woord))
            if len(woord) == 1 and woord.isalpha() and taal in _LATIJN:
                continue  # the e of e-health would match every other e-
            if taal != "nl":
                s.append(stam(woord, taal))
            elif woord not in stopwoorden():
                s.append(stam(woord))
                p.extend(stam(deel) for deel in splitser.alle_delen(woord))
    return Stromen(tuple(x), tuple(s), tuple(p), tuple(n))
