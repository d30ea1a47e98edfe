"""Extensions: what a higher room adds to a page of a lower one. No room below has to know who builds on.

Places, with the thing each gets beside the request:
'onder' and 'zij' (below and beside an intervention, a pathway or an example: the page), 'buurt-eerst', 'buurt'
and 'buurt-zij' (the public face of a neighbourhood, above and below its facts and beside them: the Buurt), 'netwerk' and 'netwerk-zij' (its workspace: the Buurt), 'werkplek' and
'werkplek-zij' (somebody's own workspace: None), 'praktijk' (who works with a page: the page), 'leernetwerk' and
'leernetwerk-knop' (above the list of examples, and in its row of buttons: that page), 'start' and 'thema' (on the home page and on a theme's: the page), 'redactie' (above the
admin's form: the page).

A builder asks its own rights: it gets the request of whoever looks. For a reader without a cookie the whole page is
kept (paginacache.py): what changes it calls `verhoog_versie`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.utils.translation import get_language

from kennisplatform.basis.paginacache import versie
from kennisplatform.kamers import gebracht

BEWAAR_S: Final = 60  # what changes by the clock, such as a meeting that begins, is at most this late

PLEKKEN: Final = frozenset(
    {
        "onder",
        "zij",
        "buurt",
        "buurt-eerst",
        "buurt-zij",
        "netwerk",
        "netwerk-zij",
        "werkplek",
        "werkplek-zij",
        "leernetwerk",
        "leernetwerk-knop",
        "praktijk",
        "redactie",
        "start",
        "thema",
    }
)


@dataclass(frozen=True)
class Deel:
    sjabloon: str  # a template; it gets `context` on top of the page's own
    context: dict[str, Any] = field(default_factory=dict)


# The request (of somebody who is signed in, where the place is behind a door) and the thing: the place says which.
Bouwer = Callable[[Any, Any], Deel | None]


@dataclass(frozen=True)
class Aanbouw:
    """Something built on at a place. `van`: whose it is, one name a place; `achter`: whose come before it there.

    `voor_ieder`: the same for every reader, whatever the address asks (but whether it asks anything). Such a part is
    kept for up to BEWAAR_S seconds, and forgotten when anything is published.
    """

    plek: str
    van: str
    bouw: Bouwer
    voor_ieder: bool = False
    achter: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.plek not in PLEKKEN:
            raise ImproperlyConfigured(f"{self.van} builds on at {self.plek!r}, which is no place: {sorted(PLEKKEN)}")

    @property
    def naam(self) -> str:
        return f"{self.plek}: {self.van}"

    @property
    def na(self) -> tuple[str, ...]:
        return tuple(f"{self.plek}: {wie}" for wie in self.achter)

    def sleutel(self, request: HttpRequest, ding: Any) -> str:
        """Where the drawn part is kept; '' for what is drawn anew each time."""
        pk = getattr(ding, "pk", None)
        if not self.voor_ieder or pk is None or not settings.KAARTCACHE_S:
            return ""
        return f"deel:{versie()}:{self.plek}:{self.van}:{pk}:{get_language()}:{bool(request.GET)}"


def op(plek: str) -> list[Aanbouw]:
    return [aanbouw for aanbouw in gebracht(Aanbouw) if aanbouw.plek == plek]


def delen(plek: str, request: HttpRequest, ding: Any = None) -> list[Deel]:
    """What is built there now, for a caller that draws it outside the site's templates."""
    return [deel for aanbouw in op(plek) if (deel := aanbouw.bouw(request, ding)) is not None]


def teken(plek: str, request: HttpRequest, ding: Any, teken_deel: Callable[[Deel], str]) -> Iterator[str]:
    """HTML of each part, in order."""
    for aanbouw in op(plek):
        sleutel = aanbouw.sleutel(request, ding)
        html = cache.get(sleutel) if sleutel else None
        if html is None:
            deel = aanbouw.bouw(request, ding)
            html = "" if deel is None else str(teken_deel(deel))
            if sleutel:
                cache.set(sleutel, html, min(settings.KAARTCACHE_S, BEWAAR_S))
        yield html
