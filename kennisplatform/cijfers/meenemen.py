"""The figures of a neighbourhood as a file: every period, with source, row and how each was made."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from kennisplatform.cijfers.buurtcijfers import Buurtboek
from kennisplatform.cijfers.getallen import Getal
from kennisplatform.cijfers.models import Indicator
from kennisplatform.cijfers.models.gebied import LAND
from kennisplatform.tekst.uitgang import cel
from kennisplatform.tekst.werkboek import Rekenblad, werkboek

KOP: Final = (
    "gebied",
    "gebiedscodes",
    "indicator",
    "naam",
    "over_wie",
    "eenheid",
    "periode",
    "waarde",
    "ondergrens",
    "bovengrens",
    "aantal_mensen",
    "stand",
    "hoe_gemaakt",
    "schatting_met_model",
    "tabel",
    "adres",
    "rij_in_tabel",
    "licentie",
)


GETALLEN: Final = frozenset(KOP.index(naam) for naam in ("waarde", "ondergrens", "bovengrens", "aantal_mensen"))


def als_werkboek(boek: Buurtboek) -> bytes:
    """For who opens it in Excel, which takes the points of a CSV for words here, and some for thousands."""
    _kop, *rijen = regels(boek)
    cellen = ([float(c) if nr in GETALLEN and c else c for nr, c in enumerate(rij)] for rij in rijen)
    return werkboek(Rekenblad(boek.buurt.naam, KOP, cellen))


def als_csv(boek: Buurtboek) -> bytes:
    """With `;` and the mark that Excel needs; numbers with a point, as the sources write them."""
    uit = io.StringIO()
    csv.writer(uit, delimiter=";").writerows(regels(boek))
    return uit.getvalue().encode("utf-8-sig")


def regels(boek: Buurtboek) -> Iterator[list[str]]:
    yield list(KOP)
    gebieden = [(boek.buurt.naam, boek.ligging.codes)]
    if not boek.is_gemeente and boek.buurt.gemeentecode:
        gebieden.append((boek.buurt.gemeente, (boek.buurt.gemeentecode,)))
    gebieden.append(("Nederland", (LAND,)))
    for indicator in boek.boek.indicatoren.values():
        for naam, codes in gebieden:
            for getal in boek.reeks(indicator.code, codes) if codes else ():
                yield [*_over(naam, codes, indicator), *_getal(getal, indicator)]


def _over(naam: str, codes: tuple[str, ...], indicator: Indicator) -> list[str]:
    velden = (naam, "+".join(codes), indicator.code, indicator.naam, indicator.groep, indicator.eenheid)
    return [cel(veld) for veld in velden]


def _getal(getal: Getal, indicator: Indicator) -> list[str]:
    grenzen = ("" if w is None else f"{w:.10g}" for w in (getal.laag, getal.hoog))
    return [
        cel(getal.periode),
        f"{round(getal.waarde, 4 if getal.gemaakt else 10):.10g}",
        *grenzen,
        "" if getal.n is None else str(getal.n),
        *(
            cel(veld)
            for veld in (
                getal.stand,
                getal.gemaakt,
                "ja" if getal.bron.model else "nee",
                getal.bron.code,
                getal.bron.bron_url,
                getal.bronrij,
                getal.bron.licentie,
            )
        ),
    ]
