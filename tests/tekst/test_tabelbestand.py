"""Lists of neighbourhoods in the files that people make: each is read, or named with what to do."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kennisplatform.register import invoer
from kennisplatform.tekst import bestandssoort, celtekst, tabelbestand

KOP = ["cbs_code", "naam", "gemeente", "partner", "cohort"]
RIJ = ["BU09990001", "Proefwijk Noord", "Proefstad", "Zorggroep Proef", 100]
GELEZEN = [KOP, ["BU09990001", "Proefwijk Noord", "Proefstad", "Zorggroep Proef", "100"]]
REGELS = "\r\n".join(";".join(rij) for rij in GELEZEN)


def boek(*bladen: tuple[str, list[list[object]]], verborgen: tuple[str, ...] = ()) -> bytes:
    wb = openpyxl.Workbook()
    wb.remove(wb.active)
    for naam, rijen in bladen:
        blad = wb.create_sheet(naam)
        for rij in rijen:
            blad.append(rij)
        blad.sheet_state = "hidden" if naam in verborgen else "visible"
    uit = io.BytesIO()
    wb.save(uit)
    return uit.getvalue()


def anders(xlsx: bytes, vervang: Callable[[str, str], str]) -> bytes:
    """The file with its parts rewritten: `vervang(name of the part, text)`."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx)) as van, zipfile.ZipFile(uit, "w") as naar:
        for deel in van.namelist():
            inhoud = van.read(deel)
            naar.writestr(deel, vervang(deel, inhoud.decode()) if deel.endswith(("xml", "rels")) else inhoud)
    return uit.getvalue()


def verkeerde_maat(deel: str, tekst: str) -> str:
    return re.sub(r'<dimension ref="[^"]+"', '<dimension ref="A1"', tekst)


def strikt(deel: str, tekst: str) -> str:
    tekst = tekst.replace(
        "schemas.openxmlformats.org/spreadsheetml/2006/main", "purl.oclc.org/ooxml/spreadsheetml/main"
    )
    return tekst.replace(
        "schemas.openxmlformats.org/officeDocument/2006/relationships",
        "purl.oclc.org/ooxml/officeDocument/relationships",
    )


GOED = boek(("Buurten", [KOP, RIJ]))


@pytest.mark.parametrize(
    "rauw",
    [
        pytest.param(GOED, id="as it should be"),
        pytest.param(anders(GOED, verkeerde_maat), id="says that it is one cell"),
        pytest.param(anders(GOED, strikt), id="strict"),
        pytest.param(boek(("Uitleg", [["Vul blad 2 in"]]), ("Buurten", [KOP, RIJ])), id="explanation first"),
        pytest.param(boek(("Oud", [KOP, ["x"] * 5]), ("Nieuw", [KOP, RIJ]), verborgen=("Oud",)), id="hidden first"),
        pytest.param(boek(("Buurten", [["Onze buurten 2026"], [], KOP, [], RIJ])), id="a title above"),
        pytest.param(boek(("Buurten", [KOP, [*RIJ[:4], 100.0]])), id="100.0"),
        pytest.param(boek(("Buurten", [KOP, [*RIJ[:4], "1.0E2"]])), id="1.0E2"),
        pytest.param(REGELS.encode(), id="csv"),
        pytest.param(f"sep=;\r\n{REGELS}".encode(), id="sep="),
        pytest.param(REGELS.replace(";", ",").encode("utf-8-sig"), id="commas and a mark"),
        pytest.param(REGELS.replace(";", "\t").encode("utf-16"), id="Unicode text"),
        pytest.param(REGELS.replace("\r\n", "\r").encode(), id="line ends of an old Mac"),
        pytest.param(REGELS.replace("100", "100.0").encode("cp1252"), id="Windows"),
        pytest.param(("Een titel" + ", met veel komma’s" * 20 + "\r\n" + REGELS).encode(), id="a title full of commas"),
        pytest.param(REGELS.replace(";", "|").encode(), id="bars"),
        pytest.param(REGELS.replace("BU09990001", '="BU09990001"').encode(), id="as text, as programs force it"),
        pytest.param(boek(("Buurten", [*[[f"Uitleg {n}"] for n in range(20)], KOP, RIJ])), id="twenty lines above"),
    ],
)
def test_the_same_list_in_every_shape(rauw: bytes) -> None:
    assert tabelbestand.lees(rauw, is_kop=invoer.is_kop, meeste=10) == GELEZEN


@pytest.mark.parametrize(
    ("rauw", "zegt"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 500, "vóór 2007"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (b"PK\x03\x04 kapot", "niet lezen"),
        (GOED[:-300], "niet lezen"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "geen lijst"),
        (b'naam;"los\r\n' + b"x" * 200_000, "aanhalingsteken"),
    ],
)
def test_what_can_not_be_read_is_named(rauw: bytes, zegt: str) -> None:
    with pytest.raises(tabelbestand.Tabelfout, match=zegt):
        tabelbestand.lees(rauw, is_kop=invoer.is_kop, meeste=10)


