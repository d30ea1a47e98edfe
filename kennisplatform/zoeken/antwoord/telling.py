"""Facet counts: each facet without its own filter. Engines that count by themselves do it by the same rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from .vraag import Facettelling, Facetwaarde, Vraag

MAX_WAARDEN = 500  # of a facet in one answer, besides what was chosen
SOORT = ""  # the kind is counted as one more facet, under a name that no facet has


class Combinatie:
    """The values that documents have in one facet. One object for all that have these same ones, so that thousands of
    hits are counted by identity, without a look at their values."""

    __slots__ = ("codes",)

    def __init__(self, codes: tuple[str, ...]) -> None:
        self.codes = codes


class Kenmerkboek:
    """What filters look at, by mark: per facet and under SOORT the kind, {'': ('artikel',), 'thema': ('slapen', 'eten')}.

    Kept per facet: a count walks through one table instead of through thousands. Threads may share a book: a mark stands
    in it when it has its kind, and that goes in last.
    """

    def __init__(self) -> None:
        self._kolommen: dict[str, dict[int, Combinatie]] = {SOORT: {}}
        self._combinaties: dict[tuple[str, ...], Combinatie] = {}

    def __len__(self) -> int:
        return len(self._kolommen[SOORT])

    def __contains__(self, merk: int) -> bool:
        return merk in self._kolommen[SOORT]

    def leer(self, merk: int, waarden: Mapping[str, tuple[str, ...]]) -> None:
        for naam, codes in sorted(waarden.items(), reverse=True):  # SOORT, '', is the last
            kolom = self._kolommen.setdefault(naam, {})
            kolom[merk] = self._combinaties.setdefault(codes, Combinatie(codes))

    def tel(self, naam: str, merken: Iterable[int]) -> dict[str, int]:
        teller: dict[str, int] = {}
        for combinatie, keren in Counter(map(self._kolommen.get(naam, {}).get, merken)).items():
            for code in combinatie.codes if combinatie else ():
                teller[code] = teller.get(code, 0) + keren
        return teller

    def mist(self, merk: int, gekozen: Mapping[str, frozenset[str]]) -> list[str]:
        """The facets of which the filter holds this mark back."""
        gevonden = ((n, waarden, self._kolommen.get(n, {}).get(merk)) for n, waarden in gekozen.items())
        return [n for n, waarden, heeft in gevonden if heeft is None or waarden.isdisjoint(heeft.codes)]


Tellers = Mapping[str, Mapping[str, int]]  # facet, and SOORT → value → number of hits


@dataclass(frozen=True)
class Telling:
    toegelaten: Sequence[int]  # the places of the hits that pass every filter, in order
    tellers: Tellers


def filters(vraag: Vraag) -> dict[str, frozenset[str]]:
    """Chosen values per facet, the kind among them: one of the values within a facet, all facets together."""
    uit = {naam: frozenset(waarden) for naam, waarden in vraag.facetten.items() if waarden}
    for naam, mogelijk in vraag.vast.items():
        uit[naam] = uit.get(naam, frozenset(mogelijk)) & frozenset(mogelijk)
    if vraag.soorten:
        uit[SOORT] = frozenset(vraag.soorten)
    return uit


def tel(merken: Sequence[int], boek: Kenmerkboek, vraag: Vraag) -> Telling:
    """`merken`: one per hit, in the order of the hits; many hits may carry the same, so each is held to the filters once."""
    namen = (*vraag.tel, SOORT)
    gekozen = filters(vraag)
    if not gekozen:
        return Telling(range(len(merken)), {naam: boek.tel(naam, merken) for naam in namen})
    mist = {merk: boek.mist(merk, gekozen) for merk in set(merken)}
    # Counted in a facet: what passes every filter, and what only the filter of this facet holds back.
    tellers = {
        naam: boek.tel(naam, [merk for merk in merken if not mist[merk] or mist[merk] == [naam]]) for naam in namen
    }
    return Telling([i for i, merk in enumerate(merken) if not mist[merk]], tellers)


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


def maak_facetten(tellers: Tellers, vraag: Vraag) -> dict[str, Facettelling]:
    """Most frequent first, then by code; a chosen value that no longer occurs stays, with 0, so it can be undone."""
    uit = {}
    for naam in vraag.tel:
        teller = tellers.get(naam, {})
        gekozen = vraag.facetten.get(naam, ())
        alle = {**dict.fromkeys(gekozen, 0), **_veelste(teller)}
        alle.update((code, teller[code]) for code in gekozen if code in teller)
        # By code, then stable by count: a key written in Python costs.
        codes = sorted(sorted(alle), key=alle.__getitem__, reverse=True)
        uit[naam] = Facettelling(naam, tuple([Facetwaarde(c, alle[c], c in gekozen) for c in codes]))
    return uit


def _veelste(teller: Mapping[str, int]) -> Mapping[str, int]:
    """A facet of titles has thousands of values, which no reader is shown: of those the most frequent, first by code."""
    if len(teller) <= MAX_WAARDEN:
        return teller
    grens = nlargest(MAX_WAARDEN, teller.values())[-1]
    meer = {code: n for code, n in teller.items() if n > grens}
    gelijk = sorted(code for code, n in teller.items() if n == grens)
    return meer | dict.fromkeys(gelijk[: MAX_WAARDEN - len(meer)], grens)
