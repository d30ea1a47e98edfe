"""Rows that a file hides, and rows that a quote swallows: told, never without a word."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kennisplatform.tekst import tabelbestand
from tests import mensen
from tests.pagina import pagina

KOP = ["cbs_code", "naam", "gemeente", "partner"]
NAMEN = ["Noord", "Oost", "Zuid", "West"]
ADRES = "/register/invoeren/"


def is_kop(rij: list[str]) -> bool:
    return "naam" in rij


def boek(weg: tuple[int, ...], boven: int = 0) -> bytes:
    wb = openpyxl.Workbook()
    for _n in range(boven):
        wb.active.append(["een titel"])
    wb.active.append(KOP)
    for naam in NAMEN:
        wb.active.append(["", naam, "Proefstad", "Proefzorg"])
    wb.active.append([])
    for nummer in weg:
        wb.active.row_dimensions[nummer].hidden = True
    uit = io.BytesIO()
    wb.save(uit)
    return uit.getvalue()


def ods(inhoud: str) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pak:
        pak.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        pak.writestr("META-INF/manifest.xml", '<manifest:manifest xmlns:manifest="x"></manifest:manifest>')
        pak.writestr("content.xml", inhoud)
    return uit.getvalue()


def ods_rij(waarden: list[str], kenmerk: str = "") -> str:
    cellen = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{w}</text:p></table:table-cell>' for w in waarden
    )
    return f"<table:table-row{kenmerk}>{cellen}</table:table-row>"


ODS = ods(
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>'
    '<table:table table:name="R&amp;D">'
    + ods_rij(KOP)
    + ods_rij(["", "Noord", "Proefstad", "Proefzorg"])
    + ods_rij(["", "Oost", "Proefstad", "Proefzorg"], ' table:visibility="filter"')
    + ods_rij(["", "Zuid", "Proefstad", "Proefzorg"])
    + ods_rij([], ' table:number-rows-repeated="1000" table:visibility="collapse"')
    + "</table:table></office:spreadsheet></office:body></office:document-content>"
)


@pytest.mark.parametrize(
    ("rauw", "namen", "weg"),
    [
        pytest.param(boek(()), NAMEN, [], id="nothing is hidden"),
        pytest.param(boek((3, 5)), NAMEN, [3, 5], id="a filter"),
        pytest.param(boek((1, 2, 4, 7), boven=2), NAMEN, [4, 7], id="the title above is no row of ours"),
        pytest.param(boek((3, 6)), NAMEN, [3], id="nor is an empty one"),
        pytest.param(ODS, NAMEN[:3], [3], id="LibreOffice"),
    ],
)
def test_hidden_rows_are_counted(rauw: bytes, namen: list[str], weg: list[int]) -> None:
    rijen = tabelbestand.lees(rauw, is_kop=is_kop, meeste=9)
    assert [rij[1] for rij in rijen[1:]] == namen and [rij.nummer for rij in rijen[1:] if rij.verborgen] == weg
    stroom = tabelbestand.stroom(rauw, is_kop=is_kop)
    assert stroom and [rij[1] for _n, rij in stroom.rijen] == namen and stroom.verborgen == weg


@pytest.mark.django_db
@pytest.mark.parametrize(("weg", "zegt"), [((3, 5), "2 rijen verborgen"), ((3,), "één rij verborgen"), ((), "")])
def test_the_team_reads_what_was_hidden(client: Client, weg: tuple[int, ...], zegt: str) -> None:
    """They went in with the others, and nobody had seen them."""
    client.force_login(mensen.medewerker("transitieteam"))
    blad = pagina(client.post(ADRES, {"bestand": SimpleUploadedFile("lijst.xlsx", boek(weg))})).tekst("main")
    assert (zegt in blad and "rij 3" in blad) if zegt else "verborgen" not in blad


REGEL = ";{};Proefstad;Proefzorg"
GOED = [";".join(KOP), *map(REGEL.format, NAMEN)]


def met(naam: str, plek: int = 2) -> str:
    return "\n".join([*GOED[:plek], REGEL.format(naam), *GOED[plek:]])


def uit_lijst(tekst: str) -> list[str]:
    return [rij[1] for rij in tabelbestand.lees(tekst.encode(), is_kop=is_kop, meeste=90)[1:]]


def uit_stroom(tekst: str) -> list[str]:
    stroom = tabelbestand.stroom(tekst.encode(), is_kop=is_kop)
    return [rij[1] for _nummer, rij in stroom.rijen] if stroom else []


@pytest.mark.parametrize("lees", [uit_lijst, uit_stroom])
def test_a_quote_that_stays_open_is_told(lees: Callable[[str], list[str]]) -> None:
    """All below it went into one cell, and three neighbourhoods were gone without a word."""
    for tekst in (
        met('"Half'),
        met('"Half') + "\n",
        met('"Half').replace("Zuid", '"Zuid"'),  # the next one closes it
        met('"Half').replace("\n", "\r\n"),
    ):
        with pytest.raises(tabelbestand.Tabelfout, match="Op regel 3 begint een vak met een aanhalingsteken"):
            lees(tekst)
    with pytest.raises(tabelbestand.Tabelfout, match="Op regel 3 begint"):
        lees(met('"Half') + "\n;x;y;z" * 40_000)

    assert uit_lijst(met('"Half', plek=5))[-1] == "Half;Proefstad;Proefzorg"  # the last line takes nothing with it


@pytest.mark.parametrize("lees", [uit_lijst, uit_stroom])
@pytest.mark.parametrize(
    ("geschreven", "gelezen"),
    [
        ('"Half"', "Half"),
        ('5" buis', '5" buis'),
        ('"De ""Brug"""', 'De "Brug"'),
        ('"De Brug" wijk', "De Brug wijk"),
        ('"twee\nregels; met een punt"', "twee\nregels; met een punt"),
        ("'t Zand", "'t Zand"),
    ],
)
def test_a_quote_that_closes_is_read(lees: Callable[[str], list[str]], geschreven: str, gelezen: str) -> None:
    uit = lees(met(geschreven))
    assert [" ".join(naam.split()) for naam in uit] == ["Noord", " ".join(gelezen.split()), "Oost", "Zuid", "West"]


def test_a_broken_sheet_of_libreoffice_is_called_that() -> None:
    with pytest.raises(tabelbestand.Tabelfout, match="LibreOffice") as fout:
        tabelbestand.lees(ods("<office:document-content><kapot"), is_kop=is_kop, meeste=9)
    assert "Excelbestand" not in str(fout.value)
