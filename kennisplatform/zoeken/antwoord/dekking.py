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
from ..taal.samenstelling import algemene_koppen
from ..taal.woorden import STIL, grondvorm, in_woordenboek, lichtwoorden, stam, stille_stammen, stopwoorden
from .fragment import KIJK, Herkenner, Plek, schoon
from .knopen import Term
from .lezer import Bewaard, Lezer
from .plan import Plan, etiketten
from .vormen import Waarom, Zoekreden

KIJKT: Final = 3  # hits: further down nobody looks for what the first ones do not say
GENOEG: Final = 0.35  # of the words of a question. Of 194 good answers in the judged set none is below it
GENOEG_LANG: Final = 0.25  # of a sentence, in which more words say little
ZONDER_KERN: Final = 0.5  # where the word that says most is missing
DOEN: Final = 0.5
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
TREFWOORD: Final = (
    0.5  # a word that an editor gave to a few pages: they may say little about it. A category counts in full
)
MIN_ZIN: Final = 2  # words
PER_WOORD: Final = 25  # characters in which a word of a phrase stands
EEN_DEEL: Final = 0.8  # of a compound of which one part stands there only


def schiet_tekort(lezer: Lezer, gemaakt: Plan, herkenner: Herkenner, bewaard: Sequence[Bewaard]) -> bool:
    gewichten = _gewichten(lezer, gemaakt)
    lezing = _Lezing(lezer, gemaakt, herkenner, gewichten)
    gelezen = {hit.sleutel: lezing.raak(hit) for hit in bewaard[:KIJKT]}
    if not _te_weinig(lezer, gemaakt, gewichten, gelezen.values()):
        return False
    # A label ('sterke aanwijzingen', 'lage ses') finds a hit and stands in none of its texts: the engine knows.
    met_label = _met_labels(lezer, gemaakt, gelezen)
    return _te_weinig(lezer, gemaakt, gewichten, met_label)


def _te_weinig(
    lezer: Lezer, gemaakt: Plan, gewichten: Mapping[str, float], gelezen: Iterable[Mapping[str, float]]
) -> bool:
    raak: Mapping[str, float] = max(gelezen, key=lambda dit: _som(gewichten, dit), default={})
    beste, geheel = _som(gewichten, raak), sum(gewichten.values())
    gemist = {w: gewicht for w, gewicht in gewichten.items() if not raak.get(w) and w in gemaakt.kernen}
    if len(gewichten) <= KORT:
        geheel += sum(gewichten[w] * NERGENS for w in gemist if _nergens(lezer, w))
    nodig = geheel * (GENOEG if len(gewichten) <= KORT else GENOEG_LANG)
    if len(gewichten) <= KORT and _mist_de_kern(gewichten, raak) and not _los_geschreven(gemaakt.woorden):
        nodig = geheel * ZONDER_KERN
    return bool(geheel) and beste < nodig


def _mist_de_kern(gewichten: Mapping[str, float], raak: Mapping[str, float]) -> bool:
    """Is the word that says most ('fiets gestolen') at most mentioned?"""
    return raak.get(max(gewichten, key=gewichten.__getitem__, default=""), 0.0) < GENOEG


def _los_geschreven(woorden: Sequence[str]) -> bool:
    """'wond verzorging': one word that was typed as two; then neither says what the question is about."""
    return any(in_woordenboek(a + b) for a, b in pairwise(woorden))


def _met_labels(lezer: Lezer, gemaakt: Plan, gelezen: Mapping[str, Mapping[str, float]]) -> list[Mapping[str, float]]:
    """What each hit answers to, with the words of the question that together are a label of it."""
    bedoeld = [gemaakt.correcties.get(w, w) for w in gemaakt.woorden]
    erbij: dict[str, dict[str, float]] = defaultdict(dict)
    for term, (begin, eind) in etiketten(bedoeld).items():
        if lezer.heeft_etiket(term):
            telt = TREFWOORD if lezer.aantal(term) <= ZELDZAAM else 1.0
            for sleutel in lezer.scores(Term("all_x", term), list(gelezen)):
                erbij[sleutel].update(dict.fromkeys(gemaakt.woorden[begin:eind], telt))
    return [_hoogste(raak, erbij[sleutel]) for sleutel, raak in gelezen.items()]


def _gewichten(lezer: Lezer, gemaakt: Plan) -> dict[str, float]:
    uit = {woord: _gewicht(lezer, woord) for woord in _tellende(gemaakt)}
    # Of 'boete betalen' the thing says what it is about, of 'stoppen met roken' what is done.
    doen = {woord for woord in uit if _is_doen(woord)}
    return {w: gewicht * (DOEN if w in doen and len(doen) < len(uit) else 1.0) for w, gewicht in uit.items()}


