"""Six answers, each of which may be missing. They stand in an address; nothing is kept of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from kennisplatform.basis.keuzes import Sesklasse

CODE: Final = re.compile(r"[\w-]{1,80}")
MEESTE: Final = 30
# Answers of which there may be several, in the order of the questions.
LIJSTEN: Final = ("eerst", "ook", "ziekte", "voor", "leeftijd", "kracht", "mensen", "middelen", "loopt")
BEKENDE_SES: Final = frozenset(Sesklasse.values) - {Sesklasse.ONBEKEND.value}  # `values` asks every label
LAGE_SES: Final = (Sesklasse.ZEER_LAAG.value, Sesklasse.LAAG.value)


def _codes(waarden: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w for w in waarden if CODE.fullmatch(w)))[:MEESTE]


# '4', '4,5' and '4 uur': whole hours, rather too few than too many.
UREN: Final = re.compile(r"\s*([0-9]{1,3})(?![0-9])(?:[.,][0-9]+)?\s*(?:u|uur|uren)?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Antwoorden:
    eerst: tuple[str, ...] = ()  # challenges that come first
    ook: tuple[str, ...] = ()
    voor: tuple[str, ...] = ()
    mensen: tuple[str, ...] = ()
    ziekte: tuple[str, ...] = ()  # topics that are common
    leeftijd: tuple[str, ...] = ()  # ages of which there are many
    kracht: tuple[str, ...] = ()  # what goes well, as regels.toml knows it
    middelen: tuple[str, ...] = ()  # what is there to do it with
    aard: str = ""  # kind of neighbourhood: 'dorp', 'stad'; empty: not known
    uren: int | None = None  # a week, of everybody together
    loopt: tuple[str, ...] = ()  # slugs
    ses: str = ""  # class; empty or 'onbekend': not known
    buurt: str = ""  # slug of a neighbourhood of ours, for who knows it

    @classmethod
    def uit_get(cls, get: Any) -> Antwoorden:
        uren = get.get("uren", "")
        ses = get.get("ses", "")
        rij = {naam: _codes(get.getlist(naam)) for naam in LIJSTEN}
        rij["ook"] = tuple(c for c in rij["ook"] if c not in rij["eerst"])
        aard, buurt = get.get("aard", ""), get.get("buurt", "")
        return cls(
            **rij,
            aard=aard if CODE.fullmatch(aard) else "",
            uren=int(heel[1]) if (heel := UREN.match(uren)) else None,
            ses=ses if ses in BEKENDE_SES else "",
            buurt=buurt if CODE.fullmatch(buurt) else "",
        )

    @property
    def lijsten(self) -> dict[str, list[str]]:
        """Answers of which there may be several, by name."""
        return {naam: list(getattr(self, naam)) for naam in LIJSTEN}

    @property
    def leeg(self) -> bool:
        return not (any(self.lijsten.values()) or self.aard or self.ses or self.uren is not None)

    @property
    def lage_ses(self) -> bool:
        return self.ses in LAGE_SES

    @property
    def adres(self) -> str:
        paren = [(naam, waarde) for naam, rij in self.lijsten.items() for waarde in rij]
        paren += [("uren", str(self.uren))] if self.uren is not None else []
        paren += [(n, getattr(self, n)) for n in ("aard", "ses", "buurt") if getattr(self, n)]
        return urlencode(paren)
