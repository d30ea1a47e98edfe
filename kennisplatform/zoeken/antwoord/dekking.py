"""How much of a question the best hits answer to. Too little, and the page says that nothing is precisely about it.

A word counts as answered where the text shows it, its synonym or its correction: in full in what a hit is about (title,
summary, category), partly in the text below, less when only a part of a compound stands there.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ..taal.klank import ANDERS, verschil
from ..taal.woorden import STIL, in_woordenboek, lichtwoorden, stam, stille_stammen, stopwoorden
from .fragment import KIJK, Herkenner, Plek, schoon
from .knopen import Term
from .lezer import BRON, Bewaard, Lezer
from .plan import Plan, etiketten
from .vormen import Waarom, Zoekreden

KIJKT: Final = 3  # hits: further down nobody looks for what the first ones do not say
GENOEG: Final = 0.35  # of the words of a question. Of 194 good answers in the judged set none is below it
GENOEG_LANG: Final = 0.25  # of a sentence, in which more words say little
ZONDER_KERN: Final = 0.5  # where the word that says most is missing
LICHT: Final = 0.3  # what a word weighs that says little beside others
IN_TEKST: Final = 0.6
KORT: Final = 3  # words of a question in which each of them matters
MIN_NERGENS: Final = 4  # letters
NERGENS: Final = 1.0  # what a word weighs more that nothing on the site says
PASSAGE: Final = 250  # characters: what stands further apart was not said together
MAX_PLEKKEN: Final = 40
VAAK: Final = 3  # times that a text says a word that it is about
VAAK_LOS: Final = 2  # where it is all that was asked, and stands there as asked
TERLOOPS: Final = 0.4
LETTERLIJK: Final = frozenset((Waarom.WOORD, Waarom.BEGIN, Waarom.VERBETERD))
DEEL: Final = 0.7
GEGIST: Final = 0.6
ZONDER_KOP: Final = 0.5
ZELDZAAM: Final = 12  # documents up to which the last part of a compound says enough: 'ascitespunctie'
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
    nodig = geheel * (GENOEG if len(gewichten) <= KORT else GENOEG_LANG)
    if len(gewichten) <= KORT and _mist_de_kern(gewichten, raak) and not _los_geschreven(gemaakt.woorden):
        nodig = geheel * ZONDER_KERN
    if not geheel or beste >= nodig:
        return False
    # A label ('sterke aanwijzingen', 'lage ses') finds a hit and stands in none of its texts: the engine knows.
    op_label = sum(gewicht for w, gewicht in gemist.items() if w in _op_label(lezer, gemaakt, sleutel))
    return beste + op_label < nodig


def _mist_de_kern(gewichten: Mapping[str, float], raak: Mapping[str, float]) -> bool:
    """Is the word that says most ('fiets gestolen') at most mentioned?"""
    return raak.get(max(gewichten, key=gewichten.__getitem__, default=""), 0.0) < GENOEG


def _los_geschreven(woorden: Sequence[str]) -> bool:
    """'wond verzorging': one word that was typed as two; then neither says what the question is about."""
    return any(in_woordenboek(a + b) for a, b in pairwise(woorden))


def _op_label(lezer: Lezer, gemaakt: Plan, sleutel: str) -> set[str]:
    """The words of the question that together are a label of this hit."""
    bedoeld = [gemaakt.correcties.get(w, w) for w in gemaakt.woorden]
    uit: set[str] = set()
    for term, (begin, eind) in etiketten(bedoeld).items():
        if lezer.heeft_etiket(term) and lezer.scores(Term("all_x", term), [sleutel]):
            uit.update(gemaakt.woorden[begin:eind])
    return uit


def _gewicht(lezer: Lezer, woord: str) -> float:
    """The rarer a word here, the more it says what the question is about: of 'telefoon kapot' what is on many pages can
    not be the answer. A short word that neither the dictionary nor the index knows ('ik wor gek') weighs next to nothing.
    """
    keren = lezer.aantal(woord)
    stamelt = len(woord) < MIN_NERGENS and not in_woordenboek(woord) and not keren
    zeldzaam = 1 / (1 + math.log10(1 + keren))
    return zeldzaam * (LICHT if woord in lichtwoorden() or woord.isdigit() or stamelt else 1.0)


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
        over = self._van(kop, 1.0, kop)
        plekken = self._plekken(hit.tekst[:KIJK])
        # The parts of one compound may stand anywhere.
        stukken = _passages(plekken) if len(self.gewichten) > 1 else {frozenset(plek.woord for plek in plekken)}
        keren = Counter(reden.woord for plek in plekken if (reden := self.herkenner.reden(plek.woord)))
        passages = [self._in_tekst(woorden - kop, keren) for woorden in stukken]
        erbij = max(passages, key=lambda deel: _som(self.gewichten, _hoogste(over, deel)), default={})
        return _hoogste(over, erbij)

    def _heel_gezegd(self, reden: Zoekreden, samen: Iterable[str]) -> bool:
        """A phrase ('vocht in huis' for 'schimmel') counts where its words stand together."""
        if " " not in reden.term:
            return True
        hier = frozenset().union(*map(self.herkenner.stammen, samen))
        return hier >= {stam(w) for w in reden.term.split() if w not in stopwoorden()} - stille_stammen()

    def _in_tekst(self, gevonden: Collection[str], keren: Mapping[str, int]) -> dict[str, float]:
        """What is said once in a long text is no answer; what comes back is what the text is about too."""
        uit: dict[str, float] = {}
        for woord in gevonden:
            reden = self.herkenner.reden(woord)
            letterlijk = reden is not None and reden.soort in LETTERLIJK and len(self.gewichten) == 1
            vaak = reden is not None and keren[reden.woord] >= (VAAK_LOS if letterlijk else VAAK)
            uit = _hoogste(uit, self._van((woord,), IN_TEKST if vaak else IN_TEKST * TERLOOPS, gevonden))
        return uit

    def _plekken(self, tekst: str) -> list[Plek]:
        return self.herkenner.plekken(schoon(tekst))

    def _van(self, gevonden: Iterable[str], telt: float, samen: Collection[str]) -> dict[str, float]:
        heel: dict[str, float] = defaultdict(float)
        delen: dict[str, float] = defaultdict(float)
        for reden in filter(None, map(self.herkenner.reden, gevonden)):
            if reden.soort is Waarom.DEEL:
                delen[reden.term] = max(delen[reden.term], telt)
            elif self._heel_gezegd(reden, samen):
                # A synonym of a part is told as that part's, which is no word of the question.
                dit = telt * (GEGIST if _gegist(reden) else 1)
                for woord in reden.woord.split():
                    heel[woord] = max(heel[woord], dit)
                    delen[woord] = max(delen[woord], dit * VERWANT)
        splits = self.lezer.splitser.splits
        return {woord: max(heel[woord], self._via_delen(splits(woord), delen)) for woord in self.plan.woorden}

    def _via_delen(self, splits: Sequence[str], raak: Mapping[str, float]) -> float:
        """Of a compound by how much of it stands there: 'ontsteking' is most of 'blaasontsteking'."""
        if not splits:
            return 0.0
        waarde = DEEL * sum(len(deel) * raak.get(deel, 0.0) for deel in splits) / sum(map(len, splits))
        # The first part says which one it is: a 'huisarts' is no answer to 'tandarts'.
        zegt_genoeg = raak.get(splits[0]) or self.lezer.aantal(splits[-1]) <= ZELDZAAM
        return waarde if zegt_genoeg else waarde * ZONDER_KOP


def _gegist(reden: Zoekreden) -> bool:
    """A correction that does not sound as what was typed: 'fever' as 'lever'."""
    return reden.soort is Waarom.VERBETERD and verschil(reden.woord, reden.term) == ANDERS


def _hoogste(een: Mapping[str, float], ander: Mapping[str, float]) -> dict[str, float]:
    return {woord: max(een.get(woord, 0.0), ander.get(woord, 0.0)) for woord in {*een, *ander}}


def _passages(plekken: Sequence[Plek]) -> set[frozenset[str]]:
    """The words found in each stretch of text that begins with one of them."""
    uit: set[frozenset[str]] = set()
    for i, eerste in enumerate(plekken):
        uit.add(frozenset(p.woord for p in plekken[i : i + MAX_PLEKKEN] if p.eind <= eerste.begin + PASSAGE))
    return uit
