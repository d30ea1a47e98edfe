"""What a plan looks for, told to whoever marks and explains a hit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from ..taal.woorden import STIL, stille_stammen


class Waarom(StrEnum):
    """From the plainest reason to the farthest."""

    WOORD = "woord"
    BEGIN = "begin"  # half a word: 'eenz' → eenzaam
    VERBETERD = "verbeterd"
    DEEL = "deel"
    SYNONIEM = "synoniem"


NABIJ: Final = tuple(Waarom)


@dataclass(frozen=True)
class Zoekreden:
    """Why a stem is looked for: it is `woord` of the query in some form, or `term` that goes with it."""

    soort: Waarom
    woord: str
    term: str = ""


@dataclass(frozen=True)
class Vormen:
    """Folded words and stems that count by themselves, and phrases whose stems count only together."""

    woorden: frozenset[str] = frozenset()
    stammen: frozenset[str] = frozenset()
    zinnen: frozenset[frozenset[str]] = frozenset()
    redenen: Mapping[str, Zoekreden] = field(default_factory=dict)  # by stem; the plainest of them

    def geldig(self, gevonden: frozenset[str]) -> frozenset[str]:
        """Of the stems that a text holds, those that count in it."""
        heel = frozenset().union(*(zin for zin in self.zinnen if zin <= gevonden))
        return gevonden & (self.stammen | (heel - stille_stammen()))


class Vormenboek:
    """Fills while a plan is made."""

    def __init__(self) -> None:
        self.bron = ""  # the word or words of the query that are being worked out
        self.woorden: set[str] = set()
        self._los: set[str] = set()
        self._zinnen: set[frozenset[str]] = set()
        self._redenen: dict[str, Zoekreden] = {}

    def noteer(self, stammen: Sequence[str], soort: Waarom, term: str = "") -> None:
        """One stem counts by itself; several count together."""
        if len(set(stammen)) > 1:
            self._zinnen.add(frozenset(stammen))
        else:
            self._los.update(stammen)
        for stam in stammen:
            oud = self._redenen.get(stam)
            if oud is None or NABIJ.index(soort) < NABIJ.index(oud.soort):
                self._redenen[stam] = Zoekreden(soort, self.bron, term)

    def vormen(self, stop: frozenset[str]) -> Vormen:
        woorden = frozenset(self.woorden - stop - STIL or self.woorden - stop or self.woorden)
        los = frozenset(self._los if woorden <= STIL else self._los - stille_stammen())
        return Vormen(woorden, los, frozenset(self._zinnen), self._redenen)