def test_a_cell_left_behind_far_away_ends_no_one_else() -> None:
    """The library asks room for all between: half a terabyte, and it ended the process that asked."""
    ver = openpyxl.Workbook()
    for rij in (KOP, RIJ):
        ver.active.append(rij)
    ver.active.cell(1_048_576, 16_384).value = " "
    uit = io.BytesIO()
    ver.save(uit)
    with pytest.raises(tabelbestand.Tabelfout, match=r"Ctrl\+End"):
        tabelbestand.lees(uit.getvalue(), is_kop=invoer.is_kop, meeste=10)
    uiteen = anders(GOED, lambda _deel, tekst: tekst.replace('r="E2"', 'r="ZZZZZZZZZ2"'))
    with pytest.raises(tabelbestand.Tabelfout):
        tabelbestand.lees(uiteen, is_kop=invoer.is_kop, meeste=10)


@pytest.mark.parametrize(
    ("naam", "codering"),
    [
        ("Caféwijk ’s-Graveland", "cp1252"),
        ("Caféwijk, Indië en Curaçao", "mac_roman"),
        ("Caféwijk, Indië en Curaçao", "cp850"),
        ("Šibenikplein", "cp1252"),
        ("Öresundstraat", "cp1252"),
        ("Bank € 12,50 – 30°", "cp1252"),
    ],
)
def test_letters_stay_themselves_in_every_text_that_excel_writes(naam: str, codering: str) -> None:
    rauw = REGELS.replace("Proefwijk Noord", f'"{naam}"').encode(codering)
    assert tabelbestand.lees(rauw, is_kop=invoer.is_kop, meeste=10)[1][1] == naam


def test_one_line_of_windows_does_not_spoil_the_others() -> None:
    rauw = REGELS.replace("Noord", "Café").encode() + b"\r\nBU09990002;Wijk Br\xeda;Proefstad;Zorggroep Proef;100"
    namen = [rij[1] for rij in tabelbestand.lees(rauw, is_kop=invoer.is_kop, meeste=10)[1:]]
    assert namen == ["Proefwijk Café", "Wijk Bría"]


@pytest.mark.django_db
def test_what_people_add_to_a_column_name_is_not_its_name() -> None:
    rijen = invoer.lees("CBS-code:;Naam *; Gemeente.;Zorgorganisatie:\nBU09990001;Wijk;Stad;Zorg")
    assert rijen[0].waarden == {"cbs_code": "BU09990001", "naam": "Wijk", "gemeente": "Stad", "partner": "Zorg"}


def test_a_small_file_that_unpacks_to_gigabytes_is_refused() -> None:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pak:
        pak.writestr("xl/worksheets/sheet1.xml", b"0" * (bestandssoort.UITGEPAKT + 1))
    with pytest.raises(tabelbestand.Tabelfout, match="te groot"):
        tabelbestand.lees(uit.getvalue(), is_kop=invoer.is_kop, meeste=10)


@pytest.mark.parametrize(
    ("waarde", "cel"),
    [
        (None, ""),
        (3.0, "3"),
        (3.5, "3,5"),
        (True, "ja"),
        (dt.datetime(2026, 11, 28), "2026-11-28"),
        (dt.date(2026, 11, 28), "2026-11-28"),
        ("  twee \x0b woorden\u200b ", "twee woorden"),
        ("0800-2000", "0800-2000"),
        ("007", "007"),
    ],
)
def test_a_cell_as_a_reader_sees_it(waarde: object, cel: str) -> None:
    assert celtekst.cel(waarde) == cel


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("regels", "dubbel"),
    [
        (["BU09990001;Wijk Noord;Stad;Zorg", ";Wijk Noord;Stad;Zorg"], True),
        ([";Wijk Noord;Stad;Zorg", "BU09990001;wijk noord;STAD;Zorg"], True),
        ([";Cafe\u0301wijk;Stad;Zorg", ";Caféwijk;Stad;Zorg"], True),
        ([";Wijk\xa0 Noord;Stad;Zorg", ";Wijk Noord;Stad;Zorg"], True),
        (["BU09990001;Cafe\u0301wijk;Stad;Zorg", "BU09990002;Caféwijk;Stad;Zorg"], True),
        (["BU09990001;Centrum;Stad;Zorg", "BU09990001;Centrum-Oost;Stad;Zorg"], True),
        (["BU09990001;Centrum;Stad;Zorg", "BU09990002;Centrum-Oost;Stad;Zorg"], False),
        ([";Centrum;Stad;Zorg", ";Centrum;Dorp;Zorg"], False),
    ],
)
def test_one_neighbourhood_stands_in_a_list_once(regels: list[str], dubbel: bool) -> None:
    rijen = invoer.lees("\n".join(["cbs_code;naam;gemeente;partner", *regels]))
    assert ("naam" in rijen[1].fouten) is dubbel, rijen[1].fouten
    assert "naam" not in rijen[0].fouten


