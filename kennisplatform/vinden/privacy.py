"""Which search texts may be counted at all. When in doubt: not. A lost count harms nobody."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from kennisplatform.basis.persoonssporen import sporen
from kennisplatform.zoeken.antwoord.vraag import schone_tekst
from kennisplatform.zoeken.motor import kent_woord
from kennisplatform.zoeken.poort import ZoekFout
from kennisplatform.zoeken.taal.synoniemen import synoniemen
from kennisplatform.zoeken.taal.woorden import in_woordenboek, stopwoorden, vouw, woorden

MAX_TEKENS: Final = 80
MAX_WOORDEN: Final = 10  # a longer text is a story, and a story is somebody's
_AANHEF: Final = frozenset({"mevrouw", "mevr", "mw", "meneer", "dhr", "heer", "dokter", "dr", "zuster", "broeder"})


@lru_cache(maxsize=1)
def voornamen() -> frozenset[str]:
    regels = (Path(__file__).parent / "voornamen.txt").read_text("utf-8").splitlines()
    return frozenset(naam for regel in regels if not regel.startswith("#") for naam in regel.split())


def telbaar(tekst: str) -> str:
    """The text as it is counted: folded and short; '' for what may not be kept."""
    tekst = schone_tekst(tekst)
    if len(tekst) > MAX_TEKENS or "@" in tekst or re.search(r"\d{4,}", tekst) or sporen(tekst):
        return ""
    alle = [deel for delen in woorden(tekst) for deel in delen]
    if not alle or len(alle) > MAX_WOORDEN or _lijkt_naam(alle):
        return ""
    return " ".join("-".join(delen) for delen in woorden(tekst))


def _lijkt_naam(alle: list[str]) -> bool:
    """A first name that many people have, a form of address with a word, or two words in a row that nobody knows."""
    if voornamen() & set(alle):
        return True
    onbekend = [not _bekend(woord) for woord in alle]
    for i, woord in enumerate(alle[:-1]):
        if onbekend[i + 1] and (onbekend[i] or woord in _AANHEF or (woord in stopwoorden() and i and onbekend[i - 1])):
            return True
    return False


def _bekend(woord: str) -> bool:
    """A word of the language, of the synonyms, or of what can be found here (a place, an intervention)."""
    if len(woord) < 3 or woord.isdigit() or woord in synoniemen().woorden or in_woordenboek(vouw(woord)):
        return True
    try:
        return kent_woord(woord)
    except ZoekFout:
        return False
