"""Words: folding, tokens, stop words, stems. The one place where text becomes comparable."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

import Stemmer
from simplemma import lemmatize
from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

GEGEVENS: Final = Path(__file__).parent / "gegevens"
MAX_WOORD: Final = 60  # letters; what is longer is an address or noise
# Letters that Unicode does not take apart, though people type them without their stroke or as two.
_LOS: Final = str.maketrans(
    {
        "ł": "l",
        "ı": "i",
        "ø": "o",
        "đ": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ћ": "h",
        "\u0640": "",
        "ى": "ي",
        "ة": "ه",
    }
)
_WOORD: Final = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
_BEZIT: Final = re.compile(r"['’ʼ]s\b")
_STAMMERS: Final = {
    "nl": "dutch",
    "en": "english",
    "tr": "turkish",
    "ar": "arabic",
    "pl": "polish",
    "de": "german",
    "fr": "french",
}
_slot = threading.Lock()  # a Snowball stemmer keeps its state in itself: not safe between threads

# They change what a question means, so they are looked for; marked in a text by themselves they show nothing.
STIL: Final = frozenset(("niet", "geen", "meer"))


def vouw(tekst: str) -> str:
    """Lower case without accents, for every script."""
    if tekst.isascii():
        return tekst.lower()
    uiteen = unicodedata.normalize("NFKD", tekst.replace("İ", "i").lower().translate(_LOS))
    return "".join(teken for teken in uiteen if unicodedata.category(teken) != "Mn")


def woorden(tekst: str) -> Iterator[tuple[str, ...]]:
    """Each word in order; a hyphenated word as its parts: ('e', 'health')."""
    for vondst in _WOORD.finditer(_BEZIT.sub("", vouw(tekst))):
        woord = vondst[0]
        if len(woord) <= MAX_WOORD:
            yield (woord,) if woord.isalnum() else tuple(re.split(r"[-\u2010\u2011]", woord))


def regels(bestand: str) -> Iterator[str]:
    """Lines of a data file without comments and blanks."""
    for regel in (GEGEVENS / bestand).read_text("utf-8").splitlines():
        if regel.strip() and not regel.startswith("#"):
            yield regel


@lru_cache(maxsize=1)
def stopwoorden() -> frozenset[str]:
    return frozenset(woord for regel in regels("stopwoorden.txt") for woord in regel.split())


@lru_cache(maxsize=1)
def lichtwoorden() -> frozenset[str]:
    """Words that count for less in a question: 'mijn moeder vergeet steeds meer' is not about mothers."""
    return frozenset(woord for regel in regels("lichtwoorden.txt") for woord in regel.split())


@lru_cache(maxsize=1)
def _vaste_stammen() -> dict[str, str]:
    return dict(regel.split() for regel in regels("stammen.txt"))


@lru_cache(maxsize=1)
def _met_accent() -> dict[str, str]:
    """Folded form → spelling with accents: people type 'coordinator', the dictionary holds 'coördinator'."""
    return {vouw(woord): woord for woord in DEFAULT_DICTIONARY_FACTORY.get_dictionary("nl") if not woord.isascii()}


def in_woordenboek(woord: str) -> bool:
    return woord in DEFAULT_DICTIONARY_FACTORY.get_dictionary("nl") or woord in _met_accent()


def geschreven(woord: str) -> str:
    """A folded word as the dictionary writes it, '' when that does not know it."""
    if woord in DEFAULT_DICTIONARY_FACTORY.get_dictionary("nl"):
        return woord
    return _met_accent().get(woord, "")


def grondvorm(woord: str) -> bool:
    """Is this the form that a dictionary lists ('einde'), not an inflection of another ('seinde')?"""
    return bool(lemmatize(woord, lang="nl") == woord)


@lru_cache(maxsize=16)
def _stammer(taal: str) -> Stemmer.Stemmer | None:
    return Stemmer.Stemmer(_STAMMERS[taal]) if taal in _STAMMERS else None


def _snowball(woord: str, taal: str) -> str:
    stammer = _stammer(taal)
    if stammer is None:
        return woord
    with _slot:
        return str(stammer.stemWord(woord))


@lru_cache(maxsize=100_000)
def stam(woord: str, taal: str = "nl") -> str:
    """The stem of one folded word. Dutch: own list, else Kraaij-Pohlmann of the lemma."""
    if taal != "nl":
        return vouw(_snowball(woord, taal))
    if vast := _vaste_stammen().get(woord):
        return vast
    if woord.isdigit():
        return woord
    lemma = vouw(lemmatize(_met_accent().get(woord, woord), lang="nl")).replace("_", "")
    if vast := _vaste_stammen().get(lemma):
        return vast
    # The stemmer takes ge- for a participle: 'gezond' would become 'zon' (sun). A lemma is no participle.
    if lemma.startswith("ge") and len(lemma) >= 5:
        return "ge" + _snowball(lemma[2:], "nl")
    return _snowball(lemma, "nl")


@lru_cache(maxsize=1)
def stille_stammen() -> frozenset[str]:
    """Of STIL, as they are looked for: 'meer' by the stem of 'veel'."""
    return frozenset(map(stam, STIL))
