"""All crisis rules, and which of them a text fits: each word is looked up once, however many rules there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import OSA

from .crisispatroon import Patroon, met_grenzen
from .klank import klank
from .woorden import in_woordenboek

SLIP_LETTERS: Final = 8  # a shorter word with one slip is soon another word
KLANK_LETTERS: Final = 5
MIN_ARABISCH: Final = 3  # letters that are left when 'and', 'the', 'with' are taken off
_VOORVOEGSELS: Final = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ف", "ب", "ل")


@dataclass(frozen=True)
class Crisisregel:
    soort: str
    zin: str  # as written
    patroon: Patroon
    taal: str = "nl"
    los: bool = False  # a bare word: no call for help where another word shows that it is spoken about


class Crisisboek:
    def __init__(self, regels: Sequence[Crisisregel], elders: frozenset[str]) -> None:
        self.regels = tuple(regels)
        self.elders = elders  # word patterns that show that somebody speaks about it: a film, a training, a joke
        self._op_anker: dict[str, list[int]] = defaultdict(list)
        for plaats, regel in enumerate(self.regels):
            for patroon in regel.patroon.anker:
                self._op_anker[patroon].append(plaats)
        alle = elders.union(*(regel.patroon.woordpatronen for regel in self.regels))
        self._heel = frozenset(p for p in alle if "*" not in p)
        self._begin = frozenset(p[:-1] for p in alle if p.endswith("*") and not p.startswith("*"))
        self._eind = frozenset(p[1:] for p in alle if p.startswith("*") and not p.endswith("*"))
        self._midden = frozenset(p[1:-1] for p in alle if p.startswith("*") and p.endswith("*"))
        self._slip = [w for w in self._heel | self._begin if len(w) >= SLIP_LETTERS]
        self._klanken = {klank(w): w for r in self.regels if r.taal == "nl" for w in self._hele_woorden(r)}

    def geraakt(self, tekst: str) -> list[Crisisregel]:
        """The rules that the text fits, in their own order."""
        waar: dict[str, list[int]] = defaultdict(list)
        for plek, woord in enumerate(met_grenzen(tekst)):
            for patroon in self._patronen(woord):
                waar[patroon].append(plek)
        elders = not self.elders.isdisjoint(waar)
        plaatsen = sorted({plaats for patroon in waar for plaats in self._op_anker.get(patroon, ())})
        mogelijk = (self.regels[plaats] for plaats in plaatsen)
        return [r for r in mogelijk if not (r.los and elders) and r.patroon.past(waar)]

    @staticmethod
    def _hele_woorden(regel: Crisisregel) -> Iterator[str]:
        return (w for w in regel.patroon.woordpatronen if w.isalpha() and len(w) >= KLANK_LETTERS)

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

    def _met_slip(self, woord: str) -> Iterator[str]:
        """'benauwt', 'verkragt', 'bewustelos': what is no word, and sounds as one that calls for help or is a slip from
        a long one."""
        if len(woord) < KLANK_LETTERS or not woord.isascii() or not woord.isalpha() or in_woordenboek(woord):
            return
        if gehoord := self._klanken.get(klank(woord)):
            yield gehoord
        for bedoeld in self._slip if len(woord) >= SLIP_LETTERS - 1 else ():
            begint = bedoeld in self._begin
            geschreven = woord[: len(bedoeld)] if begint else woord
            if bedoeld[0] == woord[0] and OSA.distance(geschreven, bedoeld, score_cutoff=1) <= 1:
                yield f"{bedoeld}*" if begint else bedoeld


def _vormen(woord: str) -> Iterator[str]:
    """The word, and an Arabic one without what is written on to it."""
    yield woord
    if "\u0600" <= woord[0] <= "\u06ff":
        for voor in _VOORVOEGSELS:
            if woord.startswith(voor) and len(woord) - len(voor) >= MIN_ARABISCH:
                yield woord[len(voor) :]
