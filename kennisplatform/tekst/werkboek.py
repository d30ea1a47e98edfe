"""Rows as a spreadsheet for people: a bold head, columns that can be read, text that is never computed."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from kennisplatform.tekst import schoon
from kennisplatform.tekst.uitgang import cel

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BREEDTE: Final = 28
A4: Final = "9"  # as Excel numbers its papers
NAAM_MAX: Final = 31  # of a sheet, in Excel
VERBODEN: Final = str.maketrans(dict.fromkeys("[]:*?/\\", " "))  # in the name of a sheet
BEDRAG: Final = "#,##0.00"  # in each reader's own signs: '1.234,50' here
DAG: Final = "DD-MM-YYYY"


@dataclass(frozen=True)
class Formule:
    """Of ours: it is computed. Words of somebody never are."""

    tekst: str


@dataclass(frozen=True)
class Rekenblad:
    """`breedtes`: of its columns, where not all are alike; `vast`: what is right of and below this cell scrolls."""

    naam: str
    koppen: Sequence[str]
    rijen: Iterable[Sequence[Any]]
    breedtes: Sequence[int] = ()
    vast: str = "A2"


def werkboek(*bladen: Rekenblad) -> bytes:
    """Days and numbers stay what they are; a tuple is lines in one cell."""
    boek = Workbook(write_only=True)
    for een in bladen:
        blad = boek.create_sheet(bladnaam(een.naam))
        blad.freeze_panes = een.vast
        _op_papier(blad)
        for nummer, breed in enumerate(een.breedtes or [BREEDTE] * len(een.koppen), 1):
            blad.column_dimensions[get_column_letter(nummer)].width = breed
        blad.append(list(_vet(blad, map(cel, een.koppen))))
        for rij in een.rijen:
            blad.append([_waarde(blad, w) for w in rij])
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _op_papier(blad: Any) -> None:
    """All columns beside each other on A4, their heads on each page: else half a table comes out of the printer."""
    blad.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    blad.page_setup.orientation, blad.page_setup.paperSize = "landscape", A4
    blad.page_setup.fitToWidth, blad.page_setup.fitToHeight = 1, 0
    blad.print_title_rows = "1:1"


def bladnaam(naam: str) -> str:
    """What Excel takes as the name of a sheet; of a neighbourhood it may be anything."""
    return schoon.regel(naam).translate(VERBODEN)[:NAAM_MAX].strip(" '") or "1"


def _waarde(blad: Any, w: Any) -> Any:
    if isinstance(w, Formule):
        return w.tekst
    if isinstance(w, Decimal | dt.date):
        vak = WriteOnlyCell(blad, w)
        vak.number_format = BEDRAG if isinstance(w, Decimal) else DAG
        return vak
    if isinstance(w, tuple):
        vak = WriteOnlyCell(blad, cel_met_regels(w))
        vak.alignment = Alignment(wrap_text=True, vertical="top")
        return vak
    return w if isinstance(w, int | float) else cel(w)


def cel_met_regels(regels: Iterable[object]) -> str:
    """Each line by itself is text that is never computed."""
    return "\n".join(cel(regel) for regel in regels)


def _vet(blad: Any, koppen: Iterable[str]) -> Iterator[Any]:
    for kop in koppen:
        vak = WriteOnlyCell(blad, kop)
        vak.font = Font(bold=True)
        yield vak
