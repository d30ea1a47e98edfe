"""The build that this process has open, and a reader of it that is up to date."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import tantivy

from ..antwoord.telling import Kenmerkboek
from ..taal.samenstelling import Splitser
from .tantivy_lezer import TantivyLezer
from .tantivy_map import IndexMap, leesfouten
from .tantivy_schema import schema


@dataclass
class TantivyBouw:
    """One opened build in one process. `kenmerken` never grows old: a mark is the hash of what it stands for."""

    pad: Path
    proces: int
    index: tantivy.Index
    schema: tantivy.Schema
    splitser: Splitser
    stempel: tuple[int, ...] = ()
    lezer: TantivyLezer | None = None
    kenmerken: Kenmerkboek = field(default_factory=Kenmerkboek)


def ververs(indexmap: IndexMap, oud: TantivyBouw | None, gebouwd: tuple[Path, Splitser] | None = None) -> TantivyBouw:
    """The live build with an up-to-date reader: opened anew after a swap or a fork, reloaded after a commit.

    `gebouwd`: what this process built itself, with a splitter that knows its words already.
    """
    pad = indexmap.huidig()
    bouw = oud
    if bouw is None or bouw.pad != pad or bouw.proces != os.getpid():
        index = indexmap.open(pad)
        splitser = gebouwd[1] if gebouwd and gebouwd[0] == pad else Splitser(indexmap.eigen(pad))
        bouw = TantivyBouw(pad, os.getpid(), index, schema(), splitser)
    with leesfouten(f"the search index {pad.name}"):
        toestand = (pad / "meta.json").stat()
        stempel = (toestand.st_mtime_ns, toestand.st_size, toestand.st_ino)
        if bouw.lezer is None or stempel != bouw.stempel:
            bouw.index.reload()
            bouw.lezer = TantivyLezer(bouw, bouw.index.searcher())
            bouw.stempel = stempel
    return bouw
