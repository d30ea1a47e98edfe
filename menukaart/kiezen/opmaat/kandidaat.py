"""What the rules look at and what they say: a plan as it describes itself, and a judgement in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from kennisplatform.basis.keuzes import Gezondheidsverschillen, Sesgeschiktheid
from menukaart.kiezen.opmaat.profiel import Antwoorden
from menukaart.kiezen.opmaat.taal import gettext as _


@dataclass(frozen=True)
class Menukandidaat:
    """What one thing on the menu declares, light enough to keep two thousand of them."""

    pk: int
    slug: str
    titel: str
    adres: str = ""
    soort: str = ""
    kort: str = ""
    thema: Any = None
    uitdagingen: frozenset[str] = frozenset()
    doelgroepen: frozenset[str] = frozenset()
    ses: str = Sesgeschiktheid.ONBEKEND
    verschillen: str = Gezondheidsverschillen.ONBEKEND
    uren: tuple[tuple[str, float], ...] = ()  # unit, the most hours
    mensen: frozenset[str] = frozenset()
    leeftijden: frozenset[str] = frozenset()
    onderwerpen: frozenset[str] = frozenset()
    waar: frozenset[str] = frozenset()  # settings
    aarden: frozenset[str] = frozenset()  # kinds of neighbourhood that it names
    vraagt: tuple[tuple[str, str], ...] = ()  # what must be there, and in which words it asks that
    paden: tuple[tuple[str, str], ...] = ()  # pathways that belong with it: slug, title
    plekken: int = 0
    gestopt: int = 0
    bewijs: str = ""  # in words, to show
    ladder: tuple[bool, ...] = ()
    inzet: str = ""
    sleutel: tuple[str, int] = field(init=False, repr=False)  # ties go by name, then by number; worked out once

    def __post_init__(self) -> None:
        object.__setattr__(self, "sleutel", (self.titel.casefold(), self.pk))


@dataclass(frozen=True)
class Regeloordeel:
    """A step of one rule (0 is best); `telt_niet` when nothing was asked. What is unknown is said, never guessed."""

    trap: int = 0
    voor: tuple[str, ...] = ()
    tegen: tuple[str, ...] = ()
    onbekend: tuple[str, ...] = ()  # each goes on after 'Niet bekend:'
    weg: str = ""  # why it is left out of the order


NIETS: Final = Regeloordeel()  # nothing was asked, or nothing speaks for or against


@dataclass(frozen=True)
class Woorden:
    """Codes in the reader's words."""

    uitdaging: dict[str, str] = field(default_factory=dict)
    doelgroep: dict[str, str] = field(default_factory=dict)
    mens: dict[str, str] = field(default_factory=dict)
    leeftijd: dict[str, str] = field(default_factory=dict)
    ziekte: dict[str, str] = field(default_factory=dict)


Vraagregel = Callable[[Antwoorden, Menukandidaat, Woorden], Regeloordeel]


def noem(codes: Sequence[str] | frozenset[str], namen: dict[str, str]) -> str:
    return ", ".join(f"‘{namen.get(code, code)}’" for code in sorted(codes))


def en(codes: frozenset[str] | set[str], namen: dict[str, str]) -> str:
    woorden = [namen.get(code, code) for code in sorted(codes)]
    return _(" en ").join(filter(None, (", ".join(woorden[:-1]), woorden[-1])))
