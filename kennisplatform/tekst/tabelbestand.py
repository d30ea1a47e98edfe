"""Rows out of a file as people make them: Excel in its kinds, CSV as Excel and others write it.

The rows begin with the line of column names, wherever that stands: under a title, on the second sheet, after `sep=;`.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, Final

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from kennisplatform.tekst import bestandssoort, schoon

KOP_BINNEN: Final = 15  # lines within which the column names stand
KOLOMMEN: Final = 60
VEEL: Final = 4  # rows as wide as their head, before a shorter one says something
_OUD: Final = b"\xd0\xcf\x11\xe0"  # Excel of before 2007, or a file with a password
_SLOT: Final = "EncryptedPackage".encode("utf-16-le")
# How a whole number looks after a detour; '1.000' is no 1, but a thousand.
_GEHEEL: Final = re.compile(r"(?!\d{1,3}(?:\.000)+$)\d+\.0+|\d(?:\.\d+)?[eE]\+?\d{1,2}")
_VOETNOOT: Final = re.compile(
    r"(bron(nen)?|toelichting|noten?|copyright|peildatum|laatst gewijzigd)\b|©", re.IGNORECASE
)
Rijen = list[list[str]]
IsKop = Callable[[list[str]], bool]


class Tabelfout(Exception):
    """This file can't be read; says what it is and what to do."""


def lees(rauw: bytes, *, is_kop: IsKop, meeste: int) -> Rijen:
    """From the first line for which `is_kop`, at most `meeste` rows below it and one to notice. Without one: what stands
    there first, for the caller to say what is missing. Empty lines are left out. Raises Tabelfout.
    """
    eerste: Rijen = []
    for blad in _bladen(rauw, meeste + KOP_BINNEN + 2):
        rijen = [rij for rij in blad if any(rij)]
        for nummer, rij in enumerate(rijen[:KOP_BINNEN]):
            if is_kop(rij):
                return rijen[nummer : nummer + meeste + 2]
        eerste = eerste or rijen
    return eerste


@dataclass(frozen=True)
class Tabelstroom:
    """A file too wide or too long to hold as cleaned text: each row with its line, cells as they stand there. Who wants
    one reads it with `cel`.
    """

    kop: list[str]
    rijen: Iterator[tuple[int, list[Any]]]


def stroom(rauw: bytes, *, is_kop: IsKop) -> Tabelstroom | None:
    """Row by row from the first line for which `is_kop`; None without one. Raises Tabelfout, also while it is read."""
    if rauw.startswith(_OUD) or rauw.startswith(b"PK\x03\x04"):
        bladen: Iterator[Iterator[tuple[int, list[Any]]]] = _excelstromen(rauw)
    else:
        bladen = iter([_tekststroom(rauw)])
    for blad in bladen:
        for nummer, rij in islice(blad, KOP_BINNEN):
            kop = [cel(waarde) for waarde in rij]
            if is_kop(kop):
                return Tabelstroom(kop, ((n, r) for n, r in blad if n > nummer and any(r) and not _is_voetnoot(r)))
    return None


def _is_voetnoot(rij: list[Any]) -> bool:
    """What StatLine and others write below their rows, in one cell: 'Bron: CBS'."""
    gevuld = [waarde for waarde in rij if waarde not in (None, "")]
    return len(gevuld) == 1 and isinstance(gevuld[0], str) and bool(_VOETNOOT.match(gevuld[0].lstrip()))


def _excelstromen(rauw: bytes) -> Iterator[Iterator[tuple[int, list[Any]]]]:
    for rijen in _excelbladen(rauw):
        yield enumerate(rijen, 1)


def _tekststroom(rauw: bytes) -> Iterator[tuple[int, list[Any]]]:
    tekst = _ontcijfer(rauw)
    regels = io.StringIO(tekst, newline=None)
    eerste = list(islice(regels, KOP_BINNEN))
    scheiding = max(";\t,", key="".join(eerste).count)
    lezer = csv.reader(chain(eerste, regels), delimiter=scheiding)
    try:
        yield from _heel((lezer.line_num, list(rij)) for rij in lezer)
    except csv.Error as fout:
        raise Tabelfout(_("Deze lijst kunnen wij niet lezen: staat er ergens een aanhalingsteken los?")) from fout


def _heel(rijen: Iterator[tuple[int, list[Any]]]) -> Iterator[tuple[int, list[Any]]]:
    """Raises Tabelfout where of many rows only the last is shorter: the file was cut off while it was fetched. (Excel
    leaves out empty cells at the end of rows, but of more than the last.)
    """
    breed, vol, kort, vaker = 0, 0, 0, False
    for nummer, rij in rijen:
        yield nummer, rij
        if not any(rij) or _is_voetnoot(rij):
            continue
        vaker |= bool(kort)
        kort = nummer if len(rij) < breed else 0
        vol = vol + (len(rij) == breed) if len(rij) <= breed else 1
        breed = max(breed, len(rij))
    if kort and not vaker and vol >= VEEL:
        raise Tabelfout(
            _("Dit bestand houdt op midden in rij %(n)s. Haal het opnieuw op, en kies het nog eens.") % {"n": kort}
        )


