"""Extensions: what a higher room adds to a page of a lower one. No room below has to know who builds on.

A builder asks its own rights: it gets the request of whoever looks. On a page that is drawn once for everybody
(kennisplatform/tekening) a part is a place that each reader gets filled in, unless it is the same for all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from django.core.exceptions import ImproperlyConfigured
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import get_language

from kennisplatform.kamers import gebracht
from kennisplatform.tekening.notitie import toont
from kennisplatform.tekening.stukken import gedeeld

# Each place, where it is, and the thing that a builder gets beside the request.
PLEKKEN: Final = {
    "algemeen": "below any other page of text: the page",
    "artikel": "beside an article: the page",
    "buurt": "below the facts of a neighbourhood's public face: the Buurt",
    "buurt-agenda": "what is on in a neighbourhood: the Buurt",
    "buurt-eerst": "above the facts of a neighbourhood's public face: the Buurt",
    "buurt-laag": "what only people who work there want to see: the Buurt",
    "buurt-zij": "beside a neighbourhood's public face: the Buurt",
    "leernetwerk": "above the list of examples: that page",
    "leernetwerk-knop": "in its row of buttons: that page",
    "lezer": "below the text of what residents read: the page",
    "module": "at the end of a lesson: the page",
    "modules": "below the list of lessons: the page",
    "netwerk": "in a network's workspace: the Buurt",
    "netwerk-deur": "a row in its list of what else there is: the Buurt",
    "netwerk-zij": "beside it: the Buurt",
    "onder": "below an intervention, a pathway or an example: the page",
    "opmaat": "above the questions of 'op maat': the Buurt that they are asked for",
    "praktijk": "who works with a page: the page",
    "professionals": "on the home of professionals: None",
    "redactie": "above the admin's form: the page",
    "start": "on the residents' home: the page",
    "thema": "above a theme's cards: the page",
    "thema-onder": "below them: the page",
    "werkplek": "in somebody's own workspace: None",
    "werkplek-zij": "beside it: None",
    "zij": "beside an intervention, a pathway or an example: the page",
}


@dataclass(frozen=True)
class Deel:
    sjabloon: str  # a template; it gets `context` on top of the page's own
    context: dict[str, Any] = field(default_factory=dict)


# The request (of somebody who is signed in, where the place is behind a door) and the thing: the place says which.
Bouwer = Callable[[Any, Any], Deel | None]
Lezers = Callable[[HttpRequest, int], str | None]
Extra = dict[str, Any]  # context that goes over all other


@dataclass(frozen=True)
class Aanbouw:
    """Something built on at a place. `van`: whose it is, one name a place; `achter`: whose come before it there.

    `voor_ieder`: the same for every reader, whatever the address asks (but whether it asks anything).
    `lezers(request, key of the thing)`: what of a reader the part hangs on, in a word: readers of one word see the same.
    None: it is their own. Parts that readers share are kept until something on them changes.
    `alleen_sleutel`: of its thing it shows nothing but what belongs to its key, so another title draws it no differently.
    """

    plek: str
    van: str
    bouw: Bouwer
    voor_ieder: bool = False
    lezers: Lezers | None = None
    alleen_sleutel: bool = False
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

    def sleutel(self, request: HttpRequest, pk: int | str | None) -> str:
        """Where the drawn part is kept; '' for what is somebody's own."""
        if pk is None or getattr(request, "is_preview", False):
            return ""
        lezers = "ieder" if self.voor_ieder else self.lezers(request, int(pk)) if self.lezers else None
        if lezers is None:
            return ""
        vraag = bool(request.GET) if self.voor_ieder else request.GET.urlencode()
        return f"deel:{self.plek}:{self.van}:{pk}:{get_language()}:{lezers}:{vraag}"

    def html(self, request: HttpRequest, pk: int | str | None, teken: Callable[[Extra], str]) -> str:
        """`teken(context)` draws it for this reader: what is shared, with a stand-in for the key of its forms."""
        sleutel = self.sleutel(request, pk)
        if not sleutel:
            return teken({})
        return gedeeld(sleutel, request, lambda formuliersleutel: teken({"csrf_token": formuliersleutel}))


def op(plek: str) -> list[Aanbouw]:
    return [aanbouw for aanbouw in gebracht(Aanbouw) if aanbouw.plek == plek]


def delen(plek: str, request: HttpRequest, ding: Any = None) -> list[Deel]:
    """What is built there now, for a caller that draws it outside the site's templates."""
    return [deel for aanbouw in op(plek) if (deel := aanbouw.bouw(request, ding)) is not None]


def teken(plek: str, request: HttpRequest, ding: Any, teken_deel: Callable[[Deel, Extra], str]) -> Iterator[str]:
    """HTML of each part, in order."""
    for aanbouw in op(plek):
        yield aanbouw.html(request, getattr(ding, "pk", None), partial(een, aanbouw, request, ding, teken_deel))


def een(
    aanbouw: Aanbouw, request: HttpRequest, ding: Any, teken_deel: Callable[[Deel, Extra], str], extra: Extra
) -> str:
    if not aanbouw.alleen_sleutel:
        toont(*_dingen(ding))  # the builder was given the record: no query of its own tells that the part hangs on it
    deel = aanbouw.bouw(request, ding)
    return "" if deel is None else str(teken_deel(deel, extra))


def _dingen(ding: Any) -> Iterator[str]:
    if hasattr(ding, "dingnaam"):
        yield ding.dingnaam
    elif isinstance(ding, Model):
        yield f"tabel:{ding._meta.db_table}"
