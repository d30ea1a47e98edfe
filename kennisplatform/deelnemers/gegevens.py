"""What we keep about a person, told by the rooms that keep it. 'Mijn gegevens' shows, hands out and forgets from this list.

A room brings what it keeps (`Persoonsgegevens`), and when somebody cannot leave just yet (`Vertrekvraag`). The account itself goes after every `vergeet`, in the same transaction (toegang/verwijderen.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise

from kennisplatform.kamers import gebracht

if TYPE_CHECKING:
    from kennisplatform.deelnemers.models import Gebruiker

Tekst = str | Promise


class Waar(IntEnum):
    """Place on the page: the account itself first, what is only there to look things up last."""

    VOORAAN = 1
    MIDDEN = 2
    ACHTERAAN = 3


@dataclass(frozen=True)
class Persoonsgegevens:
    code: str
    naam: Tekst
    doel: Tekst  # why we keep it
    bewaartermijn: Tekst  # how long, and what happens when the account goes
    geef: Callable[[Gebruiker], list[dict[str, Any]]]  # values that JSON knows; keys in words that a reader understands
    vergeet: Callable[[Gebruiker], None]  # for what does not go with the account's own row
    waar: Waar = Waar.MIDDEN


@dataclass(frozen=True)
class Beletsel:
    reden: Tekst
    uitweg: Tekst
    adres: str = ""  # where the way out begins


@dataclass(frozen=True)
class Vertrekvraag:
    """`vraag(person)`: why this account cannot go yet; empty when it can."""

    naam: str
    vraag: Callable[[Gebruiker], list[Beletsel]]


def bronnen() -> list[Persoonsgegevens]:
    return sorted(gebracht(Persoonsgegevens), key=lambda bron: bron.waar)


def bezwaren(gebruiker: Gebruiker) -> list[Beletsel]:
    """Why this account cannot go yet; empty when it can."""
    return [bezwaar for vertrek in gebracht(Vertrekvraag) for bezwaar in vertrek.vraag(gebruiker)]


def niets(gebruiker: Gebruiker) -> None:
    """The `vergeet` of what goes with the account's own row."""
