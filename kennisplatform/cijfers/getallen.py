"""Figures of areas as they are read: one value with its period, source and how it was made. At most five queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext as _

from kennisplatform.cijfers.keuzes import Cijferstand, Optelwijze
from kennisplatform.cijfers.models import Cijfer, Cijferbron, Cijfers, Gebied, Indicator
from kennisplatform.cijfers.samenstellen import Deelwaarde, stel_samen

ONBEKEND: Final = "–"
VELDEN: Final = ("waarde", "laag", "hoog", "n", "bron_id", "bronrij", "stand", "reden")  # of a cell, beside its period


class Getal(NamedTuple):
    """What stands in a cell."""

    waarde: float
    periode: str
    bron: Cijferbron
    laag: float | None = None
    hoog: float | None = None
    n: int | None = None
    bronrij: str = ""
    stand: str = Cijferstand.VAST
    reden: str = ""
    gemaakt: str = ""  # how we made it, in words; '' as the source gives it

    @property
    def heeft_marge(self) -> bool:
        return self.laag is not None and self.hoog is not None


def nl(waarde: float, decimalen: int = 0) -> str:
    """1234.5 → '1.234,5', in every language of the site: figures stand in Dutch sentences."""
    return f"{waarde:,.{decimalen}f}".translate(str.maketrans(",.", ".,"))


@dataclass
class Getallenboek:
    """Figures of some areas, by area, indicator and period. What was read stays as it was read (`VELDEN`) until a cell is
    asked for: of a thousand neighbourhoods side by side 170,000 are read and 13,000 asked for.
    """

    indicatoren: Mapping[str, Indicator]
    gebieden: Mapping[str, Gebied]
    bronnen: Mapping[int, Cijferbron]
    rijen: dict[tuple[str, str], dict[str, tuple[Any, ...]]] = field(default_factory=lambda: defaultdict(dict))

    def _cel(self, code: str, indicator: str, periode: str) -> Getal | None:
        rij = self.rijen.get((code, indicator), {}).get(periode)
        if rij is None:
            return None
        waarde, laag, hoog, n, bron, bronrij, stand, reden = rij
        bij = self.bronnen[bron]
        return Getal(waarde, periode, bij, laag, hoog, n if bij.open else None, bronrij, stand, reden)

    def perioden(self, indicator: str, codes: Sequence[str]) -> list[str]:
        """Periods for which there may be a figure of these areas together, the last first."""
        regel = self.indicatoren[indicator]
        if regel.teller:
            noemers = set(self.perioden(regel.noemer, codes))
            return [p for p in self.perioden(regel.teller, codes) if p in noemers]
        return sorted({p for code in codes for p in self.rijen.get((code, indicator), {})}, reverse=True)

    def laatste(self, indicator: str, codes: Sequence[str]) -> Getal | None:
        gevonden = (self.getal(indicator, codes, periode) for periode in self.perioden(indicator, codes))
        return next((getal for getal in gevonden if getal), None)

    def getal(self, indicator: str, codes: Sequence[str], periode: str) -> Getal | None:
        """Of these areas together."""
        regel = self.indicatoren[indicator]
        if regel.teller:
            return self._deling(regel, codes, periode)
        if len(codes) == 1:
            return self._cel(codes[0], indicator, periode)
        return self._samen(regel, codes, periode)

    def _deling(self, regel: Indicator, codes: Sequence[str], periode: str) -> Getal | None:
        teller, noemer = self.getal(regel.teller, codes, periode), self.getal(regel.noemer, codes, periode)
        if not teller or not noemer or not noemer.waarde:
            return None
        hoe = _("%(teller)s gedeeld door %(noemer)s") % {
            "teller": nl(teller.waarde),
            "noemer": nl(noemer.waarde),
        }
        return teller._replace(waarde=100 * teller.waarde / noemer.waarde, n=None, gemaakt=_zin(hoe, teller.gemaakt))

    def _samen(self, regel: Indicator, codes: Sequence[str], periode: str) -> Getal | None:
        eigen = {code: self._cel(code, regel.code, periode) for code in codes}
        bekend = [getal for getal in eigen.values() if getal]
        if not bekend:
            return None
        gewicht = regel.gewicht if regel.optelwijze == Optelwijze.GEWOGEN else "inwoners"
        jaren = {code: self._gewicht(gewicht, code, periode) for code in codes}
        delen = [
            Deelwaarde(self.gebieden[code].naam, getal.waarde if getal else None, jaren[code][0])
            for code, getal in eigen.items()
        ]
        samen = stel_samen(delen, regel.optelwijze)
        if samen is None:
            return None
        hoe = (
            _("%(n)s delen opgeteld") if regel.optelwijze == Optelwijze.SOM else _("%(n)s delen, gewogen naar %(wat)s")
        )
        naar = self.indicatoren[gewicht].eenheid if gewicht in self.indicatoren else gewicht
        wegjaar = next((jaar for _w, jaar in jaren.values() if jaar), "")
        if regel.optelwijze == Optelwijze.GEWOGEN and wegjaar not in ("", periode):
            naar = _("%(wat)s in %(jaar)s") % {"wat": naar, "jaar": wegjaar}
        tekst = hoe % {"n": len(bekend), "wat": naar}
        if samen.zonder:
            tekst = _zin(tekst, _("zonder %(wie)s, waarvan geen getal bekend is") % {"wie": ", ".join(samen.zonder)})
        return Getal(samen.waarde, periode, bekend[0].bron, stand=bekend[0].stand, gemaakt=tekst)

    def _gewicht(self, indicator: str, code: str, periode: str) -> tuple[float | None, str]:
        """Of the same period, else of the last that is known, with its year."""
        rij = self.rijen.get((code, indicator), {})
        jaar = periode if periode in rij else max(rij, default="")
        return (rij[jaar][0], jaar) if jaar else (None, "")


def _zin(*stukken: str) -> str:
    return "; ".join(stuk for stuk in stukken if stuk)


def lees(cijfers: Cijfers, codes: Iterable[str], indicatoren: Iterable[Indicator]) -> Getallenboek:
    """`cijfers` is what this reader may see: `Cijfer.objects.toonbaar()`, cut to the reader by `zichtbaar_voor`."""
    gebieden = {gebied.code: gebied for gebied in Gebied.objects.filter(code__in=set(codes))}
    per_code = {indicator.code: indicator for indicator in indicatoren}
    boek = Getallenboek(per_code, gebieden, Cijferbron.objects.in_bulk())
    namen = {gebied.pk: code for code, gebied in gebieden.items()}
    nummers = {indicator.pk: code for code, indicator in per_code.items()}
    rij = cijfers.filter(gebied__in=list(namen), indicator__in=list(nummers), groep="")
    for gebied, indicator, periode, *cel in rij.values_list("gebied_id", "indicator_id", "periode", *VELDEN):
        boek.rijen[(namen[gebied], nummers[indicator])][periode] = tuple(cel)
    return boek


def openbaar() -> Cijfers:
    return Cijfer.objects.toonbaar().filter(zichtbaarheid="openbaar")
