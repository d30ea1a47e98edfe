"""The budget as a spreadsheet: out, changed and in again, with the same sums."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from kennisplatform.deelnemers.models import Buurt
from menukaart.begroting.inlezen import getal
from menukaart.plan.sommen import opgeteld, regels_van
from tests.menukaart.begroting.hulp import plan_met, regels
from tests.menukaart.plan.test_reis import naar, vul_in
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


def heen_en_terug(client: Client, buurt: Buurt, wijzig: Any) -> Any:
    boek = load_workbook(io.BytesIO(client.get(naar("begroting_excel", buurt)).content))
    wijzig(boek.active)
    uit = io.BytesIO()
    boek.save(uit)
    bestand = SimpleUploadedFile("begroting.xlsx", uit.getvalue())
    return client.post(naar("begroting_inlezen", buurt), {"bestand": bestand})


def test_the_spreadsheet_comes_back(trekt: Client, buurt: Buurt) -> None:
    plan = plan_met(buurt, ("=1+1", "40", "12.35"), ("Koffie", "10", "3"))
    som = opgeteld(regels_van(plan)).euro
    gelijk = pagina(heen_en_terug(trekt, buurt, lambda blad: None))
    assert "Er verandert niets" in gelijk.tekst("main") and "2 regels" in gelijk.tekst("main")
    boek = load_workbook(io.BytesIO(trekt.get(naar("begroting_excel", buurt)).content))
    assert boek.active.page_setup.fitToWidth == 1 and boek.active.print_title_rows == "$1:$1"  # whole on paper
    rijen = list(boek.active.iter_rows(values_only=True))
    assert rijen[1][3] == "'=1+1"  # shown, never run
    assert Decimal(str(rijen[-1][8])) == som

    def wijzig(blad: Any) -> None:
        blad.cell(3, 7).value, blad.cell(3, 10).value = "1.000,50", "zorgverzekeraar"
        blad.append(
            ["", "", plan.activiteiten.first().titel, "Drukwerk", "Materiaal", plan.tot, 2, 500, None, "Gemeente"]
        )

    voorstel = pagina(heen_en_terug(trekt, buurt, wijzig))
    assert "Dit verandert er" in voorstel.tekst("main") and "Koffie" in voorstel.tekst("main")
    assert opgeteld(regels_van(plan)).euro == som  # nothing yet
    blad = voorstel.een("input[name=blad]")["value"]
    trekt.post(naar("begroting_inlezen", buurt), {"voer_in": "1", "blad": blad})
    assert opgeteld(regels_van(plan)).euro == som - 30 + Decimal("3001.50") + 1000
    assert regels(buurt).get(omschrijving="Koffie").financier == "verzekeraar"
    # The same press once more, and one that was made up: neither writes.
    for tekst in (blad, blad[:-3] + "abc", ""):
        trekt.post(naar("begroting_inlezen", buurt), {"voer_in": "1", "blad": tekst})
    assert regels(buurt).count() == 3


def test_wrong_cells_and_changes_meanwhile_are_told(trekt: Client, buurt: Buurt) -> None:
    plan = plan_met(buurt, ("Zaal", "40", "12.35"))
    regel = regels(buurt).get()

    def wijzig(blad: Any) -> None:
        blad.cell(2, 5).value, blad.cell(2, 6).value, blad.cell(2, 7).value = "Bier", 1999, "veel"
        blad.append(["", "", "Bestaat niet", "Iets", "Uren", plan.van, 1, 1, None, "Gemeente"])
        blad.append(["999999.1", "", "", "Iets", "Uren", plan.van, 1, 1, None, "Gemeente"])

    tekst = pagina(heen_en_terug(trekt, buurt, wijzig)).tekst("main")
    for woord in ("Kies uit", "een jaar van het plan", "Vul een getal in", "staat niet in het plan", "niet (meer)"):
        assert woord in tekst
    assert "Neem dit over" not in tekst

    def dubbel(blad: Any) -> None:
        blad.cell(2, 8).value = 99
        vul_in(trekt, naar("begrotingsregel", buurt, regel.pk), prijs="15")

    assert "nadat u het bestand ophaalde" in pagina(heen_en_terug(trekt, buurt, dubbel)).tekst("main")
    los = SimpleUploadedFile("x.xlsx", b"geen excel")
    assert pagina(trekt.post(naar("begroting_inlezen", buurt), {"bestand": los})).fouten()


def test_numbers_as_people_write_them() -> None:
    goed = {"1.234,50": "1234.50", "1234.5": "1234.50", "€ 12": "12.00", "0": "0.00", "3,5": "3.50"}
    assert {tekst: str(getal(tekst)) for tekst in goed} == goed
    for tekst in ("", "x", "-1", "1,2345", "NaN", "Infinity", "1e9"):
        with pytest.raises(ValueError, match="Vul een"):
            getal(tekst)


def test_lines_that_excel_hides_are_told(trekt: Client, buurt: Buurt) -> None:
    """What a filter kept out of sight was taken over with the rest."""
    plan_met(buurt, ("Zaal", "40", "12.35"), ("Koffie", "10", "3"))

    def wijzig(blad: Any) -> None:
        blad.cell(3, 7).value = 99
        blad.row_dimensions[3].hidden = True

    tekst = pagina(heen_en_terug(trekt, buurt, wijzig)).tekst("main")
    assert "één rij verborgen" in tekst and "(rij 3)" in tekst
    assert "verborgen" not in pagina(heen_en_terug(trekt, buurt, lambda blad: None)).tekst("main")
