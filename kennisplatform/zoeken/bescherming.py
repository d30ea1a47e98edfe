"""Protected words: searched exactly as they are, never corrected, split or stemmed. At query time, so no re-index."""

from __future__ import annotations

from collections.abc import Callable

_bron: list[Callable[[], frozenset[str]]] = []


def stel_in(bron: Callable[[], frozenset[str]]) -> None:
    """The site's own list, folded; asked at every search, so keep it cheap."""
    _bron[:] = [bron]


def beschermd() -> frozenset[str]:
    return _bron[0]() if _bron else frozenset()
