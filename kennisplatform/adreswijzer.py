"""Which view an address is for, without asking every room: an address goes to the rooms that have its first word.

Django tries addresses one after another, and this house has three hundred before those of pages: a quarter of a
millisecond of each request, three times a view that does nothing. Whoever has no fixed first word is asked for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from django.urls import ResolverMatch, URLPattern, URLResolver
from django.urls.resolvers import RoutePattern

Adres = URLPattern | URLResolver
IEDEREEN: Final = None


class Adreswijzer(URLResolver):
    """Finds and reverses what a plain list of the same addresses would, in the same order."""

    def __init__(self, adressen: list[Adres]) -> None:
        super().__init__(RoutePattern("", is_endpoint=False), adressen)

    def resolve(self, path: str) -> ResolverMatch:
        return self._per_woord.get(str(path).partition("/")[0], self._anders).resolve(path)

    @cached_property
    def _per_woord(self) -> dict[str, URLResolver]:
        return {woord: self._met(woord) for adres in self._plat if (woord := _woord(adres))}

    @cached_property
    def _anders(self) -> URLResolver:
        return self._met("")

    @cached_property
    def _plat(self) -> list[Adres]:
        return list(_plat(self.url_patterns))

    def _met(self, woord: str) -> URLResolver:
        return URLResolver(self.pattern, [adres for adres in self._plat if _woord(adres) in {woord, IEDEREEN}])


def _plat(adressen: Iterable[Adres]) -> Iterator[Adres]:
    """Those of a room that only lists them stand beside the others."""
    for adres in adressen:
        if isinstance(adres, URLResolver) and not (str(adres.pattern) or adres.namespace or adres.default_kwargs):
            yield from _plat(adres.url_patterns)
        else:
            yield adres


def _woord(adres: Adres) -> str | None:
    """With which first word it begins; IEDEREEN where that is not fixed."""
    woord, schuin, _rest = str(adres.pattern).partition("/")
    heel = bool(schuin) or isinstance(adres, URLPattern)  # 'abc' before more may become 'abcd'
    return woord if isinstance(adres.pattern, RoutePattern) and heel and "<" not in woord else IEDEREEN
