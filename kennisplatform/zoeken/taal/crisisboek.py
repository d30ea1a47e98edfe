"""All crisis rules, and which of them a text fits: each word is looked up once, however many rules there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from .crisispatroon import BEGIN, EIND, Patroon, Plaatsen, met_grenzen
from .klank import gesproken, klank
from .samenstelling import STANDAARD
from .schrijfwijze import Slippen, arabische_personen, is_cyrillisch, latijn, medeklinkers
from .woorden import in_woordenboek

SLIP_LETTERS: Final = 8  # a shorter word with one slip is soon another word
ZWAK_LETTERS: Final = 5  # though beside other words of need it may be heard
KLANK_LETTERS: Final = 5
KORTE_KLANK: Final = 4  # 'mont', 'blou': only to be believed beside other words of need
KOP_LETTERS: Final = 4
BEKEND_LETTERS: Final = 6  # of a word that begins as one of need does, but for an ending: it is no slip from another
UITGANG: Final = 2
LATIJN_LETTERS: Final = 2
GEMENGD: Final = "gemengd"  # in place of a language: words of any, in one sentence
GEMENGD_LETTERS: Final = 3  # 'me' means something in five languages
MEDEKLINKERS: Final = 4  # of a word of Arabic in Latin letters: fewer fit too much
KORT_ELDERS: Final = 2
ELISIES: Final = frozenset("jmtsldnc")
MIN_ARABISCH: Final = 3  # letters that are left when 'and', 'the', 'with' are taken off
ONTKENNING_AR: Final = frozenset(("ما", "لا", "لم", "لن", "مش", "مو"))  # short, and "and" is written on to them: وما
# Words that show that a text is Dutch: none is a word of another language that is typed here.
NEDERLANDS: Final = frozenset(
    [
        "ik",
        "het",
        "een",
        "niet",
        "mijn",
        "wat",
        "hoe",
        "naar",
        "voor",
        "zijn",
        "heb",
        "heeft",
        "hebben",
        "wordt",
        "deze",
        "geen",
        "ook",
        "maar",
        "veel",
        "waar",
        "moet",
        "jij",
        "uw",
        "hij",
        "zij",
        "wij",
        "ons",
        "onze",
        "bij",
        "uit",
        "aan",
        "welke",
        "waarom",
        "krijg",
        "krijgen",
        "gaan",
        "van",
        "dat",
        "kun",
        "kunt",
        "wel",
        "nog",
        "zelf",
        "doen",
    ]
)
_VOORVOEGSELS: Final = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "س")


@dataclass(frozen=True)
class Crisisregel:
    soort: str
    zin: str  # as written
    patroon: Patroon
    taal: str = "nl"
    los: bool = False  # a bare word: no call for help where another word shows that it is spoken about
    raam: bool = False  # of words from two or more concepts: each of them may be misspelt


class Crisisboek:
    def __init__(
        self, regels: Sequence[Crisisregel], elders: frozenset[str], uitdrukkingen: Sequence[tuple[str, Patroon]] = ()
    ) -> None:
        self.regels = tuple(regels)
        self.elders = elders  # word patterns that show that somebody speaks about it: a film, a training, a joke
        self.uitdrukkingen = tuple(p for _, p in uitdrukkingen)  # their words call for nothing: 'ik lach me dood'
        self._uit_taal = tuple(taal for taal, _ in uitdrukkingen)
        self._op_anker: dict[str, list[int]] = defaultdict(list)
        for plaats, patroon in enumerate(p for p in (*(r.patroon for r in self.regels), *self.uitdrukkingen)):
            for woord in patroon.anker:
                self._op_anker[woord].append(plaats)
        alle = elders.union(*(p.woordpatronen for p in (*(r.patroon for r in self.regels), *self.uitdrukkingen)))
        self._heel = frozenset(p for p in alle if "*" not in p)
        self._begin = frozenset(p[:-1] for p in alle if p.endswith("*") and not p.startswith("*"))
        self._eind = frozenset(p[1:] for p in alle if p.startswith("*") and not p.endswith("*"))
        self._midden = frozenset(p[1:-1] for p in alle if p.startswith("*") and p.endswith("*"))
        self._leer_schrijfwijzen()

    def _leer_schrijfwijzen(self) -> None:
        nood = frozenset().union(*(r.patroon.woordpatronen for r in self.regels))
        kern = {p.strip("*") for p in nood if not p.startswith("*")}
        self._eigen_woorden = frozenset().union(*(r.patroon.woordpatronen for r in self.regels if r.taal == "nl"))
        self._slip = Slippen(w for w in kern if len(w) >= ZWAK_LETTERS)
        self._klanken: dict[str, set[str]] = defaultdict(set)
        for regel in self.regels:
            for woord in regel.patroon.woordpatronen if regel.taal == "nl" else ():
                if woord.isalpha() and len(woord) >= KORTE_KLANK:
                    self._klanken[klank(woord)].add(woord)
        self._latijn: dict[str, list[str]] = defaultdict(list)
        for patroon in nood:
            if is_cyrillisch(patroon) and not patroon.startswith("*"):
                self._latijn[latijn(patroon)].append(patroon)
        self._medeklinkers: dict[str, list[str]] = defaultdict(list)
        for patroon in frozenset().union(*(r.patroon.woordpatronen for r in self.regels if r.raam and r.taal == "ar")):
            if patroon.isascii() and patroon.isalnum():
                self._medeklinkers[medeklinkers(patroon)].append(patroon)

    def geraakt(self, tekst: str) -> list[Crisisregel]:
        """The rules that the text fits, in their own order."""
        getypt = met_grenzen(tekst)
        vast, ruim = self._waar(getypt)
        elders = self._elders(vast, getypt)
        mogelijk = self._plaatsen(ruim)
        nummers = (plaats - len(self.regels) for plaats in mogelijk if plaats >= len(self.regels))
        self._streep_weg({plek for nummer in nummers for plek in self._gezegd(nummer, vast, getypt)}, vast, ruim)
        regels = [self.regels[plaats] for plaats in mogelijk if plaats < len(self.regels)]
        eigen = [r for r in regels if r.taal != GEMENGD and self._geldt(r, getypt, vast, ruim, elders=elders)]
        if any(r.taal == "nl" for r in eigen):
            eigen = [r for r in eigen if r.taal == "nl" or not r.raam or _vreemd_gezegd(r, getypt, ruim)]
        return eigen or [r for r in regels if r.taal == GEMENGD and _geldt_gemengd(r, getypt, vast)]

    def _elders(self, vast: Plaatsen, getypt: Sequence[str]) -> bool:
        """'Na' is 'after' in Dutch and 'on' in Polish: a short word says it only among words of its own."""
        gezegd = self.elders & vast.keys()
        kort = all(len(patroon) <= KORT_ELDERS for patroon in gezegd)
        vreemd = NEDERLANDS.isdisjoint(getypt) and any(_vreemd(w) for w in getypt[1:-1])
        return bool(gezegd) and not (kort and vreemd)

    @staticmethod
    def _geldt(regel: Crisisregel, getypt: Sequence[str], vast: Plaatsen, ruim: Plaatsen, *, elders: bool) -> bool:
        if not regel.raam:
            return not (regel.los and elders) and regel.patroon.past(vast)
        plaatsen = regel.patroon.plaats(ruim)
        if sum(tot - van for van, tot in plaatsen) == 1:  # a bare word
            return not elders and regel.patroon.past(vast)
        return bool(plaatsen) and (regel.taal == "nl" or _eigen(plaatsen, getypt))

    def _plaatsen(self, waar: dict[str, list[int]]) -> list[int]:
        return sorted({plaats for patroon in waar for plaats in self._op_anker.get(patroon, ())})

    def _gezegd(self, nummer: int, vast: Plaatsen, getypt: Sequence[str]) -> Iterable[int]:
        """Where the words of this expression stand."""
        uitdrukking = self.uitdrukkingen[nummer]
        plaatsen = uitdrukking.plaats(vast)
        if not plaatsen or (self._uit_taal[nummer] != "nl" and not _eigen(plaatsen, getypt)):
            return ()
        if uitdrukking.verder:
            return range(min(van for van, _ in plaatsen), len(getypt))
        return {plek for van, tot in plaatsen for plek in range(van, tot)}

    @staticmethod
    def _streep_weg(weg: set[int], vast: dict[str, list[int]], ruim: dict[str, list[int]]) -> None:
        """Words that stand in an expression call for nothing, those beside it do; two expressions may share a word."""
        for waar in (vast, ruim) if weg else ():
            for patroon in [*waar]:
                waar[patroon] = [plek for plek in waar[patroon] if plek not in weg]
                if not waar[patroon]:
                    del waar[patroon]

    def _waar(self, getypt: Sequence[str]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        """Where each pattern stands; and the same with what may be a slip or another script."""
        vast: dict[str, list[int]] = defaultdict(list)
        erbij: list[tuple[str, int]] = []
        vreemd = [w not in {BEGIN, EIND} and w.isascii() and not in_woordenboek(w) for w in getypt]
        latijns = 2 * sum(vreemd) >= len(getypt) - 2
        nederlands = not latijns or not NEDERLANDS.isdisjoint(getypt)
        for plek, woord in enumerate(getypt):
            for patroon in self._patronen(woord):
                vast[patroon].append(plek)
            for patroon in self._aaneen(getypt[plek - 1 : plek + 1]):
                vast[patroon].append(plek)
            erbij.extend((patroon, plek) for patroon in self._zwak(woord))
            if nederlands:
                erbij.extend((patroon, plek) for patroon in self._op_gehoor(woord))
            if latijns:
                erbij.extend((patroon, plek) for patroon in self._in_latijn(woord))
        ruim = defaultdict(list, {patroon: [*plekken] for patroon, plekken in vast.items()})
        for patroon, plek in erbij:
            ruim[patroon].append(plek)
        return vast, ruim

    def _patronen(self, woord: str) -> Iterable[str]:
        return {*(patroon for vorm in _vormen(woord) for patroon in self._vaste(vorm)), *self._met_slip(woord)}

    def _vaste(self, woord: str) -> Iterator[str]:
        if woord in self._heel:
            yield woord
        for i in range(1, len(woord) + 1):
            if woord[:i] in self._begin:
                yield f"{woord[:i]}*"
            if woord[-i:] in self._eind:
                yield f"*{woord[-i:]}"
        yield from (f"*{stuk}*" for stuk in self._midden if stuk in woord)

    def _aaneen(self, paar: Sequence[str]) -> Iterator[str]:
        """'hart aanval', 'zelf moord': a long word that was typed as two; 'j ai' is typed as one by many."""
        aaneen = "".join(paar)
        if len(paar) == 2 and (paar[0] in ELISIES or (len(aaneen) >= SLIP_LETTERS and min(map(len, paar)) >= 3)):
            yield from (patroon for patroon in self._vaste(aaneen) if len(patroon.strip("*")) > len(paar[0]) + 1)

    def _met_slip(self, woord: str) -> Iterator[str]:
        """'benauwt', 'verkragt', 'bewustelos': what is no word, and sounds as one that calls for help or is a slip from
        a long one."""
        if len(woord) < KLANK_LETTERS or not woord.isascii() or not woord.isalpha() or in_woordenboek(woord):
            return
        yield from (p for p in self._klanken.get(klank(woord), ()) if len(p) >= KLANK_LETTERS)
        yield from (p for p in self._zwak(woord) if len(p.strip("*")) >= SLIP_LETTERS)

    def _op_gehoor(self, woord: str) -> Iterator[str]:
        """Dutch as it is spoken: 'lug', 'hang', 'prate', 'mont', 'blou'; and what a word is a kind of: 'slaaptabletten'."""
        if woord in self._eigen_woorden or not woord.isascii() or not woord.isalpha():
            return
        yield from (p for vorm in gesproken(woord) for p in self._vaste(vorm))
        if len(woord) >= KORTE_KLANK and not in_woordenboek(woord):
            yield from self._klanken.get(klank(woord), ())
        if (delen := STANDAARD.splits(woord)) and len(delen[-1]) >= KOP_LETTERS:
            yield from self._vaste(delen[-1])

    def _zwak(self, woord: str) -> Iterator[str]:
        """One slip in a word that may be short: only to be believed where other words of need stand beside it."""
        yield from (vorm for vorm in arabische_personen(woord) if vorm in self._heel)
        if len(woord) < ZWAK_LETTERS or not woord.isalpha() or woord in self._heel:
            return
        if woord.isascii() and in_woordenboek(woord):
            return
        if any(woord[:i] in self._begin for i in range(max(BEKEND_LETTERS, len(woord) - UITGANG), len(woord) + 1)):
            return
        yield from (bedoeld for bedoeld in self._slip.bij(woord) if bedoeld in self._heel)
        for lengte in range(ZWAK_LETTERS, len(woord) + 1):
            yield from (f"{stuk}*" for stuk in self._slip.bij(woord[:lengte]) if stuk in self._begin)

    def _in_latijn(self, woord: str) -> Iterator[str]:
        """Ukrainian, Russian or Arabic without its own letters: 'ne hochu zhyty', 'zawji yadribni'."""
        if len(woord) < LATIJN_LETTERS or not woord.isascii() or not woord.isalnum():
            return
        if len(kern := medeklinkers(woord)) >= MEDEKLINKERS:
            yield from self._medeklinkers.get(kern, ())
        sleutel = latijn(woord)
        yield from self._latijn.get(sleutel, ())
        for i in range(LATIJN_LETTERS + 1, len(sleutel) + 1):
            yield from self._latijn.get(f"{sleutel[:i]}*", ())


def _geldt_gemengd(regel: Crisisregel, getypt: Sequence[str], vast: Plaatsen) -> bool:
    """Only as words are written: with a slip as well, a word of some language would always fit."""
    plaatsen = regel.patroon.plaats(vast)
    lang = all(len("".join(getypt[van:tot])) >= GEMENGD_LETTERS for van, tot in plaatsen)
    return bool(plaatsen) and lang and any(_vreemd(w) for van, tot in plaatsen for w in getypt[van:tot])


def _vreemd_gezegd(regel: Crisisregel, getypt: Sequence[str], ruim: Plaatsen) -> bool:
    """Beside a Dutch rule one of another language says more only in words that are not Dutch: 'hang' is to hang."""
    plaatsen = regel.patroon.plaats(ruim)
    return len(plaatsen) == 1 or any(_vreemd(w) for van, tot in plaatsen for w in getypt[van:tot])


def _eigen(plaatsen: Sequence[tuple[int, int]], getypt: Sequence[str]) -> bool:
    """Are these words of another language where they stand? In a Dutch text short ones are often Dutch: 'kan', blood."""
    return NEDERLANDS.isdisjoint(getypt) or any(_vreemd(w) for van, tot in plaatsen for w in getypt[van:tot])


def _vreemd(woord: str) -> bool:
    return not in_woordenboek(woord) and not STANDAARD.splits(woord)


def _vormen(woord: str) -> Iterator[str]:
    """The word, and an Arabic one without what is written on to it."""
    yield woord
    if "\u0600" <= woord[0] <= "\u06ff":
        for voor in _VOORVOEGSELS:
            kaal = woord.removeprefix(voor)
            if kaal != woord and (len(kaal) >= MIN_ARABISCH or kaal in ONTKENNING_AR):
                yield kaal
