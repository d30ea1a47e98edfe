"""Facet counts over the hits of a text query, the same for every engine: each facet without its own filter."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from .vraag import Facet, Facetwaarde, Vraag

SOORT = ""  # the kind is counted as one more facet, under a name that no facet has


# What filters look at, per facet and under SOORT the kind: {'': ('artikel',), 'thema': ('slapen', 'eten')}.
Kenmerk = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Telling:
    toegelaten: Sequence[int]  # the places of the hits that pass every filter, in order
    facetten: Mapping[str, Facet]
    soorten: Mapping[str, int]


def filters(vraag: Vraag) -> dict[str, frozenset[str]]:
    """Chosen values per facet, the kind among them: one of the values within a facet, all facets together."""
    uit = {naam: frozenset(waarden) for naam, waarden in vraag.facetten.items() if waarden}
    if vraag.soorten:
        uit[SOORT] = frozenset(vraag.soorten)
    return uit


def tel(kenmerken: Sequence[Kenmerk], vraag: Vraag) -> Telling:
    """`kenmerken`: one per hit, in the order of the hits."""
    toegelaten, bijna = _zeef(kenmerken, filters(vraag))
    binnen = _gegroepeerd([kenmerken[i] for i in toegelaten])
    tellers = {naam: _tel(naam, chain(binnen, _gegroepeerd(bijna.get(naam, [])))) for naam in (*vraag.tel, SOORT)}
    return Telling(toegelaten, maak_facetten(tellers, vraag), tellers[SOORT])


def _gegroepeerd(kenmerken: Sequence[Kenmerk]) -> list[tuple[Kenmerk, int]]:
    """Engines hand out one object per mark, and many hits carry the same: each is looked into once."""
    keren = Counter(map(id, kenmerken))
    return [(kenmerk, keren[nummer]) for nummer, kenmerk in {id(k): k for k in kenmerken}.items()]


def _tel(naam: str, groepen: Iterable[tuple[Kenmerk, int]]) -> dict[str, int]:
    teller: dict[str, int] = {}
    for kenmerk, keren in groepen:
        for code in kenmerk.get(naam, ()):
            teller[code] = teller.get(code, 0) + keren
    return teller


def _zeef(
    kenmerken: Sequence[Kenmerk], gekozen: Mapping[str, frozenset[str]]
) -> tuple[Sequence[int], dict[str, list[Kenmerk]]]:
    """(places that pass all filters, per filter the ones that only that filter holds back)."""
    if not gekozen:
        return range(len(kenmerken)), {}
    toegelaten: list[int] = []
    bijna: dict[str, list[Kenmerk]] = defaultdict(list)
    for i, kenmerk in enumerate(kenmerken):
        mist = [naam for naam, waarden in gekozen.items() if waarden.isdisjoint(kenmerk.get(naam, ()))]
        if not mist:
            toegelaten.append(i)
        elif len(mist) == 1:
            bijna[mist[0]].append(kenmerk)
    return toegelaten, bijna


def maak_facetten(tellers: Mapping[str, Mapping[str, int]], vraag: Vraag) -> dict[str, Facet]:
    """Most frequent first, then by code; a chosen value that no longer occurs stays, with 0, so it can be undone."""
    uit = {}
    for naam in vraag.tel:
        teller = tellers.get(naam, {})
        gekozen = vraag.facetten.get(naam, ())
        codes = sorted({*teller, *gekozen}, key=lambda code: (-teller.get(code, 0), code))
        uit[naam] = Facet(naam, tuple(Facetwaarde(c, teller.get(c, 0), c in gekozen) for c in codes))
    return uit
