"""How much of a question the best hits answer to. Too little, and the page says that nothing is precisely about it.

A word counts as answered where the text shows it, its synonym or its correction: in full in what a hit is about (title,
summary, category), partly in the text below, less when only a part of a compound stands there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from ..taal.woorden import STIL, lichtwoorden
from .fragment import KIJK, Herkenner, schoon
from .lezer import Bewaard, Lezer
from .plan import Plan
from .vormen import Waarom

KIJKT: Final = 3  # hits: further down nobody looks for what the first ones do not say
GENOEG: Final = 0.35  # of the words of a question. On the judged set 3 of 194 good answers are below it
LICHT: Final = 0.3  # what a word weighs that says little beside others
IN_TEKST: Final = 0.6
DEEL: Final = 0.7
VERWANT: Final = 0.5


def schiet_tekort(lezer: Lezer, gemaakt: Plan, herkenner: Herkenner, bewaard: Sequence[Bewaard]) -> bool:
    gewichten = {woord: LICHT if woord in lichtwoorden() else 1.0 for woord in _tellende(gemaakt)}
    geheel = sum(gewichten.values())
    beste: Mapping[str, float] = {}
    for hit in bewaard[:KIJKT]:
        raak = _raak(lezer, gemaakt, herkenner, hit)
        if _som(gewichten, raak) > _som(gewichten, beste):
            beste = raak
    if not geheel or _som(gewichten, beste) >= GENOEG * geheel:
        return False
    # A label ('sterke aanwijzingen', 'lage ses') finds a hit and stands in none of its texts: the engine knows.
    gemist = {w: gewicht for w, gewicht in gewichten.items() if not beste.get(w) and w in gemaakt.kernen}
    sleutels = [hit.sleutel for hit in bewaard[:KIJKT]]
    op_label = sum(gewicht for w, gewicht in gemist.items() if lezer.scores(gemaakt.kernen[w], sleutels))
    return _som(gewichten, beste) + op_label < GENOEG * geheel


def _tellende(gemaakt: Plan) -> set[str]:
    woorden = set(gemaakt.woorden) - gemaakt.vreemd
    return woorden - STIL or woorden


def _som(gewichten: Mapping[str, float], raak: Mapping[str, float]) -> float:
    return sum(gewicht * raak.get(woord, 0.0) for woord, gewicht in gewichten.items())


def _raak(lezer: Lezer, gemaakt: Plan, herkenner: Herkenner, hit: Bewaard) -> dict[str, float]:
    """Word of the question → how far the hit answers to it, 0 to 1."""
    heel: dict[str, float] = defaultdict(float)
    delen: dict[str, float] = defaultdict(float)
    for tekst, telt in ((hit.titel, 1.0), (hit.samenvatting, 1.0), (hit.rubriek, 1.0), (hit.tekst[:KIJK], IN_TEKST)):
        for gevonden in {plek.woord for plek in herkenner.plekken(schoon(tekst))}:
            reden = herkenner.reden(gevonden)
            if reden is None:
                continue
            if reden.soort is Waarom.DEEL:
                delen[reden.term] = max(delen[reden.term], telt)
            for woord in reden.woord.split() if reden.soort is not Waarom.DEEL else ():
                # A synonym of a part is told as that part's, which is no word of the question.
                heel[woord] = max(heel[woord], telt)
                delen[woord] = max(delen[woord], telt * VERWANT)
    return {woord: max(heel[woord], _via_delen(lezer.splitser.splits(woord), delen)) for woord in gemaakt.woorden}


def _via_delen(splits: Sequence[str], raak: Mapping[str, float]) -> float:
    """Of a compound by how much of it stands there: 'ontsteking' is most of 'blaasontsteking'."""
    letters = sum(map(len, splits))
    return DEEL * sum(len(deel) * raak.get(deel, 0.0) for deel in splits) / letters if letters else 0.0
