"""Hours and money with their unit: one line of effort, its words, and the class it falls in. Units never mix."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from kennisplatform.basis.geld import NIET_BREKEN
from kennisplatform.basis.keuzes import Eenheid, Kostenklasse, Maat

# Upper bounds of the classes below the highest, per kind and unit; the codes are made of them (Kostenper, Urenper).
GRENZEN: Final[Mapping[tuple[str, str], tuple[int, int]]] = {
    (Maat.EURO, Eenheid.DEELNEMER): (250, 1000),
    (Maat.EURO, Eenheid.GEZIN): (1000, 5000),
    (Maat.EURO, Eenheid.GROEP): (1000, 5000),
    (Maat.UREN, Eenheid.DEELNEMER): (5, 15),
    (Maat.UREN, Eenheid.GEZIN): (5, 15),
    (Maat.UREN, Eenheid.GROEP): (20, 50),
    (Maat.UREN, Eenheid.BUURTJAAR): (100, 500),
}
KLASSEN: Final = ((5_000, Kostenklasse.LAAG), (25_000, Kostenklasse.MIDDEL), (100_000, Kostenklasse.HOOG))


@dataclass(frozen=True)
class Inzet:
    """So many hours or euros per unit; `tot` equals `van` where it is one number."""

    maat: str
    van: float
    tot: float
    per: str

    @property
    def waarde(self) -> str:
        """Such as '12–24 uur' or '€ 2.000'."""
        geld = self.maat != Maat.UREN
        reeks = "–".join(dict.fromkeys((getal(self.van, geld=geld), getal(self.tot, geld=geld))))
        return _("%(n)s uur") % {"n": reeks} if self.maat == Maat.UREN else f"€{NIET_BREKEN}{reeks}"

    @property
    def eenheid(self) -> str:
        return str(Eenheid(self.per).label)

    def __str__(self) -> str:
        if self.per == Eenheid.BUURTJAAR:  # a reader of the menu is in one neighbourhood
            return _("%(waarde)s per jaar") % {"waarde": self.waarde}
        return f"{self.waarde} {self.eenheid}"

    @property
    def klasse(self) -> str:
        """Code of Kostenper or Urenper, by the highest number; of Kostenklasse for money per neighbourhood per year."""
        if (self.maat, self.per) not in GRENZEN:  # money per neighbourhood per year
            return next((str(k) for grens, k in KLASSEN if self.tot < grens), str(Kostenklasse.ZEER_HOOG))
        laag, hoog = GRENZEN[self.maat, self.per]
        if self.tot < laag:
            return f"{self.per}-tot-{laag}"
        return f"{self.per}-{laag}-{hoog}" if self.tot < hoog else f"{self.per}-boven-{hoog}"


def getal(waarde: float, *, geld: bool = False) -> str:
    """As it is written in Dutch: 2.000 and 6,2; money with both its cents, where there are any."""
    if waarde == int(waarde):
        return f"{int(waarde):,}".replace(",", ".")
    cijfers = f"{waarde:,.2f}"
    cijfers = cijfers if geld else cijfers.removesuffix("0")
    return cijfers.replace(",", " ").replace(".", ",").replace(" ", ".")


def uit_regel(regel: Mapping[str, Any]) -> Inzet:
    """From a value of InzetBlok or PraktijkinzetBlok."""
    van = float(regel["van"])
    return Inzet(regel["maat"], van, float(regel.get("tot") or van), regel["per"])


def klassen(regels: Iterable[Inzet], maat: str) -> tuple[str, ...]:
    """Codes for a facet, each once; money per neighbourhood per year has its own facet and is left out."""
    keus = [r for r in regels if r.maat == maat and (maat, r.per) in GRENZEN]
    return tuple(dict.fromkeys(r.klasse for r in keus))
