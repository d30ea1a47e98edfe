"""The lists of pages in the admin as a file: opened and read, in both forms."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.pagina import pagina
from tests.vastleggen import leg_vast

pytestmark = pytest.mark.django_db
SOORTEN = (
    "artikelen",
    "routes",
    "hulpmiddelen",
    "modules",
    "invulbladen",
    "collecties",
    "interventies",
    "praktijkvoorbeelden",
    "zorgpaden",
)


def bestand(client: Client, adres: str) -> bytes:
    antwoord: Any = client.get(adres)
    assert f'filename="{adres.split("/")[2]}.' in antwoord["Content-Disposition"]
    return b"".join(antwoord.streaming_content)


@pytest.mark.parametrize("soort", SOORTEN)
def test_a_list_goes_out_as_it_stands(als: Callable[[str], Client], soort: str) -> None:
    """`?export=xlsx` gave a workbook without a cell in it."""
    client, adres = als("Eindredacteur"), f"/admin/{soort}/"
    lijst = client.get(adres)
    aantal = lijst.context["paginator"].count
    assert "export=xlsx" in lijst.content.decode() and "export=csv" in lijst.content.decode()
    blad = openpyxl.load_workbook(io.BytesIO(bestand(client, f"{adres}?export=xlsx"))).active
    kop, *rijen = blad.values
    assert kop[:5] == ("Nummer", "Titel", "Adres", "Taal", "Thema") and kop[-1] == "Stand" and len(rijen) == aantal
    tekst = bestand(client, f"{adres}?export=csv").decode("utf-8-sig")
    assert [rij[1] for rij in csv.reader(io.StringIO(tekst), delimiter=";")] == [rij[1] for rij in (kop, *rijen)]


def test_what_the_list_was_narrowed_to_goes_out(als: Callable[[str], Client]) -> None:
    client, adres = als("Eindredacteur"), "/admin/interventies/?stand=gepubliceerd&controle=geen"
    aantal = client.get(adres).context["paginator"].count
    blad = openpyxl.load_workbook(io.BytesIO(bestand(client, f"{adres}&export=xlsx"))).active
    assert blad.max_row == aantal + 1
    koppen = [cel.value for cel in blad[1]]
    assert None not in koppen and len(set(koppen)) == len(koppen)


def test_a_file_of_a_list_asks_little(als: Callable[[str], Client]) -> None:
    client = als("Eindredacteur")
    leg_vast()
    bestand(client, "/admin/interventies/?export=csv")
    with CaptureQueriesContext(connection) as gesteld:
        bestand(client, "/admin/interventies/?export=csv")
    assert len(gesteld) <= 25


@pytest.mark.parametrize("lijst", ["snippets/basis/begrip/", "pages/1/", "images/"])
def test_a_list_without_columns_for_a_file_shows_itself(als: Callable[[str], Client], lijst: str) -> None:
    antwoord = als("Beheerder").get(f"/admin/{lijst}?export=xlsx", follow=True)
    assert antwoord.status_code == 200 and pagina(antwoord).tekst("main")
