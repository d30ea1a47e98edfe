"""Residents first: for a question in everyday words what is written for them stands before professionals' material that
is about as good. A professional's words, a compound or a name leave the order as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kennisplatform.kamers import gebracht

from ..taal.crisis import geraakt
from ..taal.samenstelling import Splitser
from ..taal.synoniemen import Synoniemen
from ..taal.vakwoorden import vakvraag
from ..taal.woorden import in_woordenboek, stam, stopwoorden, woorden

NABIJ: Final = 0.57  # of the best score: measured with zoekoordeel
GENOEMD: Final = 0.5  # where its title says all that was asked
NABIJ_KORT: Final = 0.9  # of a question of two or three words, which may be the name of something
NABIJ_NOOD: Final = 0.3
NABIJ_OVERZICHT: Final = 0.7
KORT: Final = range(2, 4)
# 'Vrijwilliger worden' is the name of nothing: who says what to do asks for oneself.
DOEN: Final = frozenset(["worden", "aanvragen", "regelen", "zoeken", "vinden", "melden", "helpen", "krijgen", "leren"])
# Who says this speaks of oneself, also with a long word in it ('ik wil vrijwilligerswerk doen').
ZELF: Final = frozenset(["ik", "mij", "mijn", "me", "wij", "we", "ons", "onze"])
MIN_NAAM: Final = 4  # letters


@dataclass(frozen=True)
class Vaksoorten:
    """Kinds of documents that are written for professionals; brought by the rooms that have them."""

    soorten: frozenset[str]


@dataclass(frozen=True)
class Overzichtsoorten:
    """Kinds of documents that only list others, or that are to be filled in: what answers goes before them.

    `ook_kort`: for a question of one word too. A subject may be what such a word asks for, a lesson beside it is not.
    """

    soorten: frozenset[str]
    ook_kort: bool = False


def vaksoorten() -> frozenset[str]:
    return frozenset[str]().union(*(deel.soorten for deel in gebracht(Vaksoorten)))


def overzichtsoorten(*, kort: bool) -> frozenset[str]:
    """Of a question of one word, or of a longer one."""
    delen = [deel.soorten for deel in gebracht(Overzichtsoorten) if deel.ook_kort or not kort]
    return frozenset[str]().union(*delen)


@dataclass(frozen=True)
class Kandidaat:
    soort: str
    titel: str
    score: float


def is_alledaags(tekst: str, lijst: Synoniemen, splitser: Splitser) -> bool:
    if _in_nood(tekst):
        return True
    telt = _telt(tekst)
    if vakvraag(tekst) or any(_is_naam(woord, lijst) for woord in telt):
        return False
    # A compound that everybody knows ('ziekenhuis') is no word of the trade.
    if len(telt) > KORT[-1] or any(ZELF.intersection(delen) for delen in woorden(tekst)):
        return True
    return not any(splitser.splits(woord) and not in_woordenboek(woord) for woord in telt)


def volgorde(kandidaten: Sequence[Kandidaat], tekst: str) -> list[int]:
    """The places of these hits, best first, as a resident should see them. `tekst` is a question in everyday words."""
    vak = vaksoorten()
    plaatsen = list(range(len(kandidaten)))
    if not kandidaten or not vak:
        return plaatsen
    beste = max(kandidaat.score for kandidaat in kandidaten)
    grens = beste * _grens(tekst)
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
    return _antwoord_eerst(voor, kandidaten, tekst) + [i for i in plaatsen if i not in voor]


def _antwoord_eerst(plaatsen: list[int], kandidaten: Sequence[Kandidaat], tekst: str) -> list[int]:
    """Who asks in a sentence wants an answer, and no list of pages; one word may be a subject."""
    lijsten = overzichtsoorten(kort=len(list(woorden(tekst))) <= KORT[-1])
    if not plaatsen or kandidaten[plaatsen[0]].soort not in lijsten:
        return plaatsen
    grens = kandidaten[plaatsen[0]].score * NABIJ_OVERZICHT
    eerst = [i for i in plaatsen if kandidaten[i].soort not in lijsten and kandidaten[i].score >= grens]
    return eerst + [i for i in plaatsen if i not in eerst]


def _grens(tekst: str) -> float:
    """How near, as a part of the best score, what is for residents must come."""
    gevraagd = list(woorden(tekst))
    if len(gevraagd) in KORT and DOEN.isdisjoint(gevraagd[-1]):
        return NABIJ_KORT
    return NABIJ_NOOD if _in_nood(tekst) else NABIJ


def _in_nood(tekst: str) -> bool:
    """Does somebody tell what is happening? Then a professional's page is no help."""
    regel = geraakt(tekst)
    return regel is not None and not regel.los


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