@pytest.mark.django_db
def test_a_file_comes_back_as_lines_to_mend() -> None:
    bestand = SimpleUploadedFile("lijst.xlsx", boek(("Buurten", [["Titel"], KOP, [*RIJ[:4], "geen getal"]])))
    tekst, _weg = invoer.tekst_uit(bestand)
    assert tekst.startswith("cbs_code;naam") and "geen getal" in tekst
    assert invoer.lees(tekst)[0].fouten.keys() == {"cohort"}


@pytest.mark.parametrize("codering", ["utf-16-le", "utf-16-be"])
def test_text_of_windows_without_its_mark_is_text(codering: str) -> None:
    rauw = REGELS.encode(codering)
    assert bestandssoort.soort(io.BytesIO(rauw)) is bestandssoort.Bestandssoort.TEKST
    assert tabelbestand.lees(rauw, is_kop=invoer.is_kop, meeste=10) == GELEZEN


def test_a_stray_zero_is_left_out_and_a_file_of_zeros_is_no_list() -> None:
    rauw = REGELS.replace("Noord", "No\x00ord").encode()
    assert bestandssoort.soort(io.BytesIO(rauw)) is bestandssoort.Bestandssoort.TEKST
    assert tabelbestand.lees(rauw, is_kop=invoer.is_kop, meeste=10) == GELEZEN
    for geen in (b"\x00" * 500, b"\x01\x02\x00" * 200, b"naam;\x00\x00\x00\x00\x00\x00"):
        assert bestandssoort.soort(io.BytesIO(geen)) is bestandssoort.Bestandssoort.ONBEKEND
        with pytest.raises(tabelbestand.Tabelfout):
            tabelbestand.lees(geen, is_kop=invoer.is_kop, meeste=10)


@pytest.mark.parametrize(
    ("inhoud", "naam"),
    [
        (b"naam;code\nCaf+AOk- +-1;7\n", "Café +1"),
        (b"naam;code\njan+werk-thuis@x.nl +abc-;7\n", "jan+werk-thuis@x.nl +abc-"),
        (b"naam;code\n+31-6-12;7\n", "+31-6-12"),
    ],
)
def test_what_a_mail_program_sends_in_seven_bits(inhoud: bytes, naam: str) -> None:
    """'Caf+AOk-' was the name of a neighbourhood."""
    assert tabelbestand.lees(inhoud, is_kop=lambda rij: "naam" in rij, meeste=5)[1][0] == naam


@pytest.mark.parametrize(
    "inhoud",
    [
        b'[{"naam": "a"}]',
        b' {"naam":\n"a"}',
        b'[\n  {\n "naam": "a"}]',
        b'{"naam": 1}\n{"naam": 2}\n',
        b'[["naam"],["a"]]',
    ],
)
def test_a_list_for_programs_is_called_that(inhoud: bytes) -> None:
    with pytest.raises(tabelbestand.Tabelfout, match="JSON"):
        tabelbestand.lees(inhoud, is_kop=lambda rij: "naam" in rij, meeste=5)


def test_a_head_with_brackets_is_a_head() -> None:
    assert tabelbestand.lees(b"[naam];{code}\na;b\n", is_kop=lambda rij: "[naam]" in rij, meeste=5)[1] == ["a", "b"]


def test_hours_past_a_day_are_hours() -> None:
    """A cell that Excel shows as 30:00 was read as '1 day, 6:00:00'."""
    boek = openpyxl.Workbook()
    boek.active.append(["naam", "uren"])
    boek.active.append(["a", dt.timedelta(hours=30)])
    boek.active.append(["b", dt.timedelta(hours=127, minutes=5, seconds=9)])
    uit = io.BytesIO()
    boek.save(uit)
    rijen = tabelbestand.lees(uit.getvalue(), is_kop=lambda rij: "naam" in rij, meeste=5)
    assert [rij[1] for rij in rijen[1:]] == ["30:00", "127:05:09"]


def test_a_list_on_two_sheets_is_told_and_not_halved() -> None:
    """The second one was left out without a word: a year of figures, or the neighbourhoods of another municipality."""
    rijen: list[list[object]] = [list(KOP), list(RIJ)]
    met_toelichting = boek(("Lees mij", [["Uitleg"]]), ("Noord", rijen), ("Legenda", [["code", "wat"]]))
    twee = boek(("Noord", rijen), ("Zuid", [["Zuid"], *rijen]))
    assert tabelbestand.lees(met_toelichting, is_kop=invoer.is_kop, meeste=9) == GELEZEN
    assert tabelbestand.lees(boek(("N", rijen), ("Oud", rijen), verborgen=("Oud",)), is_kop=invoer.is_kop, meeste=9)
    with pytest.raises(tabelbestand.Tabelfout, match="op nog een blad"):
        tabelbestand.lees(twee, is_kop=invoer.is_kop, meeste=9)
    stroom = tabelbestand.stroom(met_toelichting, is_kop=invoer.is_kop)
    assert stroom and len(list(stroom.rijen)) == 1
    stroom = tabelbestand.stroom(twee, is_kop=invoer.is_kop)
    with pytest.raises(tabelbestand.Tabelfout, match="op nog een blad"):
        list(stroom.rijen if stroom else [])
