"""Extensions: what a higher room adds to a page of a lower one. A port: no room below has to know who builds on.

Places, with the thing each gets beside the request:
'onder' and 'zij' (below and beside an intervention, a pathway or an example: the page), 'buurt' and 'buurt-zij' (the
public face of a neighbourhood: the Buurt), 'netwerk' and 'netwerk-zij' (its workspace: the Buurt), 'werkplek' and
'werkplek-zij' (somebody's own workspace: None), 'praktijk' (who works with a page: the page), 'leernetwerk' and
'leernetwerk-knop' (above the list of examples, and in its row of buttons: that page), 'start' and 'thema' (on the home page and on a theme's: the page), 'redactie' (above the
admin's form: the page).

A builder asks its own rights: it gets the request of whoever looks. For a reader without a cookie the whole page is
kept (paginacache.py): what changes it calls `verhoog_versie`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from django.http import HttpRequest

PLEKKEN: Final = frozenset(
    {
        "onder",
        "zij",
        "buurt",
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


Bouwer = Callable[[HttpRequest, Any], Deel | None]

_bouwers: dict[str, list[tuple[int, str, Bouwer]]] = {}


def registreer(plek: str, naam: str, bouw: Bouwer, volgorde: int = 50) -> None:
    """`naam` makes a second registration take the place of the first."""
    if plek not in PLEKKEN:
        raise ValueError(f"no such place: {plek}")
    rij = [deel for deel in _bouwers.get(plek, []) if deel[1] != naam]
    _bouwers[plek] = sorted([*rij, (volgorde, naam, bouw)], key=lambda deel: deel[:2])


def delen(plek: str, request: HttpRequest, ding: Any = None) -> list[Deel]:
    return [deel for _volgorde, _naam, bouw in _bouwers.get(plek, []) if (deel := bouw(request, ding)) is not None]
