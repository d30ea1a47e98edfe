"""Addresses as they are pasted: what stands around them falls away, what is none is refused as it was typed."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms

from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.netwerken import gastenlijst


class Formulier(Duidelijk, forms.Form):
    mail = forms.EmailField(required=False)
    web = forms.URLField(required=False, assume_scheme="https")


@pytest.mark.parametrize(
    "tekst",
    [
        "jan@zorg.nl",
        " jan@zorg.nl ",
        "mailto:jan@zorg.nl",
        "MAILTO:jan@zorg.nl",
        "mailto:jan@zorg.nl?subject=Uitnodiging",
        "<jan@zorg.nl>",
        "Jan Jansen <jan@zorg.nl>",
        '"Jansen, Jan" <jan@zorg.nl>;',
        "jan@zorg.nl;",
        "jan@zorg.nl.",
        "‘jan@zorg.nl’",
        "jan @zorg.nl",
        "jan\u200b@zorg.nl",
        "\ufeffjan@zorg.nl",
        "jan＠zorg.nl",
    ],
)
def test_a_mail_address(tekst: str) -> None:
    f = Formulier({"mail": tekst})
    assert f.is_valid(), f.errors
    assert f.cleaned_data["mail"] == "jan@zorg.nl"


@pytest.mark.parametrize(
    "tekst",
    ["jan", "jan@", "@zorg.nl", "jan@zorg,nl", "jan jansen", "Jan <jan>", "l\u0131d@zorg.nl", "\u017fam@zorg.nl"],
)
def test_what_is_no_mail_address_stays_in_its_box(tekst: str) -> None:
    f = Formulier({"mail": tekst})
    assert "Dit is geen e-mailadres" in str(f.errors["mail"])
    assert f["mail"].value() == tekst


@pytest.mark.parametrize(
    ("tekst", "adres"),
    [
        ("www.zorg.nl", "https://www.zorg.nl"),
        ("zorg.nl/wie?x=1", "https://zorg.nl/wie?x=1"),
        ("https//zorg.nl", "https://zorg.nl"),
        ("https:/zorg.nl", "https://zorg.nl"),
        ("https:zorg.nl", "https://zorg.nl"),
        ("http://zorg.nl/a", "http://zorg.nl/a"),
        ("<https://zorg.nl>", "https://zorg.nl"),
        ("(zie https://zorg.nl)", None),
        ("https://zorg.nl\u200b", "https://zorg.nl"),
        ("javascript:alert(1)", None),
        ("zorg", None),
    ],
)
def test_a_web_address(tekst: str, adres: str | None) -> None:
    f = Formulier({"web": tekst})
    assert f.is_valid() == (adres is not None), f.errors
    assert f.cleaned_data.get("web") == adres


@pytest.mark.parametrize(
    "regel",
    [
        "jan@zorg.nl; kartrekker; fysio, bij ZZG",
        "Jan Jansen <jan@zorg.nl>; kartrekker; fysio, bij ZZG",
        '"Jansen, Jan" <jan@zorg.nl>; kartrekker; fysio, bij ZZG',
        "<mailto:jan@zorg.nl>\tkartrekker\tfysio, bij ZZG",
        "jan@zorg.nl\tkartrekker\tfysio, bij ZZG",
    ],
)
def test_a_line_of_guests(regel: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def geen(**_velden: Any) -> None: ...

    monkeypatch.setattr(gastenlijst, "bezwaar_tegen", geen)
    monkeypatch.setattr(gastenlijst, "_rollen_per_adres", lambda _buurt: {})
    [rij] = gastenlijst.lees(regel, None, frozenset(Netwerkrol))  # type: ignore[arg-type]  # nothing is looked up
    assert rij.gast and (rij.gast.email, rij.gast.rol, rij.gast.functie) == (
        "jan@zorg.nl",
        Netwerkrol.KARTREKKER,
        "fysio, bij ZZG",
    ), rij.fout
