"""How a Dutch word sounds, roughly: people who write by ear write 'valen', 'bloetdruk', 'suikersiekte', 'slaape'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

ANDERS: Final = 2
MIN_GESPROKEN: Final = 3
# In this order; each is one sound that is written in more than one way.
_REGELS: Final = tuple(
    (re.compile(patroon), teken)
    for patroon, teken in (
        ("x", "ks"),
        ("qu", "kw"),
        ("sch", "sg"),
        ("ch", "g"),
        ("ck", "k"),
        ("c(?=[eEiy])", "s"),
        ("c", "k"),
        ("q", "k"),
        ("ij|y", "ei"),
        ("auw?|ouw", "ou"),
        ("ie", "i"),
        ("z", "s"),
        ("v", "f"),
        ("dt", "t"),
        ("td", "d"),
        (r"(.)\1+", r"\1"),
        # At the end a d sounds as a t and a b as a p, and the n of -en is not heard.
        ("d(?=$|[fgkpst])", "t"),
        ("b$", "p"),
        ("(?<=.[eE])n$", ""),
    )
)
# A vowel is long when it stands twice, or before one consonant with a vowel behind it.
_LANG: Final = re.compile(r"([aeou])\1|[aeou](?=[bcdfghjklmnpqrstvwz][aeiouy])")
_DUBBEL: Final = re.compile(r"([bcdfghjklmnpqrstvwxz])\1")


@lru_cache(maxsize=50_000)
def klank(woord: str) -> str:
    """A key that folded words with the same sound have in common; long vowels in capitals."""
    woord = woord.replace("ph", "f").replace("th", "t")
    woord = _LANG.sub(lambda lang: lang[0][0].upper(), woord)
    for patroon, teken in _REGELS:
        woord = patroon.sub(teken, woord)
    return woord


def gesproken(woord: str) -> Iterator[str]:
    """What may have been meant by who leaves out the t or n that is not heard: 'hang', 'prate', 'lug' (lucht)."""
    if len(woord) >= MIN_GESPROKEN and woord[-1] not in "aiout":
        yield f"{woord}n" if woord[-1] == "e" else f"{woord}t"
        if woord[-1] == "g":
            yield f"{woord[:-1]}cht"


def verschil(een: str, ander: str) -> int:
    """0: they sound the same; 1: but for a consonant that stands once or twice ('valen', 'vallen'); ANDERS: not."""
    if klank(een) == klank(ander):
        return 0
    return 1 if klank(_DUBBEL.sub(r"\1", een)) == klank(_DUBBEL.sub(r"\1", ander)) else ANDERS