def _is_doen(woord: str) -> bool:
    """An infinitive."""
    return len(woord) >= MIN_NERGENS and woord.endswith("en") and in_woordenboek(woord) and grondvorm(woord)


def _gewicht(lezer: Lezer, woord: str) -> float:
    """The rarer a word here, the more it says what the question is about: of 'telefoon kapot' what is on many pages can
    not be the answer. A short word that neither the dictionary nor the index knows ('ik wor gek') weighs next to nothing.
    """
    keren = lezer.aantal(woord)
    stamelt = len(woord) < MIN_NERGENS and not in_woordenboek(woord) and not keren
    zeldzaam = 1 / (1 + math.log10(1 + keren))
    return zeldzaam * (LICHT if woord in lichtwoorden() or woord.isdigit() or stamelt else 1.0)


def _nergens(lezer: Lezer, woord: str) -> bool:
    """No document says this in any form: of 'recept appeltaart' the word that matters."""
    return (
        len(woord) >= MIN_NERGENS and woord.isalpha() and not lezer.aantal(woord) and not lezer.heeft_stam(stam(woord))
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
        koppen = [self._plekken(tekst) for tekst in (hit.titel, hit.samenvatting, hit.rubriek)]
        kop = {plek.woord for plekken in koppen for plek in plekken}
        over = self._van(kop, 1.0, koppen)
        plekken = self._plekken(hit.tekst[:KIJK])
        # The parts of one compound may stand anywhere.
        stukken = _passages(plekken) if len(self.gewichten) > 1 else {frozenset(plek.woord for plek in plekken)}
        keren = Counter(reden.woord for plek in plekken if (reden := self.herkenner.reden(plek.woord)))
        passages = [self._in_tekst(woorden - kop, keren, plekken) for woorden in stukken]
        erbij = max(passages, key=lambda deel: _som(self.gewichten, _hoogste(over, deel)), default={})
        return _hoogste(over, erbij)

    def _heel_gezegd(self, reden: Zoekreden, teksten: Iterable[Sequence[Plek]]) -> bool:
        """A phrase ('vocht in huis' for 'schimmel') counts where its words stand together."""
        woorden = [w for w in reden.term.split() if w not in stopwoorden()]
        nodig = {stam(w) for w in woorden} - stille_stammen()
        if len(nodig) < MIN_ZIN:
            return True
        ruimte = PER_WOORD * len(woorden)
        for plekken in teksten:
            for i, eerste in enumerate(plekken):
                bij = (p.woord for p in plekken[i : i + MAX_PLEKKEN] if p.eind <= eerste.begin + ruimte)
                if nodig <= frozenset().union(*map(self.herkenner.stammen, bij)):
                    return True
        return False

    def _in_tekst(
        self, gevonden: Collection[str], keren: Mapping[str, int], plekken: Sequence[Plek]
    ) -> dict[str, float]:
        """What is said once in a long text is no answer; what comes back is what the text is about too."""
        uit: dict[str, float] = {}
        for woord in gevonden:
            reden = self.herkenner.reden(woord)
            letterlijk = reden is not None and reden.soort in LETTERLIJK and len(self.gewichten) == 1
            vaak = reden is not None and keren[reden.woord] >= (VAAK_LOS if letterlijk else VAAK)
            uit = _hoogste(uit, self._van((woord,), IN_TEKST if vaak else IN_TEKST * TERLOOPS, [plekken]))
        return uit

    def _plekken(self, tekst: str) -> list[Plek]:
        return self.herkenner.plekken(schoon(tekst))

    def _van(self, gevonden: Iterable[str], telt: float, teksten: Sequence[Sequence[Plek]]) -> dict[str, float]:
        heel: dict[str, float] = defaultdict(float)
        delen: dict[str, float] = defaultdict(float)
        for reden in filter(None, map(self.herkenner.reden, gevonden)):
            if reden.soort is Waarom.DEEL:
                delen[reden.term] = max(delen[reden.term], telt)
            elif self._heel_gezegd(reden, teksten):
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
        if splits[-1] in algemene_koppen() and raak.get(splits[0]):
            return DEEL * max(raak[splits[0]], raak.get(splits[-1], 0.0))
        waarde = DEEL * sum(len(deel) * raak.get(deel, 0.0) for deel in splits) / sum(map(len, splits))
        if sum(bool(raak.get(deel)) for deel in splits) == 1:
            waarde *= EEN_DEEL
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
