"""Facet counts: each facet without its own filter. Engines that count by themselves do it by the same rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from .vraag import Facet, Facetwaarde, Vraag

MAX_WAARDEN = 500  # of a facet in one answer, besides what was chosen
SOORT = ""  # the kind is counted as one more facet, under a name that no facet has


# What filters look at, per facet and under SOORT the kind: {'': ('artikel',), 'thema': ('slapen', 'eten')}.
Kenmerk = Mapping[str, tuple[str, ...]]


Tellers = Mapping[str, Mapping[str, int]]  # facet, and SOORT → value → number of hits


@dataclass(frozen=True)
class Telling:
    toegelaten: Sequence[int]  # the places of the hits that pass every filter, in order
    tellers: Tellers


def filters(vraag: Vraag) -> dict[str, frozenset[str]]:
    """Chosen values per facet, the kind among them: one of the values within a facet, all facets together."""
    uit = {naam: frozenset(waarden) for naam, waarden in vraag.facetten.items() if waarden}
    if vraag.soorten:
        uit[SOORT] = frozenset(vraag.soorten)
    return uit


def tel(merken: Sequence[int], kenmerken: Mapping[int, Kenmerk], vraag: Vraag) -> Telling:
    """`merken`: one per hit, in the order of the hits; many hits carry the same, so each mark is looked into once."""
    namen = (*vraag.tel, SOORT)
    keren = Counter(merken)
    gekozen = filters(vraag)
    if not gekozen:
        alle = [(kenmerken[merk], aantal) for merk, aantal in keren.items()]
        return Telling(range(len(merken)), {naam: _tel(naam, alle) for naam in namen})
    mist = {merk: [n for n, w in gekozen.items() if w.isdisjoint(kenmerken[merk].get(n, ()))] for merk in keren}
    # Counted in a facet: what passes every filter, and what only the filter of this facet holds back.
    tellers = {
        naam: _tel(naam, [(kenmerken[m], keren[m]) for m, namen_ in mist.items() if not namen_ or namen_ == [naam]])
        for naam in namen
    }
    return Telling([i for i, merk in enumerate(merken) if not mist[merk]], tellers)


def _tel(naam: str, groepen: Iterable[tuple[Kenmerk, int]]) -> dict[str, int]:
    teller: dict[str, int] = {}
    for kenmerk, keren in groepen:
        for code in kenmerk.get(naam, ()):
            teller[code] = teller.get(code, 0) + keren
    return teller


def bij_elkaar(delen: Iterable[Tellers], namen: Iterable[str]) -> dict[str, dict[str, int]]:
    """The counts of several languages as one."""
    delen = list(delen)
    uit: dict[str, dict[str, int]] = {}
    for naam in namen:
        teller: Counter[str] = Counter()
        for deel in delen:
            teller.update(deel.get(naam, {}))
        uit[naam] = dict(teller)
    return uit


def maak_facetten(tellers: Tellers, vraag: Vraag) -> dict[str, Facet]:
    """Most frequent first, then by code; a chosen value that no longer occurs stays, with 0, so it can be undone."""
    uit = {}
    for naam in vraag.tel:
        teller = tellers.get(naam, {})
        gekozen = vraag.facetten.get(naam, ())
        alle = {**dict.fromkeys(gekozen, 0), **_veelste(teller)}
        alle.update((code, teller[code]) for code in gekozen if code in teller)
        # By code, then stable by count: a key written in Python costs.
        codes = sorted(sorted(alle), key=alle.__getitem__, reverse=True)
        uit[naam] = Facet(naam, tuple([Facetwaarde(c, alle[c], c in gekozen) for c in codes]))
    return uit


def _veelste(teller: Mapping[str, int]) -> Mapping[str, int]:
    """A facet of titles has thousands of values, which no reader is shown: of those the most frequent, first by code."""
    if len(teller) <= MAX_WAARDEN:
        return teller
    grens = nlargest(MAX_WAARDEN, teller.values())[-1]
    meer = {code: n for code, n in teller.items() if n > grens}
    gelijk = sorted(code for code, n in teller.items() if n == grens)
    return meer | dict.fromkeys(gelijk[: MAX_WAARDEN - len(meer)], grens)
