"""How much of a question the best hits answer to. Too little, and the page says that nothing is precisely about it.

A word counts as answered where the text shows it, its synonym or its correction: in full in what a hit is about (title,
summary, category), partly in the text below, less when only a part of a compound stands there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ..taal.woorden import STIL, in_woordenboek, lichtwoorden
from .fragment import KIJK, Herkenner, Plek, schoon
from .lezer import BRON, Bewaard, Lezer
from .plan import Plan
from .vormen import Waarom

KIJKT: Final = 3  # hits: further down nobody looks for what the first ones do not say
GENOEG: Final = 0.35  # of the words of a question. Of 194 good answers in the judged set none is below it
LICHT: Final = 0.3  # what a word weighs that says little beside others
IN_TEKST: Final = 0.6
KORT: Final = 3  # words of a question in which each of them matters
MIN_NERGENS: Final = 4  # letters
NERGENS: Final = 1.0  # what a word weighs more that nothing on the site says
PASSAGE: Final = 250  # characters: what stands further apart was not said together
MAX_PLEKKEN: Final = 40
DEEL: Final = 0.7
VERWANT: Final = 0.5


def schiet_tekort(lezer: Lezer, gemaakt: Plan, herkenner: Herkenner, bewaard: Sequence[Bewaard]) -> bool:
    gewichten = {woord: _gewicht(lezer, woord) for woord in _tellende(gemaakt)}
    beste, sleutel = 0.0, ""
    raak: Mapping[str, float] = {}
    for hit in bewaard[:KIJKT]:
        dit = _Lezing(lezer, gemaakt, herkenner, gewichten).raak(hit)
        if (som := _som(gewichten, dit)) > beste or not sleutel:
            beste, sleutel, raak = som, hit.sleutel, dit
    gemist = {w: gewicht for w, gewicht in gewichten.items() if not raak.get(w) and w in gemaakt.kernen}
    geheel = sum(gewichten.values())
    if len(gewichten) <= KORT:
        geheel += sum(gewichten[w] * NERGENS for w in gemist if _nergens(lezer, gemaakt, w))
    if not geheel or beste >= GENOEG * geheel:
        return False
    # A label ('sterke aanwijzingen', 'lage ses') finds a hit and stands in none of its texts: the engine knows.
    op_label = sum(gewicht for w, gewicht in gemist.items() if lezer.scores(gemaakt.kernen[w], [sleutel]))
    return beste + op_label < GENOEG * geheel


def _gewicht(lezer: Lezer, woord: str) -> float:
    """A short word that neither the dictionary nor the index knows ('ik wor gek') weighs next to nothing."""
    stamelt = len(woord) < MIN_NERGENS and not in_woordenboek(woord) and not lezer.aantal(woord)
    return LICHT if woord in lichtwoorden() or stamelt else 1.0


def _nergens(lezer: Lezer, gemaakt: Plan, woord: str) -> bool:
    """No document says this in any form: of 'recept appeltaart' the word that matters."""
    return (
        len(woord) >= MIN_NERGENS
        and woord.isalpha()
        and not lezer.aantal(woord)
        and not lezer.besten(gemaakt.kernen[woord], BRON, 1)
    )


def _tellende(gemaakt: Plan) -> set[str]:
    woorden = set(gemaakt.woorden) - gemaakt.vreemd
    return woorden - STIL or woorden


def _som(gewichten: Mapping[str, float], raak: Mapping[str, float]) -> float:
    return sum(gewicht * raak.get(woord, 0.0) for woord, gewicht in gewichten.items())


@dataclass(frozen=True)
class _Lezing:
    lezer: Lezer
    plan: Plan
    herkenner: Herkenner
    gewichten: Mapping[str, float]

    def raak(self, hit: Bewaard) -> dict[str, float]:
        """Word of the question → how far this hit answers to it, 0 to 1: in what it is about, and in its best passage.

        Words far apart in a long text are no answer: a page that sells nothing says 'koopt' here and 'autorijden' there.
        """
        kop = {plek.woord for tekst in (hit.titel, hit.samenvatting, hit.rubriek) for plek in self._plekken(tekst)}
        over = self._van(kop, 1.0)
        plekken = self._plekken(hit.tekst[:KIJK])
        # The parts of one compound may stand anywhere.
        stukken = _passages(plekken) if len(self.gewichten) > 1 else {frozenset(plek.woord for plek in plekken)}
        passages = [self._van(woorden - kop, IN_TEKST) for woorden in stukken]
        erbij = max(passages, key=lambda deel: _som(self.gewichten, _hoogste(over, deel)), default={})
        return _hoogste(over, erbij)

    def _plekken(self, tekst: str) -> list[Plek]:
        return self.herkenner.plekken(schoon(tekst))

    def _van(self, gevonden: Iterable[str], telt: float) -> dict[str, float]:
        heel: dict[str, float] = defaultdict(float)
        delen: dict[str, float] = defaultdict(float)
        for reden in filter(None, map(self.herkenner.reden, gevonden)):
            if reden.soort is Waarom.DEEL:
                delen[reden.term] = max(delen[reden.term], telt)
            for woord in reden.woord.split() if reden.soort is not Waarom.DEEL else ():
                # A synonym of a part is told as that part's, which is no word of the question.
                heel[woord] = max(heel[woord], telt)
                delen[woord] = max(delen[woord], telt * VERWANT)
        splits = self.lezer.splitser.splits
        return {woord: max(heel[woord], _via_delen(splits(woord), delen)) for woord in self.plan.woorden}


def _hoogste(een: Mapping[str, float], ander: Mapping[str, float]) -> dict[str, float]:
    return {woord: max(een.get(woord, 0.0), ander.get(woord, 0.0)) for woord in {*een, *ander}}


def _passages(plekken: Sequence[Plek]) -> set[frozenset[str]]:
    """The words found in each stretch of text that begins with one of them."""
    uit: set[frozenset[str]] = set()
    for i, eerste in enumerate(plekken):
        uit.add(frozenset(p.woord for p in plekken[i : i + MAX_PLEKKEN] if p.eind <= eerste.begin + PASSAGE))
    return uit


def _via_delen(splits: Sequence[str], raak: Mapping[str, float]) -> float:
    """Of a compound by how much of it stands there: 'ontsteking' is most of 'blaasontsteking'."""
    letters = sum(map(len, splits))
    return DEEL * sum(len(deel) * raak.get(deel, 0.0) for deel in splits) / letters if letters else 0.0
