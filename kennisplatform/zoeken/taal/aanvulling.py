"""A site's own rules beside the shipped ones: synonyms, protected words, crisis words. Applied at query time."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final

from kennisplatform.kamers import gebracht


@dataclass(frozen=True)
class Aanvulling:
    synoniemen: str = ""  # lines in Solr notation
    beschermd: frozenset[str] = frozenset()  # folded words that are searched exactly as they are
    crisis: tuple[tuple[str, str], ...] = ()  # (kind, words)


LEEG: Final = Aanvulling()
_zonder: ContextVar[bool] = ContextVar("zonder_aanvulling", default=False)


@dataclass(frozen=True)
class Eigenregels:
    """Where the site's own rules come from; one room at most brings them. Asked several times a search: keep it cheap."""

    geef: Callable[[], Aanvulling]


def aanvulling() -> Aanvulling:
    bron = gebracht(Eigenregels)
    return bron[0].geef() if bron and not _zonder.get() else LEEG


@contextlib.contextmanager
def zonder() -> Iterator[None]:
    """Only what is shipped: to measure, and without a database."""
    merk = _zonder.set(True)
    try:
        yield
    finally:
        _zonder.reset(merk)
