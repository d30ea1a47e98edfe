"""A reader of one build at one moment: the searcher, the words of the index, the marks for facet counts."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import tantivy

from ..samenstelling import Splitser
from ..spelling import nabij
from ..telling import Kenmerk
from .tantivy_map import IndexMap, leesfouten
from .tantivy_schema import lees_kenmerk, schema

MAX_KENMERKEN: Final = 200_000


@dataclass
class Bouw:
    """One opened build in one process. `kenmerken` never grows old: a mark is the hash of what it stands for."""

    pad: Path
    proces: int
    index: tantivy.Index
    schema: tantivy.Schema
    splitser: Splitser
    stempel: tuple[int, ...] = ()
    lezer: Lezer | None = None
    kenmerken: dict[int, Kenmerk] = field(default_factory=dict)


@dataclass
class Lezer:
    """What one request searches: it does not change while the request runs."""

    bouw: Bouw
    searcher: tantivy.Searcher
    vertaald: dict[str, list[int]] = field(default_factory=dict)  # per language: groups that exist in it
    tellingen: dict[Hashable, dict[str, dict[str, int]]] = field(default_factory=dict)  # of listings, see tantivy_zoek
    _per_lengte: dict[int, list[tuple[str, int]]] | None = None

    def aantal(self, woord: str) -> int:
        return self.searcher.doc_freq("all_x", woord)

    def kandidaten(self, woord: str, afstand: int) -> Sequence[tuple[str, int, int]]:
        bereik = range(len(woord) - afstand, len(woord) + afstand + 1)
        telling = dict(paar for lengte in bereik for paar in self._woorden().get(lengte, ()))
        return [(w, d, telling[w]) for w, d in nabij(woord, list(telling), afstand)]

    def met_begin(self, begin: str, n: int) -> Sequence[str]:
        return [woord for woord, _ in self.searcher.terms_with_prefix("all_x", begin, None, n)]

    def _woorden(self) -> dict[int, list[tuple[str, int]]]:
        """Every word of the index by length; read at the first slip, kept as long as this reader."""
        if self._per_lengte is None:
            per_lengte: dict[int, list[tuple[str, int]]] = defaultdict(list)
            for woord, aantal in self.searcher.terms_with_prefix("all_x", ""):
                per_lengte[len(woord)].append((woord, aantal))
            self._per_lengte = dict(per_lengte)
        return self._per_lengte

    def kenmerken(self, adressen: Sequence[tantivy.DocAddress]) -> list[Kenmerk]:
        """What filters look at, per document; a mark not met before in this process is read from the store, once."""
        bekend = self.bouw.kenmerken
        if len(bekend) > MAX_KENMERKEN:
            bekend = self.bouw.kenmerken = {}
        uit = []
        for merk, adres in zip(self.searcher.fast_field_values("kenmerk", list(adressen)), adressen, strict=True):
            kenmerk = bekend.get(merk)
            if kenmerk is None:
                kenmerk = lees_kenmerk(bytes(self.searcher.doc(adres).get_first("kenmerk_json")).decode())
                bekend[merk] = kenmerk
            uit.append(kenmerk)
        return uit


def ververs(indexmap: IndexMap, oud: Bouw | None) -> Bouw:
    """The live build with an up-to-date reader: opened anew after a swap or a fork, reloaded after a commit."""
    pad = indexmap.huidig()
    bouw = oud
    if bouw is None or bouw.pad != pad or bouw.proces != os.getpid():
        index = indexmap.open(pad)
        bouw = Bouw(pad, os.getpid(), index, schema(), Splitser(indexmap.eigen(pad)))
    with leesfouten(f"the search index {pad.name}"):
        toestand = (pad / "meta.json").stat()
        stempel = (toestand.st_mtime_ns, toestand.st_size, toestand.st_ino)
        if bouw.lezer is None or stempel != bouw.stempel:
            bouw.index.reload()
            bouw.lezer = Lezer(bouw, bouw.index.searcher())
            bouw.stempel = stempel
    return bouw
