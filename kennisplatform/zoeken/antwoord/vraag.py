"""What goes into a search and what comes out: frozen, engine-free, domain-free."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

MAX_TEKST = 300  # characters of a query that are analysed; the rest adds nothing but time
MAX_PAGINA = 500
MAX_WAARDEN = 40  # chosen values per facet; more is not a person


class Waarden(Protocol):
    """The part of Django's QueryDict that is read here."""

    def get(self, sleutel: str, standaard: str, /) -> str: ...
    def getlist(self, sleutel: str, /) -> list[str]: ...


@dataclass(frozen=True)
class Vraag:
    """One search: text, chosen facet values, kinds, page. Everything optional."""

    tekst: str = ""
    facetten: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    vast: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # held to as well, by the list and not the reader
    soorten: tuple[str, ...] = ()  # empty: every kind
    taal: str = "nl"  # the reader's language: results in it come first
    tel: tuple[str, ...] = ()  # facets whose values are counted in the answer
    volgorde: str = ""  # "" best first (or by title without text); "titel"; "nieuw"; "sterkte"
    pagina: int = 1
    per_pagina: int = 20
    letterlijk: bool = False  # do not correct the spelling

    @property
    def aantal_gekozen(self) -> int:
        return sum(len(waarden) for waarden in self.facetten.values())

    @classmethod
    def uit_get(
        cls,
        get: Waarden,
        *,
        facetten: Iterable[str] = (),
        soorten: tuple[str, ...] = (),
        taal: str = "nl",
        per_pagina: int = 20,
        volgordes: Iterable[str] = ("titel", "nieuw", "sterkte"),
    ) -> Vraag:
        """Read a query string that may hold anything; never fails, unknown keys are left alone."""
        namen = tuple(facetten)
        gekozen = {}
        for naam in namen:
            waarden = dict.fromkeys(w.strip()[:80] for w in getlijst(get, naam))
            schoon = tuple(w for w in waarden if w and "\x00" not in w)[:MAX_WAARDEN]
            if schoon:
                gekozen[naam] = schoon
        volgorde = get.get("volgorde", "")
        return cls(
            tekst=schone_tekst(get.get("q", "")),
            facetten=gekozen,
            soorten=soorten,
            taal=taal,
            tel=namen,
            volgorde=volgorde if volgorde in set(volgordes) else "",
            pagina=paginanummer(get.get("pagina", "") or ""),
            per_pagina=per_pagina,
            letterlijk=(get.get("letterlijk", "") or "") == "1",
        )


def getlijst(get: Waarden, naam: str) -> list[str]:
    return [str(w) for w in get.getlist(naam)]


def schone_tekst(tekst: str) -> str:
    return " ".join(tekst.replace("\x00", " ").split())[:MAX_TEKST]


def paginanummer(waarde: str) -> int:
    """1 for anything that is not a page number. Only nine digits are read: int() of thousands of them raises."""
    return min(max(int(waarde[:9]), 1), MAX_PAGINA) if waarde.isascii() and waarde.isdecimal() else 1


class Facetwaarde(NamedTuple):  # thousands in one answer: a tuple is made in a third of the time
    code: str
    aantal: int
    gekozen: bool


@dataclass(frozen=True)
class Facettelling:
    naam: str
    waarden: tuple[Facetwaarde, ...]  # every value that occurs, most frequent first, plus chosen ones with 0


@dataclass(frozen=True)
class Grond:
    """`gevonden` stands in the document because of `vraagwoord`: see vormen.Waarom for `soort`, `term` goes with it."""

    gevonden: str
    soort: str
    vraagwoord: str
    term: str = ""


@dataclass(frozen=True)
class Treffer:
    """One hit. `fragment` and `titel` are safe HTML: escaped text with <mark> around what matched."""

    sleutel: str
    soort: str
    taal: str
    titel: str
    fragment: str
    score: float
    rubriek: str = ""
    gevonden_op: tuple[str, ...] = ()  # the words of the document that matched
    waarom: tuple[Grond, ...] = ()  # one per word of the query that this hit answers to


@dataclass(frozen=True)
class Antwoord:
    vraag: Vraag
    totaal: int
    treffers: tuple[Treffer, ...]
    facetten: Mapping[str, Facettelling] = field(default_factory=dict)
    soorten: Mapping[str, int] = field(default_factory=dict)  # hits per kind, before the kind was chosen
    verbeterd: str = ""  # the text that was searched instead of what was typed
    motor: str = ""
    zwak: bool = (
        False  # hardly an answer: by the safety net, far below a good score, or too little said of what was asked
    )
    getypt: str = ""  # the language that the text was typed in; mostly the reader's
    alledaags: bool = False  # asked in everyday words: what is for residents stands first

    @property
    def niets_precies(self) -> bool:
        """Nothing here answers the question; what was found is what comes nearest."""
        return bool(self.vraag.tekst.strip()) and (self.zwak or not self.totaal)


@dataclass(frozen=True)
class Zoeksuggestie:
    """`soort` is 'woord' for a completed word (no `sleutel`), else the kind of the document."""

    tekst: str
    soort: str = "woord"
    sleutel: str = ""
