"""What a network hands in by the template: small numbers hidden, faults at their cell, Excel as people fill it in."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.test import Client
from openpyxl import Workbook

from kennisplatform.cijfers.models import Cijfer, Indicator
from tests.cijfers.hulp import haal, nu

pytestmark = pytest.mark.django_db


SJABLOON = "gebied;indicator;periode;groep;waarde;ondergrens;bovengrens;aantal_mensen;zichtbaarheid;stand\n"


def test_what_is_handed_in_hides_small_numbers_everywhere(client: Client) -> None:
    """The district with its two parts: one small, so the other is hidden too, on the page, in the file and afterwards."""
    rij = "{};behandeling-visites;2026;;{};;;{};openbaar;vast\n"
    delen = [("WK019350", 4.5, 46), ("WK019351", 3.0, 4), ("GM0193", 4.4, 50)]
    inhoud = SJABLOON + "".join(rij.format(*deel) for deel in delen)
    assert haal(inhoud, "aangeleverd", "q.csv").aantal_fouten == 0
    verborgen = dict(Cijfer.objects.filter(bron__code="aangeleverd").values_list("gebied__code", "verborgen"))
    assert verborgen == {"WK019350": "aanvullend", "WK019351": "klein", "GM0193": ""}
    haal(SJABLOON + rij.format("WK019351", 3.0, 12), "aangeleverd", "beter.csv")
    nu_ = Cijfer.objects.filter(bron__code="aangeleverd", huidig=True)
    assert not nu_.exclude(verborgen="").exists(), "corrected: enough people"
    assert not Cijfer.objects.toonbaar().filter(huidig=False).exists()
    fout = haal(
        SJABLOON
        + rij.format("WK019351", "3", "")
        + rij.format("BU1", "x", "5")
        + "GM0193;n.v.t;24;;;5;4;1;ieder;klaar\n",
        "aangeleverd",
        "f.csv",
    )
    gezegd = {(f.rij, f.kolom) for f in fout.fouten}
    assert {(2, "aantal_mensen"), (3, "gebied"), (3, "waarde"), (4, "indicator"), (4, "periode")} <= gezegd
    assert {(4, "ondergrens"), (4, "zichtbaarheid"), (4, "stand"), (4, "waarde")} <= gezegd


def test_who_may_see_it_and_whether_it_is_final_are_taken_over_too() -> None:
    """Handed in again for the team only: it stayed open to everybody, and the screen said that nothing was new."""

    def staat_er() -> tuple[float | None, str, str]:
        cijfer = nu("eigen-goirle", "behandeling-visites", "2026")
        assert cijfer
        return cijfer.waarde, cijfer.zichtbaarheid, cijfer.stand

    rij = "eigen-goirle;behandeling-visites;2026;;{};;;{};{};{}\n"
    haal(SJABLOON + rij.format(4, 50, "openbaar", "voorlopig"), "aangeleverd", "a.csv")
    assert staat_er() == (4, "openbaar", "voorlopig")
    dicht = haal(SJABLOON + rij.format(4, 50, "team", "vast"), "aangeleverd", "b.csv")
    assert dicht.vastgelegd.gecorrigeerd == 1 and staat_er() == (4, "team", "vast")
    assert [(v.was, v.wordt) for v in dicht.verschillen] == [("Iedereen", "Alleen het transitieteam")]
    assert not haal(SJABLOON + rij.format(4, 50, "team", "vast"), "aangeleverd", "b.csv").verandert_iets
    haal(SJABLOON + rij.format(5, 50, "", ""), "aangeleverd", "c.csv")
    assert staat_er() == (5, "team", "gecorrigeerd"), "what is not said stays as it was"
    assert not haal(SJABLOON + rij.format(5, 50, "team", "voorlopig"), "aangeleverd", "d.csv").verandert_iets


def test_the_template_as_people_fill_it_in_with_excel() -> None:
    """Numbers and days are numbers and days there; rows that nobody filled in stay behind; one group is one group."""
    blad = Workbook()
    for rij in (
        SJABLOON.strip().split(";"),
        [
            "Eigen-Goirle",
            "Behandeling-Visites",
            dt.datetime(2026, 3, 1),
            "65+\u202e e\u0301n",
            133.125,
            None,
            None,
            120.0,
        ],
        ["GM0000", "behandeling-opnames", 2026, "", None, None, None, None, "netwerken", "vast"],
    ):
        blad.active.append(rij)
    uit = io.BytesIO()
    blad.save(uit)
    verslag = haal(uit.getvalue(), "aangeleverd", "sjabloon.xlsx")
    assert verslag.geschreven and verslag.let_op == ["1 rij zonder getal slaan wij over."]
    cijfer = nu("eigen-goirle", "behandeling-visites", "2026-03")
    assert cijfer and (cijfer.waarde, cijfer.n, cijfer.groep) == (133.125, 120, "65+ \u00e9n")
    weer = SJABLOON + "eigen-goirle;behandeling-visites;mrt-26;65+ \u00e9n\x08;133,125;;;120;;\n"
    assert haal(weer, "aangeleverd", "weer.csv").vastgelegd.gelijk == 1


def test_a_percentage_of_excel_is_the_number_that_is_seen() -> None:
    """57% stands in the file as .57; where the figure is no percentage it is told by its cell."""
    procent = Indicator.objects.filter(eenheid="%").first()
    assert procent is not None
    werkboek = Workbook()
    blad = werkboek.active
    assert blad is not None
    blad.append(SJABLOON.strip().split(";"))
    for code in (procent.code, "behandeling-visites"):
        blad.append(["eigen-goirle", code, "2026", "", 0.573, None, None, 50, "openbaar", "vast"])
        blad.cell(blad.max_row, 5).number_format = "0.0%"
    uit = io.BytesIO()
    werkboek.save(uit)
    verslag = haal(uit.getvalue(), "aangeleverd", "sjabloon.xlsx")
    assert [(f.rij, f.kolom) for f in verslag.fouten] == [(3, "waarde")]
    assert "‘57,3%’ is een percentage, en dit cijfer niet" in verslag.fouten[0].melding
    blad.delete_rows(3)
    uit = io.BytesIO()
    werkboek.save(uit)
    assert haal(uit.getvalue(), "aangeleverd", "sjabloon.xlsx").geschreven
    cijfer = nu("eigen-goirle", procent.code, "2026")
    assert cijfer and cijfer.waarde == pytest.approx(57.3)
