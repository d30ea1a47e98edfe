"""Residents first: for a question in everyday words what is written for them stands before professionals' material that
is about as good. A professional's words, a compound or a name leave the order as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kennisplatform.kamers import gebracht

from ..taal.samenstelling import Splitser
from ..taal.synoniemen import Synoniemen
from ..taal.vakwoorden import vakvraag
from ..taal.woorden import in_woordenboek, stam, stopwoorden, woorden

NABIJ: Final = 0.6  # of the best score: measured with zoekoordeel
GENOEMD: Final = 0.5  # where its title says all that was asked
NABIJ_KORT: Final = 0.9  # of a question of two or three words, which may be the name of something
KORT: Final = range(2, 4)
MIN_NAAM: Final = 4  # letters


@dataclass(frozen=True)
class Vaksoorten:
    """Kinds of documents that are written for professionals; brought by the rooms that have them."""

    soorten: frozenset[str]


@dataclass(frozen=True)
class Bijsoorten:
    """Kinds that go with an answer and are none by themselves, such as a lesson or a sheet to fill in."""

    soorten: frozenset[str]


def bijsoorten() -> frozenset[str]:
    return frozenset[str]().union(*(deel.soorten for deel in gebracht(Bijsoorten)))


def vaksoorten() -> frozenset[str]:
    return frozenset[str]().union(*(deel.soorten for deel in gebracht(Vaksoorten)))


@dataclass(frozen=True)
class Kandidaat:
    soort: str
    titel: str
    score: float


def is_alledaags(tekst: str, lijst: Synoniemen, splitser: Splitser) -> bool:
    telt = _telt(tekst)
    if vakvraag(tekst) or any(_is_naam(woord, lijst) for woord in telt):
        return False
    # A compound that everybody knows ('ziekenhuis') is no word of the trade.
    return len(telt) > KORT[-1] or not any(splitser.splits(woord) and not in_woordenboek(woord) for woord in telt)


def volgorde(kandidaten: Sequence[Kandidaat], tekst: str) -> list[int]:
    """The places of these hits, best first, as a resident should see them. `tekst` is a question in everyday words."""
    vak = vaksoorten()
    plaatsen = list(range(len(kandidaten)))
    if not kandidaten or not vak:
        return plaatsen
    beste = max(kandidaat.score for kandidaat in kandidaten)
    grens = beste * (NABIJ_KORT if len(list(woorden(tekst))) in KORT else NABIJ)
    bewoners = [i for i, k in enumerate(kandidaten) if k.soort not in vak]
    voor = [i for i in bewoners if kandidaten[i].score >= grens]
    # 'stoppen met roken' is what the article is called, too.
    genoemd = [i for i in bewoners if kandidaten[i].score >= beste * GENOEMD and _noemt(kandidaten[i], tekst)]
    voor = sorted({*voor, *genoemd})
    if (
        kandidaten[0].soort in vak
        and _noemt(kandidaten[0], tekst)
        and not any(_noemt(kandidaten[i], tekst) for i in voor)
    ):
        return plaatsen  # it was asked for by its name
    return _antwoord_eerst(voor + [i for i in plaatsen if i not in voor], kandidaten, tekst)


def _antwoord_eerst(plaatsen: list[int], kandidaten: Sequence[Kandidaat], tekst: str) -> list[int]:
    """An answer that is about as good stands before what goes with it, unless that was asked for by its name."""
    bij, eerste = bijsoorten(), kandidaten[plaatsen[0]]
    if eerste.soort not in bij:
        return plaatsen
    anders = bij | vaksoorten()
    antwoord = next(
        (i for i in plaatsen if kandidaten[i].soort not in anders and kandidaten[i].score >= eerste.score * NABIJ), None
    )
    if antwoord is None or (_noemt(eerste, tekst) and not _noemt(kandidaten[antwoord], tekst)):
        return plaatsen
    return [antwoord, *(i for i in plaatsen if i != antwoord)]


def _telt(tekst: str) -> list[str]:
    return [deel for delen in woorden(tekst) for deel in delen if deel not in stopwoorden()]


def _is_naam(woord: str, lijst: Synoniemen) -> bool:
    """Of a place or a programme: in no dictionary, and no term."""
    if len(woord) < MIN_NAAM or not woord.isalpha() or in_woordenboek(woord):
        return False
    return not lijst.zoek((stam(woord),))


def _noemt(kandidaat: Kandidaat, tekst: str) -> bool:
    gevraagd = set(map(stam, _telt(tekst)))
    return bool(gevraagd) and gevraagd <= set(map(stam, _telt(kandidaat.titel)))
