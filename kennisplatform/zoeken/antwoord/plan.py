"""A query as a small tree that any engine can turn into its own language. The weights are measured (zoekoordeel).

Each content word is a group: a best-of over the ways a document may say it. Groups are OR-ed, with a bonus for all of
them; the cut on score afterwards does what AND would do, without losing the resident who types a whole sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from ..taal.aanvulling import aanvulling
from ..taal.analyse import etiket, grammen
from ..taal.samenstelling import STANDAARD, Splitser
from ..taal.synoniemen import MAX_WOORDEN, Synoniemen
from ..taal.vertaalwoorden import GEEN, Vertaling
from ..taal.woorden import in_woordenboek, lichtwoorden, stam, stopwoorden, vouw, woorden
from .knopen import AllOf, AnyOf, BestOf, Knoop, Term
from .schrijfwijze import geschreven_delen
from .spelling import MAX_SLIPS, dichtbij, gelijkklinkend, verbeter
from .vormen import Vormen, Vormenboek, Waarom
from .woordenschat import Woordenschat

EXACT, STAM, IN_SAMENSTELLING, EIGEN_DELEN = 0.35, 1.0, 0.5, 0.6
SYNONIEM, SAMENGEVOEGD, VERBETERD, BEGIN, GRAMMEN = 0.8, 2.0, 0.9, 0.5, 0.25
TITEL: Final = 0.3  # of a title field, added to the catch-all field that holds the title too
MEERWOORD: Final = 0.5  # a long synonym is found all over a long text: its words share the weight
ALLES: Final = 0.4  # on top, for a document that answers to every word of the query
MAX_ALLES: Final = 8  # words up to which that is asked
KLEIN: Final = 2  # letters of another language's word that says nothing beside a translated one: 'my', 'في'
LICHT: Final = 0.4  # of a word that says little beside others
DEEL_SYNONIEM: Final = 0.3
LOS_DEEL: Final = 0.4  # one part of a compound: 'wondzorg' is about a wound too
ETIKET: Final = 0.25  # of each word of a label, and as much again beside another word of the question
NAUWELIJKS: Final = 0.001  # of a clause that must match and whose points are counted elsewhere
MAX_ETIKET: Final = 4  # words
MIN_BEGIN: Final = 3  # letters of half a word
MAX_BEGIN: Final = 5  # words that it may be the start of
MAX_GROEPEN: Final = 24  # words of a query that count; a pasted page must not become a thousand clauses
DREMPEL: Final = 0.15  # hits under this part of the top score are left out


_GETYPT: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Plan:
    boom: Knoop | None  # None: nothing to search with
    verbeterd: str = ""
    vormen: Vormen = field(default_factory=Vormen)
    woorden: tuple[str, ...] = ()  # that it was made of: those of a translation, then those typed
    correcties: Mapping[str, str] = field(default_factory=dict)
    kernen: Mapping[str, Knoop] = field(default_factory=dict)  # by telling word: the ways to say it
    vreemd: frozenset[str] = frozenset()  # words that were translated: no document need hold them
    half: bool = True  # may a word be half a one? Of a sentence in another language none is: 'not' is no 'notaris'


def _veld(stroom: str, tekst: str, gewicht: float) -> Knoop:
    """A term in the catch-all field, with a little more for the title."""
    return AnyOf((Term(f"all_{stroom}", tekst), Term(f"title_{stroom}", tekst, TITEL)), gewicht)


def _grammen(woord: str, gewicht: float) -> list[Knoop]:
    delen = grammen(woord)
    return [AnyOf(tuple(Term("all_n", g) for g in delen), gewicht / len(delen))] if delen else []


def _begint_zo(woord: str, woordenschat: Woordenschat) -> Sequence[str]:
    """Of half a word: 'fysi' → fysiotherapie."""
    return woordenschat.met_begin(woord, MAX_BEGIN) if len(woord) >= MIN_BEGIN else ()


def vangnet(gemaakt: Plan, woordenschat: Woordenschat) -> Knoop | None:
    """For when the tree of a plan finds nothing: words that begin so, and letters in common."""
    woorden_ = [woord for woord in gemaakt.woorden if woord not in aanvulling().beschermd]
    half = woorden_ if gemaakt.half else []
    begin = [_veld("x", ander, EXACT) for woord in half for ander in _begint_zo(woord, woordenschat)]
    delen = (*begin, *(knoop for woord in woorden_ for knoop in _grammen(woord, GRAMMEN)))
    return AnyOf(delen) if delen else None


def _dichtbij(aantal: int, lengte: int) -> set[tuple[int, ...]]:
    """Places of so many words with at most one other word between them."""
    return {
        (i, *(i + j for j in rest))
        for i in range(aantal)
        for rest in combinations(range(1, lengte + 1), lengte - 1)
        if i + rest[-1] < aantal
    }


def etiketten(woorden: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Words in a row that may be a label ('goede aanwijzingen', 'zorgpad') → from where to where."""
    lengtes = range(min(MAX_ETIKET, len(woorden)), 0, -1)
    return {etiket(woorden[i : i + n]): (i, i + n) for n in lengtes for i in range(len(woorden) - n + 1)}


