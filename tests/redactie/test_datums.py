"""Days and times as Dutch people write them; what can't be read is refused, and never becomes today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django import forms
from django.test import Client
from wagtail.blocks import StreamBlock

from kennisplatform.basis import datums
from kennisplatform.basis.blocks import BronBlok
from kennisplatform.basis.datums import Daginvoer, Dagveld, Momentveld, Uurveld
from kennisplatform.feiten.models import Feit
from tests.pagina import pagina

DAG = dt.date(2027, 11, 1)


@pytest.mark.parametrize(
    "tekst",
    [
        "1-11-2027", "01-11-2027", "1/11/2027", "1/11/27", "1-11-27", "1.11.2027", "1 11 2027", "2027-11-01",
        "1 nov 2027", "1 nov. 2027", "1 november 2027", "1 November 2027", " 1  november  2027 ", "1nov2027",
        "1-nov-2027", "maandag 1 november 2027", "ma 1-11-2027", "1‑11‑2027", "1–11–2027", "1 november, 2027",
        "\u202a1-11-2027\u202c", "\ufeff1-11-2027\u200b", "1\u00a0november\u202f2027",
    ],
)  # fmt: skip  # a list of ways
def test_a_day(tekst: str) -> None:
    assert Dagveld().clean(tekst) == DAG


@pytest.mark.parametrize(
    "tekst", ["1-13-2027", "31-11-2027", "november 2027", "1-11", "morgen", "1 novem 2027", "0-0-0"]
)
def test_what_is_no_day_is_refused(tekst: str) -> None:
    with pytest.raises(forms.ValidationError, match="Deze datum begrijpen wij niet"):
        Dagveld().clean(tekst)


def test_months_in_short_and_in_full() -> None:
    korten = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
    for nummer, (lang, kort) in enumerate(zip(datums.MAANDEN, korten, strict=True), 1):
        assert {datums.lees_dag(f"2 {naam} 2027").month for naam in (lang, kort)} == {nummer}
    assert datums.lees_dag("2 sept 2027").month == 9 and datums.lees_dag("2 maa 2027").month == 3


@pytest.mark.parametrize(
    "tekst",
    [
        "1-12-2027 12.00", "1-12-2027 12:00", "1/12/27 12u00", "1 dec 2027 12.00", "1 december 2027, 12.00 uur",
        "1 december 2027 om 12 uur", "2027-12-01 12:00", "2027-12-01T12:00",
    ],
)  # fmt: skip  # a list of ways
def test_a_moment(tekst: str) -> None:
    assert Momentveld().clean(tekst).isoformat() == "2027-12-01T12:00:00+01:00"


def test_a_day_alone_is_its_beginning_and_nonsense_is_no_moment() -> None:
    assert Momentveld().clean("1-12-2027").isoformat() == "2027-12-01T00:00:00+01:00"
    for tekst in ("12.00", "straks", "1-12-2027 25.00", "1-12-2027 12.00 12.00", "1-12-2027 12"):
        with pytest.raises(forms.ValidationError):
            Momentveld().clean(tekst)


@pytest.mark.parametrize(
    "tekst", ["19.30", "19:30", "19u30", "19.30 uur", "om 19.30", "\u202a19∶30\u202c", "19.30\u00a0uur"]
)
def test_a_time(tekst: str) -> None:
    assert Uurveld().clean(tekst) == dt.time(19, 30)
    with pytest.raises(forms.ValidationError):
        Uurveld().clean("19")


def test_it_is_shown_back_in_words_and_a_mistake_as_it_was_typed() -> None:
    assert Daginvoer().format_value(DAG) == "1 november 2027"
    assert Daginvoer().format_value("1-13-2027") == "1-13-2027"


def test_a_day_in_a_block() -> None:
    blok = StreamBlock([("bron", BronBlok())])
    waarde = blok.to_python([{"type": "bron", "value": {"titel": "x", "datum": "2027-11-01"}}])
    assert blok.get_form_state(waarde)[0]["value"]["datum"] == "1 november 2027"
    assert blok.child_blocks["bron"].child_blocks["datum"].clean("1 nov 2027") == DAG


@pytest.mark.django_db
@pytest.mark.parametrize(("getypt", "bewaard"), [("1/11/27", DAG), ("1 november 2027", DAG), ("volgend jaar", None)])
def test_in_a_form_of_the_admin(als: Callable[[str], Client], getypt: str, bewaard: dt.date | None) -> None:
    feit, client = Feit.objects.get(naam="geldfit"), als("Eindredacteur")
    adres = f"/admin/snippets/feiten/feit/edit/{feit.pk}/"
    velden = pagina(client.get(adres)).velden("form[data-edit-form]")
    eerder = feit.volgende_controle
    antwoord = client.post(adres, velden | {"volgende_controle": getypt})
    feit.refresh_from_db()
    if bewaard:
        assert feit.volgende_controle == bewaard
        assert 'value="1 november 2027"' in client.get(adres).content.decode()
    else:
        assert feit.volgende_controle == eerder
        assert "begrijpen wij niet" in str(antwoord.context["form"].errors["volgende_controle"])
        assert 'value="volgend jaar"' in antwoord.content.decode()


def _openbare_velden() -> list[Any]:
    from kennisplatform.agenda.formulieren import MetMoment
    from leernetwerk.delen.views.vervolg import VervolgFormulier
    from leernetwerk.podium.formulieren import Uitlichtformulier

    formulieren = (MetMoment, VervolgFormulier, Uitlichtformulier)
    return [v for f in formulieren for v in f.base_fields.values() if isinstance(v, forms.DateField)]


def test_public_forms_read_the_same() -> None:
    velden = _openbare_velden()
    assert len(velden) >= 4
    assert {veld.to_python("1 nov 2027") for veld in velden} == {DAG}
