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
    uren: int | None = None  # a week, of everybody together
    loopt: tuple[str, ...] = ()  # slugs
    ses: str = ""  # class; empty or 'onbekend': not known
    buurt: str = ""  # slug of a neighbourhood of ours, for who knows it

    @classmethod
    def uit_get(cls, get: Any) -> Antwoorden:
        uren = get.get("uren", "")
        ses = get.get("ses", "")
        eerst = _codes(get.getlist("eerst"))
        return cls(
            eerst=eerst,
            ook=tuple(c for c in _codes(get.getlist("ook")) if c not in eerst),
            voor=_codes(get.getlist("voor")),
            mensen=_codes(get.getlist("mensen")),
            uren=int(heel[1]) if (heel := UREN.match(uren)) else None,
            loopt=_codes(get.getlist("loopt")),
            ses=ses if ses in Sesklasse.values and ses != Sesklasse.ONBEKEND else "",
            buurt=get.get("buurt", "") if CODE.fullmatch(get.get("buurt", "")) else "",
        )

    @property
    def lijsten(self) -> dict[str, list[str]]:
        """Answers of which there may be several, by name."""
        return {naam: list(getattr(self, naam)) for naam in ("eerst", "ook", "voor", "mensen", "loopt")}

    @property
    def leeg(self) -> bool:
        return not (
            self.eerst or self.ook or self.voor or self.mensen or self.loopt or self.ses or self.uren is not None
        )

    @property
    def lage_ses(self) -> bool:
        return self.ses in LAGE_SES

    @property
    def adres(self) -> str:
        paren = [(naam, waarde) for naam, rij in self.lijsten.items() for waarde in rij]
        paren += [("uren", str(self.uren))] if self.uren is not None else []
        paren += [(n, getattr(self, n)) for n in ("ses", "buurt") if getattr(self, n)]
        return urlencode(paren)
