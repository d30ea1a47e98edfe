"""A formula whose outcome is not in the file is told by its cell; rows and columns keep the numbers that Excel shows."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import pytest
from openpyxl import Workbook

from kennisplatform.tekst import excel, formules, tabelbestand

KOP = {"naam", "aantal"}


def boek(cellen: dict[str, object], titel: str = "Lijst") -> bytes:
    werkboek = Workbook()
    blad = werkboek.active
    assert blad is not None
    blad.title = titel
    for adres, waarde in cellen.items():
        blad[adres] = waarde
    uit = io.BytesIO()
    werkboek.save(uit)
    return uit.getvalue()


def herschreven(rauw: bytes, *wissels: tuple[bytes, bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(rauw)) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for naam in oud.namelist():
            inhoud = oud.read(naam)
            for van, naar in wissels if naam.startswith("xl/worksheets/") else ():
                assert van in inhoud, inhoud
                inhoud = inhoud.replace(van, naar)
            nieuw.writestr(naam, inhoud)
    return uit.getvalue()


def is_kop(rij: Sequence[str]) -> bool:
    return set(rij) >= KOP


def lees(rauw: bytes) -> list[list[str]]:
    return [list(rij) for rij in tabelbestand.lees(rauw, is_kop=is_kop, meeste=50)]


def stroom(rauw: bytes) -> list[tuple[int, list[object]]]:
    tabel = tabelbestand.stroom(rauw, is_kop=is_kop)
    assert tabel
    return list(tabel.rijen)


TABEL = {"A1": "naam", "B1": "aantal", "A2": "Noord", "B2": 3, "A3": "Zuid", "B3": "=B2*2"}


@pytest.mark.parametrize("doe", [lees, stroom])
def test_a_formula_without_its_outcome_is_told_by_cell(doe: object) -> None:
    with pytest.raises(tabelbestand.Tabelfout, match=r"^In cel B3 staat een formule .* Open het in Excel, bewaar het"):
        doe(boek(TABEL))  # type: ignore[operator]
    laatste = {
        k: v for k, v in TABEL.items() if k != "B2"
    }  # the whole column has no value, so the library leaves it out
    with pytest.raises(tabelbestand.Tabelfout, match="In cel B3 staat"):
        doe(boek(laatste))  # type: ignore[operator]


def test_several_are_named_and_the_rest_counted() -> None:
    veel = {
        "A1": "naam",
        "B1": "aantal",
        **{f"A{n}": "x" for n in range(2, 9)},
        **{f"B{n}": "=1+1" for n in range(2, 9)},
    }
    with pytest.raises(tabelbestand.Tabelfout, match="In cel B2, B3, B4 en nog 4 staat een formule"):
        lees(boek(veel))


def test_one_with_its_outcome_or_beside_the_list_is_no_trouble() -> None:
    ernaast = boek({**TABEL, "B3": 6, "F2": "=SUM(B2:B3)", "F40": "=1"})
    assert [rij[:2] for rij in lees(ernaast)[:3]] == [["naam", "aantal"], ["Noord", "3"], ["Zuid", "6"]]
    met = herschreven(boek(TABEL), (b"<f>B2*2</f><v></v>", b"<f>B2*2</f><v>6</v>"))
    assert lees(met)[2] == ["Zuid", "6"]


def test_an_empty_text_is_an_outcome_and_a_cell_may_leave_out_its_address() -> None:
    leeg = herschreven(boek(TABEL), (b'<c r="B3">', b'<c r="B3" t="str">'))
    assert lees(leeg)[2] == ["Zuid", ""]
    zonder = herschreven(boek(TABEL), (b' r="B3"', b""), (b' r="A3"', b""), (b'<row r="3"', b"<row"))
    assert formules.te_melden(zonder) == {"Lijst": {2: {1: "#FORMULE!B3"}}}


def test_empty_rows_above_and_columns_before_keep_their_numbers() -> None:
    rauw = boek({"C3": "naam", "D3": "aantal", "C5": "Noord", "D5": 3})
    assert stroom(rauw) == [(5, ["", "", "Noord", 3.0])]
    assert [rij.nummer for rij in tabelbestand.lees(rauw, is_kop=is_kop, meeste=5)] == [3, 5]
    assert [blad.boven for blad in excel.Werkbladen(rauw)] == [2]


@pytest.mark.parametrize(("kolom", "nummer"), [("A", 0), ("Z", 25), ("AA", 26), ("XFD", 16383)])
def test_columns_have_letters(kolom: str, nummer: int) -> None:
    assert formules.nummer_van(kolom) == nummer and formules.letters(nummer) == kolom


@pytest.mark.parametrize("rauw", [b"", b"PK\x03\x04kapot", b"naam;aantal\n"])
def test_what_is_no_workbook_has_none(rauw: bytes) -> None:
    assert formules.te_melden(rauw) == {}


def test_an_error_of_excel_is_read_as_what_it_shows() -> None:
    """A search that found nothing: the reader gives an empty cell, and the number would be missed by nobody."""
    rauw = herschreven(boek({**TABEL, "B3": 6}), (b'<c r="B3" t="n"><v>6</v>', b'<c r="B3" t="e"><f>B9</f><v>#N/A</v>'))
    assert lees(rauw)[2] == ["Zuid", "#N/A"] and tabelbestand.REKENFOUT.fullmatch("#N/A")


def test_spaces_before_quotes_are_nobody_s_words() -> None:
    assert lees(b'naam; "aantal"\r\n"Zuid; aan zee"; "6"\r\n') == [["naam", "aantal"], ["Zuid; aan zee", "6"]]


def test_a_percentage_is_read_as_it_is_seen() -> None:
    """Excel holds .57 for what it shows as 57%, and a figure of 57 would become .57 without a word."""
    werkboek = Workbook()
    blad = werkboek.active
    assert blad is not None
    vormen = {"B2": "0%", "B3": "0.00%", "B4": '0.0"%"', "B5": "0.0\\ %", "B6": "General"}
    for nummer, naam in enumerate(["naam", "een", "twee", "drie", "vier", "vijf"], 1):
        blad[f"A{nummer}"] = naam
    blad["B1"] = "aantal"
    for adres, vorm in vormen.items():
        blad[adres] = 0.5731
        blad[adres].number_format = vorm
    uit = io.BytesIO()
    werkboek.save(uit)
    assert [rij[1] for rij in lees(uit.getvalue())[1:]] == ["57,31%", "57,31%", "0,5731", "57,31%", "0,5731"]
