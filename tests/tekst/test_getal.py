"""Numbers as people type them, in forms and in files."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django import forms

from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.tekst import tabelbestand
from kennisplatform.tekst.getal import kaal, twee_lezingen
from menukaart.begroting.inlezen import getal as begrotingsgetal


@pytest.mark.parametrize(
    ("tekst", "getal"),
    [
        ("12", "12"),
        ("12,5", "12.5"),
        ("\u202a12,5\u202c", "12.5"),  # from a telephone's list of contacts
        ("\ufeff€\u00a01\u202f250,50\u200b", "1250.50"),
        ("12.5", "12.5"),
        ("1250,50", "1250.50"),
        ("1.250,50", "1250.50"),
        ("1,250.50", "1250.50"),
        ("1.250", "1250"),
        ("12.500", "12500"),
        ("1.250.000", "1250000"),
        ("1,250,000", "1250000"),
        ("1 250", "1250"),
        ("1\u00a0250,5", "1250.5"),
        ("1\u202f250", "1250"),
        ("1'250", "1250"),
        ("€ 12", "12"),
        ("€1.250,-", "1250"),
        ("12,--", "12"),
        ("12,–", "12"),
        ("€ 12,50", "12.50"),
        ("12 euro", "12"),
        ("EUR 12", "12"),
        ("54,5 %", "54.5"),
        ("−3", "-3"),
        (" 7 ", "7"),
    ],
)
def test_read_as_meant(tekst: str, getal: str) -> None:
    assert kaal(tekst) == getal


@pytest.mark.parametrize(
    "tekst", ["", "twaalf", "1.25.0", "1,2,3", "12.34.567,8", "1.2345,6", "1,25.000,5", "12-13", "1e5", "€", "12,5,"]
)
def test_what_is_no_number_stays_what_it_was(tekst: str) -> None:
    assert kaal(tekst) == tekst


def test_a_place_on_the_map_has_no_thousands() -> None:
    assert kaal("52.125", duizenden=False) == "52.125"
    assert kaal("52,125", duizenden=False) == "52.125"


class Formulier(Duidelijk, forms.Form):
    geld = forms.DecimalField(max_digits=9, decimal_places=2, min_value=0, localize=True)
    mensen = forms.IntegerField(min_value=0, max_value=100_000)
    graden = forms.DecimalField(max_digits=9, decimal_places=6)


def test_a_form_takes_them() -> None:
    f = Formulier({"geld": "€ 1.250,50", "mensen": "4.350", "graden": "52,125"})
    assert f.is_valid(), f.errors
    assert [str(w) for w in f.cleaned_data.values()] == ["1250.50", "4350", "52.125"]


@pytest.mark.parametrize(("geld", "zegt"), [("1,2555", "cijfers achter de komma"), ("1.25.5", "Vul een getal in")])
def test_what_can_not_be_meant_is_asked_at_the_field_and_stays_there(geld: str, zegt: str) -> None:
    f = Formulier({"geld": geld, "mensen": "1", "graden": "5"})
    assert zegt in str(f.errors["geld"])
    assert f'value="{geld}"' in str(f["geld"])


@pytest.mark.parametrize(
    ("tekst", "heel", "klein"),
    [
        ("3,550", "3550", "3,55"),
        ("€ 12,000", "12000", "12"),
        ("-1,005", "-1005", "-1,005"),
        (" 125,500 euro", "125500", "125,5"),
    ],
)
def test_a_comma_before_three_digits_is_asked(tekst: str, heel: str, klein: str) -> None:
    """'3,550' went in as 3.55, and '3,000' people as three."""
    assert twee_lezingen(tekst) == (heel, klein)
    f = Formulier({"geld": tekst, "mensen": tekst, "graden": "5"})
    for naam in ("geld", "mensen"):
        assert f"kan {heel} zijn, en ook {klein}." in str(f.errors[naam]).replace("&#x27;", "'")
    with pytest.raises(ValueError, match=f"kan {heel} zijn"):
        begrotingsgetal(tekst)


@pytest.mark.parametrize("tekst", ["0,500", "1.250", "3,55", "3,5501", "1250,500", "1.250,500", "3,550,000", "twee"])
def test_what_can_be_read_in_one_way_is_not_asked(tekst: str) -> None:
    assert twee_lezingen(tekst) is None


def test_the_box_is_one_for_text_with_the_keys_of_numbers() -> None:
    geld, mensen = str(Formulier()["geld"]), str(Formulier()["mensen"])
    assert 'type="text"' in geld and 'inputmode="decimal"' in geld
    assert 'type="text"' in mensen and 'inputmode="numeric"' in mensen
    assert " min=" not in mensen and " max=" not in mensen


def boek(waarde: object) -> bytes:
    wb = openpyxl.Workbook()
    for rij in (["sleutel", "aantal"], ["a", waarde]):
        wb.active.append(rij)
    uit = io.BytesIO()
    wb.save(uit)
    return uit.getvalue()


@pytest.mark.parametrize(
    ("waarde", "cel", "getal"),
    [
        (1.25, "1,25", "1.25"),
        (1.234, "1,234", "1,234"),  # of which is asked what it is: never 1,234
        (100.0, "100", "100"),
        ("1.000", "1.000", "1000"),
        ("12.000", "12.000", "12000"),
        ("100.0", "100", "100"),
        ("100.00", "100", "100"),
    ],
)
def test_a_cell_of_a_spreadsheet_is_never_a_thousand_times_too_little_or_too_much(
    waarde: object, cel: str, getal: str
) -> None:
    rijen = tabelbestand.lees(boek(waarde), is_kop=lambda rij: "aantal" in rij, meeste=5)
    assert rijen[1][1] == cel
    assert kaal(cel) == getal
