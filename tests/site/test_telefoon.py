"""What a small screen must never lose: which head a cell of a table belongs to."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from kennisplatform.preventie.models import AlgemenePagina, Artikel
from tests.pagina import kaal, pagina


@pytest.mark.django_db
def test_every_cell_carries_the_head_of_its_own_column(client: Client) -> None:
    blad = pagina(client.get("/preventie/wat-is-suikerziekte/"))
    assert "Zweten, trillen, honger" in blad.teksten('td[data-kop="Te weinig suiker (hypo)"]')
    assert "Veel dorst, droge mond" in blad.teksten('td[data-kop="Te veel suiker (hyper)"]')
    for artikel in [*Artikel.objects.live(), *AlgemenePagina.objects.live()]:
        for tabel in pagina(client.get(artikel.get_url())).alle("table.stapel:not(.plan)"):
            koppen = [kaal(kop) for kop in tabel.select("thead th[scope=col]")]
            for rij in tabel.select("tbody tr"):
                cellen = rij.select("td, th[scope=row]")
                assert [" ".join(str(cel["data-kop"]).split()) for cel in cellen] == koppen, artikel.slug


@pytest.mark.django_db
def test_a_row_title_only_where_the_first_column_is_one(client: Client) -> None:
    assert not pagina(client.get("/preventie/wat-is-suikerziekte/")).heeft("th[scope=row]")
    assert "Griep" in pagina(client.get("/preventie/welke-prik/")).teksten('th[scope=row][data-kop="Prik"]')


@pytest.mark.browser
def test_a_stacked_table_shows_each_head_and_its_title_over_the_full_width(adres: str, chromium: Any) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    scherm = context.new_page()
    scherm.goto(f"{adres}/preventie/wat-is-suikerziekte/")
    koppen = scherm.evaluate(
        """() => [...document.querySelectorAll('table.stapel tbody :is(td, th)')].map(cel => {
        const voor = getComputedStyle(cel, '::before'); return [voor.display, voor.content, cel.dataset.kop]; })"""
    )
    assert koppen and all(toon == "block" and tekst == f'"{kop}"' for toon, tekst, kop in koppen)
    breed = scherm.evaluate("document.querySelector('table.stapel caption').offsetWidth")
    assert breed > 250
    context.close()


@pytest.mark.browser
def test_the_register_reads_in_two_screens(adres: str, chromium: Any) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 640})
    scherm = context.new_page()
    scherm.goto(f"{adres}/preventie/")
    assert scherm.locator(".register").evaluate("lijst => lijst.getBoundingClientRect().bottom") <= 2 * 640
    assert scherm.locator(".vraagdeuren summary").count() == 6
    context.close()


@pytest.mark.browser
def test_a_latin_word_leaves_the_line_of_an_arabic_search_field_whole(adres: str, chromium: Any) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 640})
    scherm = context.new_page()
    scherm.goto(f"{adres}/ar/zoeken/?q=test")
    lijn = scherm.locator(".kop .zoekveld").evaluate(
        "veld => { const s = getComputedStyle(veld); return [s.borderRightWidth, s.borderLeftWidth]; }"
    )
    assert lijn == ["2px", "0px"], "open at the button only"
    assert scherm.locator(".kop .zoek input").evaluate("veld => getComputedStyle(veld).direction") == "ltr"
    scherm.goto(f"{adres}/ar/buurten/emmen/")
    plaats = scherm.locator("h1").evaluate("kop => getComputedStyle(kop).textAlign")
    assert plaats == "right", "a place's name stands where the page begins"
    context.close()
