"""In which language was this typed? Letters that Dutch never uses say so, and our own word lists. No sign, no guess."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from .crisis import geraakt
from .synoniemen import Synoniemen
from .vertaalwoorden import TALEN, vertaling
from .woorden import in_woordenboek, stam, stopwoorden, woorden

SCHRIFTEN: Final = {"ARABIC": "ar", "CYRILLIC": "uk"}
# Only letters that Dutch, with its own accents, does not have: an ö or ü says nothing.
LETTERS: Final = {"tr": frozenset("ğışĞİŞ"), "pl": frozenset("ąęłńśźżćĄĘŁŃŚŹŻĆ")}
BRON: Final = "nl"
GEDEELD: Final = frozenset(
    ["a", "in", "is", "we", "had", "over", "of", "me", "was", "men", "i"]
)  # Dutch stop words that English has too

# Small words of English that are none of Dutch: two of them make a sentence, and one that ends in n't by itself.
ENGELS: Final = frozenset([
    "the", "my", "your", "you", "she", "they", "and", "with", "for", "to", "at", "how", "what", "where", "when", "why",
    "who", "do", "does", "did", "not", "need", "has", "are", "am", "it", "about", "because", "from", "this", "that",
    "can",
])  # fmt: skip  # a list of words
_NT: Final = re.compile(r"\b(ca|do|wo|is|does|did|could|would|should|are|has|have)n['’]t\b", re.IGNORECASE)


@lru_cache(maxsize=2_000)
def door_letters(tekst: str) -> str:
    """The language that the letters show; '' when they may be Dutch."""
    for teken in tekst:
        if not teken.isascii() and teken.isalpha():
            schrift = unicodedata.name(teken, "").partition(" ")[0]
            if schrift in SCHRIFTEN:
                return SCHRIFTEN[schrift]
    return next((taal for taal, letters in LETTERS.items() if not letters.isdisjoint(tekst)), "")


def getypte_taal(tekst: str, lezerstaal: str, synoniemen: Synoniemen | None = None) -> str:
    """The language to read the text in: the reader's, unless letters or words show another.

    A text with one Dutch word is not taken for another language; nor is one that the reader's own list knows.
    """
    if taal := door_letters(tekst):
        return taal
    if (regel := geraakt(tekst, lezerstaal)) and regel.taal in TALEN:
        return regel.taal  # 'heart attack' is known as English, whatever Dutch makes of 'heart'
    alle = {deel for delen in woorden(tekst) for deel in delen} - GEDEELD
    if _engels(tekst, alle) or _engelse_term(tekst, alle, synoniemen):
        return "en"  # though 'sleep', 'help' and 'home' are in a Dutch dictionary
    if not alle or any(_nederlands(woord, synoniemen) for woord in alle):
        return lezerstaal
    vertaald = {taal: len(vertaling(tekst, taal).bron) for taal in TALEN}
    if vertaald.get(lezerstaal) or not any(vertaald.values()):
        return lezerstaal
    return max(TALEN, key=lambda taal: vertaald[taal])


def _engels(tekst: str, alle: set[str]) -> bool:
    return bool(_NT.search(tekst)) or (len(alle & ENGELS) > 1 and alle.isdisjoint(stopwoorden() - ENGELS))


def _engelse_term(tekst: str, alle: set[str], synoniemen: Synoniemen | None) -> bool:
    """'sleep', 'stop smoking': all of it stands in the English list, and none of it is a term here."""
    if not alle or synoniemen is None or not alle <= vertaling(tekst, "en").bron:
        return False
    return not any(synoniemen.zoek((stam(woord),)) for woord in alle)


def _nederlands(woord: str, synoniemen: Synoniemen | None) -> bool:
    """In the dictionary, or a term by itself ('diabetes'; not 'back', of 'teach back'). Not asked of the index: that
    holds pages in other languages too."""
    return woord in stopwoorden() or in_woordenboek(woord) or bool(synoniemen and synoniemen.zoek((stam(woord),)))
