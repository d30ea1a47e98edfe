"""What we keep about a person, told by the rooms that keep it. 'Mijn gegevens' shows, hands out and forgets from this list.

A room registers in its `ready()`: what it keeps (`Bron`), and when somebody cannot leave just yet (a function that
gives `Bezwaar`s). The account itself goes after every `vergeet`, in the same transaction (toegang/verwijderen.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise

if TYPE_CHECKING:
    from kennisplatform.deelnemers.models import Gebruiker

Tekst = str | Promise


@dataclass(frozen=True)
class Gegevensbron:
    code: str
    naam: Tekst
    doel: Tekst  # why we keep it
    bewaartermijn: Tekst  # how long, and what happens when the account goes
    geef: Callable[[Gebruiker], list[dict[str, Any]]]  # values that JSON knows; keys in words that a reader understands
    vergeet: Callable[[Gebruiker], None]  # for what does not go with the account's own row
    volgorde: int = 50  # on the page: the account itself first


@dataclass(frozen=True)
class Beletsel:
    reden: Tekst
    uitweg: Tekst
    adres: str = ""  # where the way out begins


_bronnen: dict[str, Gegevensbron] = {}
_bezwaren: dict[str, Callable[[Gebruiker], list[Beletsel]]] = {}


def registreer(bron: Gegevensbron) -> None:
    _bronnen[bron.code] = bron


def registreer_bezwaar(code: str, vraag: Callable[[Gebruiker], list[Beletsel]]) -> None:
    _bezwaren[code] = vraag


def bronnen() -> list[Gegevensbron]:
    return sorted(_bronnen.values(), key=lambda bron: bron.volgorde)


def bezwaren(gebruiker: Gebruiker) -> list[Beletsel]:
    """Why this account cannot go yet; empty when it can."""
    return [bezwaar for vraag in _bezwaren.values() for bezwaar in vraag(gebruiker)]


def niets(gebruiker: Gebruiker) -> None:
    """The `vergeet` of what goes with the account's own row."""
