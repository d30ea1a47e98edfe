"""A site's own rules beside the shipped ones: synonyms, protected words, crisis words. Applied at query time."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Aanvulling:
    synoniemen: str = ""  # lines in Solr notation
    beschermd: frozenset[str] = frozenset()  # folded words that are searched exactly as they are
    crisis: tuple[tuple[str, str], ...] = ()  # (kind, words)


LEEG: Final = Aanvulling()
_bron: list[Callable[[], Aanvulling]] = []
_zonder: ContextVar[bool] = ContextVar("zonder_aanvulling", default=False)


def stel_in(bron: Callable[[], Aanvulling]) -> None:
    """Asked several times a search, so keep it cheap."""
    _bron[:] = [bron]


def aanvulling() -> Aanvulling:
    return _bron[0]() if _bron and not _zonder.get() else LEEG


@contextlib.contextmanager
def zonder() -> Iterator[None]:
    """Only what is shipped: to measure, and without a database."""
    merk = _zonder.set(True)
    try:
        yield
    finally:
        _zonder.reset(merk)
