"""Does a question speak a professional's language? By a list of words, as residents use few of them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from .woorden import regels, vouw, woorden

BESTAND: Final = "vakwoorden.txt"


@lru_cache(maxsize=1)
def _patronen() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """(whole words, beginnings, ends)"""
    alle = [vouw(patroon) for regel in regels(BESTAND) for patroon in regel.split()]
    return (
        frozenset(p for p in alle if "*" not in p),
        tuple(p[:-1] for p in alle if p.endswith("*") and not p.startswith("*")),
        tuple(p.strip("*") for p in alle if p.startswith("*")),
    )


@lru_cache(maxsize=2_000)
def is_vakwoord(woord: str) -> bool:
    heel, begin, eind = _patronen()
    return woord in heel or woord.startswith(begin) or woord.endswith(eind)


def vakvraag(tekst: str) -> bool:
    return any(is_vakwoord(woord) for delen in woorden(tekst) for woord in (*delen, "".join(delen)))