def _bladen(rauw: bytes, meeste: int) -> Iterator[Rijen]:
    _geen_oud_excel(rauw)
    if rauw.startswith(b"PK\x03\x04"):
        yield from _uit_excel(rauw, meeste)
    else:
        yield _uit_tekst(rauw)


def _uit_excel(rauw: bytes, meeste: int) -> Iterator[Rijen]:
    for rijen in _excelbladen(rauw, meeste):
        yield [[cel(waarde) for waarde in rij[:KOLOMMEN]] for rij in rijen]


def _excelbladen(rauw: bytes, meeste: int | None = None) -> Iterator[Iterator[list[Any]]]:
    """Rows of the visible sheets, in their order."""
    _geen_oud_excel(rauw)
    try:
        if bestandssoort.soort(io.BytesIO(rauw)) is bestandssoort.Bestandssoort.BOM:
            raise Tabelfout(_("Dit Excelbestand is te groot. Neem alleen de kolommen die nodig zijn."))
        boek = CalamineWorkbook.from_filelike(io.BytesIO(rauw))
        for naam in [blad.name for blad in boek.sheets_metadata if _leesbaar(blad)]:
            yield iter(boek.get_sheet_by_name(naam).to_python(nrows=meeste))
    except CalamineError as fout:
        raise Tabelfout(
            _("Dit Excelbestand kunnen wij niet lezen. Bewaar het opnieuw als .xlsx, of als CSV.")
        ) from fout


def _geen_oud_excel(rauw: bytes) -> None:
    if rauw.startswith(_OUD):
        raise Tabelfout(
            _("Op dit bestand zit een wachtwoord. Haal dat er in Excel af (Bestand, Info) en stuur het opnieuw.")
            if _SLOT in rauw
            else _("Dit is een bestand van Excel van vóór 2007 (.xls). Kies in Excel ‘Opslaan als’ en dan .xlsx.")
        )


def _leesbaar(blad: Any) -> bool:
    return blad.visible == SheetVisibleEnum.Visible and blad.typ == SheetTypeEnum.WorkSheet


def _uit_tekst(rauw: bytes) -> Rijen:
    return uit_regels(_ontcijfer(rauw))


def _ontcijfer(rauw: bytes) -> str:
    """UTF-16 is Excel's 'Unicode-tekst'; what is no UTF-8 is Windows."""
    if rauw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return rauw.decode("utf-16", "replace")
    if zonder_merk := bestandssoort.utf16_zonder_merk(rauw):
        return rauw.decode(zonder_merk, "replace")
    if b"\x00" in rauw and bestandssoort.soort(io.BytesIO(rauw)) is not bestandssoort.Bestandssoort.TEKST:
        raise Tabelfout(_("Dit is geen lijst. Stuur een Excelbestand (.xlsx) of CSV."))
    rauw = rauw.replace(b"\x00", b"")  # a stray one: no letter in any of what follows
    try:
        return rauw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return rauw.decode("cp1252", "replace")


def uit_regels(tekst: str) -> Rijen:
    """Pasted or read: cells between `;`, tabs or commas, whichever the first lines have most. Raises Tabelfout."""
    tekst = tekst.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    eerste, _nieuw, rest = tekst.partition("\n")
    if zegt := re.fullmatch(r'"?sep=(.)"?', eerste.strip(), re.IGNORECASE):
        scheiding, tekst = zegt[1], rest
    elif eerste.strip().lower() == "sep=":  # a tab, that was stripped
        scheiding, tekst = "\t", rest
    else:
        scheiding = max(";\t,", key="\n".join(tekst.split("\n")[:KOP_BINNEN]).count)
    try:
        rijen = list(csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding))
    except csv.Error as fout:
        raise Tabelfout(_("Deze lijst kunnen wij niet lezen: staat er ergens een aanhalingsteken los?")) from fout
    return [[cel(waarde) for waarde in rij[:KOLOMMEN]] for rij in rijen]


def cel(waarde: object) -> str:
    """As a reader sees it: '100', not '100.0'; 1,25 with a comma, so that it can't be taken for thousands; a day as
    2026-11-28; one space between words.
    """
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return _("ja") if waarde else _("nee")
    if isinstance(waarde, float):
        return _kommagetal(waarde)
    if isinstance(waarde, dt.datetime) and waarde.time() == dt.time():
        return waarde.date().isoformat()
    tekst = " ".join(schoon.regel(str(waarde)).split())
    if _GEHEEL.fullmatch(tekst) and float(tekst).is_integer():
        return str(int(float(tekst)))
    return tekst


def _kommagetal(waarde: float) -> str:
    if waarde.is_integer():
        return str(int(waarde))
    return str(waarde).replace(".", ",") if math.isfinite(waarde) else ""