def _samen(woorden: Sequence[str]) -> dict[str, str]:
    """Two or three words in a row as one → as they were typed: 'keuken tafel gesprek'."""
    rijen = (woorden[i : i + n] for n in (2, 3) for i in range(len(woorden) - n + 1))
    return {"".join(rij): " ".join(rij) for rij in rijen}


class _Bouwer:
    """One query under construction; remembers the forms to mark."""

    def __init__(
        self, taal: str, lijst: Synoniemen | None, splitser: Splitser, bekend: Woordenschat, *, half: bool
    ) -> None:
        self.bekend, self.half = bekend, half
        self.taal, self.lijst, self.splitser = taal, lijst, splitser
        self.beschermd = aanvulling().beschermd
        self.boek = Vormenboek()
        self.kernen: dict[str, Knoop] = {}

    def stam(self, woord: str) -> str:
        return stam(woord, self.taal)

    def samen(self, woorden: Sequence[str]) -> Knoop:
        """All these words, as words or inside compounds."""
        return AllOf(
            tuple(BestOf((_veld("s", self.stam(w), 1.0), _veld("p", self.stam(w), IN_SAMENSTELLING))) for w in woorden)
        )

    def synoniem(self, woorden: tuple[str, ...], gewicht: float, soort: Waarom = Waarom.SYNONIEM) -> Knoop:
        self.boek.noteer([self.stam(w) for w in woorden], soort, " ".join(woorden))
        if len(woorden) > 1:
            return AnyOf((self.samen(woorden),), gewicht / len(woorden) ** MEERWOORD)
        s = self.stam(woorden[0])
        return BestOf((_veld("s", s, 1.0), _veld("p", s, IN_SAMENSTELLING)), gewicht=gewicht)

    def groep(self, woord: str, correctie: str) -> Knoop:
        self.boek.bron = woord
        if woord in self.beschermd:
            self.boek.woorden.add(woord)
            exact = _veld("x", woord, STAM)
            self.kernen[woord] = exact
            return exact
        wegen = (*self.wegen(woord, correctie), *(() if correctie else self._beginwegen(woord)))
        groep = BestOf((*wegen, *self._gramwegen(woord)))
        if woord in lichtwoorden() and self.taal == "nl":
            return AnyOf((groep,), LICHT)
        self.kernen[woord] = BestOf(wegen)
        return groep

    def _via_delen(self, woord: str, *, bekend: bool) -> Iterator[Knoop]:
        """A compound: all its parts, one of them, or (if itself it has none: `bekend`) what one of them stands for."""
        delen = self.splitser.splits(woord)
        if not delen:
            return
        yield AnyOf((self.samen(delen),), EIGEN_DELEN)
        for deel in delen:
            yield self.synoniem((deel,), LOS_DEEL, Waarom.DEEL)
            if not bekend:
                # What goes with 'fiets' is told as that, not as what goes with 'fietsenmaker'.
                heel, self.boek.bron = self.boek.bron, deel
                yield from [self.synoniem(t, DEEL_SYNONIEM) for t in self._synoniemen((deel,)) if len(t) == 1]
                self.boek.bron = heel

    def _beginwegen(self, woord: str) -> list[Knoop]:
        """Half a word that was typed means one that begins so; a word by itself is no half one."""
        heel = self.taal == "nl" and (woord in stopwoorden() or in_woordenboek(woord))
        if heel or not self.half or self.bekend.aantal(woord):
            return []
        begint_zo = _begint_zo(woord, self.bekend)
        for begonnen in begint_zo:
            self.boek.noteer([self.stam(begonnen)], Waarom.BEGIN, begonnen)
        return [_veld("x", begonnen, BEGIN) for begonnen in begint_zo]

    def _gramwegen(self, woord: str) -> list[Knoop]:
        """Letters in common, for a word that no document holds; for others they only cost time."""
        return [] if self.bekend.aantal(woord) else _grammen(woord, GRAMMEN)

    def wegen(self, woord: str, correctie: str) -> tuple[Knoop, ...]:
        """The ways a document may say this word, n-grams left out."""
        self.boek.woorden.add(woord)
        wegen: list[Knoop] = [_veld("x", woord, EXACT)]
        if woord in stopwoorden() and self.taal == "nl":
            return tuple(wegen)
        s = self.stam(woord)
        self.boek.noteer([s], Waarom.WOORD if woord == self.boek.bron else Waarom.VERBETERD, woord)
        wegen += [_veld("s", s, STAM), _veld("p", s, IN_SAMENSTELLING)]
        if self.taal == "nl":
            eigen = [self.synoniem(t, SYNONIEM) for t in self._synoniemen((woord,))]
            wegen += [*eigen, *self._via_delen(woord, bekend=bool(eigen))]
        if correctie:
            # What was meant counts in full: its synonyms and parts too.
            bedoeld = BestOf((*self.wegen(correctie, ""), *self._gramwegen(correctie)))
            wegen.append(AnyOf((bedoeld,), VERBETERD))
        return tuple(wegen)

    def _synoniemen(self, woorden: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        return self.lijst.zoek(tuple(stam(w) for w in woorden)) if self.lijst else ()

    def zinsneden(self, woorden: Sequence[str]) -> list[Knoop]:
        """Synonyms of two to four words close together, in any order: 'hart pompt niet goed' → hartfalen."""
        if self.lijst is None:
            return []
        gezien: set[tuple[str, ...]] = set()
        uit: list[Knoop] = []
        for lengte in range(MAX_WOORDEN, 1, -1):
            for keuze in sorted(_dichtbij(len(woorden), lengte)):
                self.boek.bron = " ".join(woorden[i] for i in keuze)
                nieuw = [t for t in self._synoniemen([woorden[i] for i in keuze]) if t not in gezien]
                gezien.update(nieuw)
                if nieuw:  # one group: a document that has them all is not five times as good
                    uit.append(BestOf(tuple(self.synoniem(term, SYNONIEM * lengte) for term in nieuw)))
        return uit

    def buren(self, woorden: Sequence[str], bedoeld: Sequence[str]) -> list[Knoop]:
        """'oog zorg' → 'oogzorg', when some document says so; 'burn out' → what 'burnout' stands for. As typed and as
        meant: 'hoor aparaat' → 'hoorapparaat', 'laag geletert' → 'laaggeletterd'."""
        uit: list[Knoop] = []
        for paar, los in {**_samen(bedoeld), **_samen(woorden)}.items():
            self.boek.bron = los
            heel = paar
            if not self.bekend.aantal(paar) and self.taal == "nl" and not all(map(self.bekend.aantal, los.split())):
                heel = gelijkklinkend(paar, self.bekend, self.lijst) or paar  # one of the two is a slip
            if self.bekend.aantal(heel):
                self.boek.noteer([self.stam(heel)], Waarom.WOORD, heel)
                uit.append(_veld("s", self.stam(heel), SAMENGEVOEGD))
            uit += [self.synoniem(term, SYNONIEM) for term in self._synoniemen((heel,))]
        return uit

    def etiketten(self, woorden: Sequence[str]) -> list[Knoop]:
        """Documents with these words as a label, besides those that say them somewhere; more so when they are about the
        rest of the question too."""
        uit: list[Knoop] = []
        for term, (begin, eind) in etiketten(woorden).items():
            if not self.bekend.heeft_etiket(term):
                continue
            label, gewicht = Term("all_x", term), ETIKET * (eind - begin)
            rest = tuple(knoop for woord, knoop in self.kernen.items() if woord not in woorden[begin:eind])
            erbij = (AllOf((label, AnyOf(rest, NAUWELIJKS)), gewicht),) if rest else (AnyOf((label,), gewicht),)
            uit += [AnyOf((label,), gewicht), *erbij]
        return uit

    def alles(self) -> list[Knoop]:
        """A general word beside a telling one ('zorgpad hartfalen') counts when both are there; OR alone drowns it."""
        return [AllOf(tuple(self.kernen.values()), ALLES)] if 1 < len(self.kernen) <= MAX_ALLES else []


def plan(
    tekst: str,
    woordenschat: Woordenschat,
    *,
    taal: str = "nl",
    synoniemen: Synoniemen | None = None,
    splitser: Splitser = STANDAARD,
    letterlijk: bool = False,
    vertaling: Vertaling = GEEN,
    slips: int = MAX_SLIPS,
    half: bool = True,
) -> Plan:
    """The tree for a query text; `letterlijk` leaves the spelling as typed.

    The words of `vertaling` go before the text; what they came from is no slip.
    """
    alle = geschreven_delen(tekst, woordenschat, splitser, synoniemen) if taal == "nl" else _delen(tekst)
    inhoud = [w for w in alle if (w not in stopwoorden() if taal == "nl" else len(w) > KLEIN or not vertaling.bron)]
    inhoud = list(dict.fromkeys([*vertaling.woorden, *(inhoud or alle)]))[:MAX_GROEPEN]
    if not inhoud:
        return Plan(None)
    woordenschat.vooruit([*inhoud, *_samen(inhoud)])
    bouwer = _Bouwer(taal, synoniemen, splitser, woordenschat, half=half)
    correcties: dict[str, str] = {}
    if not letterlijk:
        vast = bouwer.beschermd | vertaling.bron | set(vertaling.woorden)
        vrij = [w for w in inhoud if w not in vast]
        correcties = dichtbij(verbeter(vrij, woordenschat, synoniemen, splitser, taal), slips)
    vreemd = _vreemd(inhoud, vertaling, woordenschat)
    groepen = [bouwer.groep(w, correcties.get(w, "")) for w in inhoud if w not in vreemd]
    groepen += bouwer.alles() + [bouwer.groep(w, correcties.get(w, "")) for w in inhoud if w in vreemd]
    bedoeld = [correcties.get(w, w) for w in inhoud]
    groepen += bouwer.zinsneden(bedoeld) + bouwer.buren(inhoud, bedoeld) + bouwer.etiketten(bedoeld)
    vormen = bouwer.boek.vormen(stopwoorden())
    boom, verbeterd = AnyOf(tuple(groepen)), _vervang(tekst, correcties)
    return Plan(boom, verbeterd, vormen, tuple(inhoud), correcties, bouwer.kernen, vreemd, half)


def _delen(tekst: str) -> list[str]:
    return [deel for delen in woorden(tekst) for deel in delen]


def _vreemd(inhoud: Sequence[str], vertaling: Vertaling, woordenschat: Woordenschat) -> frozenset[str]:
    """Words that no document need hold beside the translated ones: 'afraid' beside 'bang', and 'my' that none has."""
    if not vertaling.woorden:
        return frozenset()
    rest = (w for w in inhoud if w not in vertaling.woorden)
    return frozenset(w for w in rest if w in vertaling.bron or not woordenschat.aantal(w))


def _vervang(tekst: str, correcties: dict[str, str]) -> str:
    """The query as it should have been typed, '' when nothing changed."""
    if not correcties:
        return ""
    return _GETYPT.sub(lambda woord: correcties.get(vouw(woord[0]), woord[0]), tekst)
