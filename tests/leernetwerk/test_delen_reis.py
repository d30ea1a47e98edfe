"""Sharing in a real browser: stopping, without JavaScript, and every screen for axe. The whole road: test_hele_weg.py."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.schermen import alles_gaaf, gaaf, meld_aan, zegt

pytestmark = pytest.mark.browser


def test_stopped_with_a_reason_stands_on_the_intervention(adres: str, nieuw: Callable[..., Any]) -> None:
    lid = nieuw()
    meld_aan(lid, adres, "emmen", "/leernetwerk/delen/")
    lid.get_by_role("link", name=re.compile("Welzijn op Recept: het briefje")).click()
    lid.get_by_role("link", name="Lees het op de site").click()
    gaaf(lid)
    lid.get_by_role("link", name="Vertel hoe het er nu voor staat").click()
    lid.get_by_label("Nee, we zijn gestopt").check()
    lid.get_by_role("button", name="Bewaar").click()
    lid.get_by_text("Kies ten minste één reden").first.wait_for()
    gaaf(lid)
    lid.get_by_label("geen begeleider").check()
    lid.get_by_role("button", name="Bewaar").click()
    lid.get_by_text("Waarom: geen begeleider.").wait_for()
    lezer = nieuw()
    lezer.goto(f"{adres}/menukaart/welzijn-op-recept/")
    zegt(lezer, "1 × geen begeleider")
    gaaf(lezer)


def test_side_by_side_each_head_stands_above_its_column(adres: str, nieuw: Callable[..., Any]) -> None:
    lezer = nieuw(1280)
    lezer.goto(f"{adres}/menukaart/sociale-benadering-dementie/")
    lezer.get_by_role("link", name="Zet ze naast elkaar").click()
    lezer.wait_for_url(re.compile("/vergelijk/"))
    gaaf(lezer)
    plekken = lezer.evaluate(
        "['thead th', 'tbody tr:first-child > *'].map(s => [...document.querySelectorAll('main table ' + s)]"
        ".map(c => Math.round(c.getBoundingClientRect().x)))"
    )
    assert plekken[0] == plekken[1] and len(set(plekken[0])) == 3


def test_without_script_each_step_works(adres: str, nieuw: Callable[..., Any]) -> None:
    lid = nieuw(java_script_enabled=False)
    lid.goto(f"{adres}/account/aanmelden/?next=/leernetwerk/delen/nieuw/")
    lid.get_by_label("E-mailadres").fill("kartrekker@demo.example")
    lid.get_by_label("Wachtwoord", exact=True).fill("samen-in-de-buurt")
    lid.get_by_role("button", name="Aanmelden", exact=True).click()
    lid.get_by_role("button", name="Begin", exact=True).click()
    lid.get_by_label("Titel").fill("Zonder script")
    lid.get_by_role("button", name="Bewaar en verder").click()
    lid.get_by_role("button", name="Bewaar en verder").click()
    lid.get_by_role("button", name="Bewaar en verder").click()
    lid.locator("#id_zoek").fill("eenzaamheid")
    lid.get_by_role("button", name="Zoek", exact=True).last.click()
    lid.locator("[name=gebruikt]").first.check()
    lid.get_by_role("button", name="Bewaar en verder").click()
    lid.get_by_role("link", name="Verder", exact=True).click()
    lid.get_by_role("button", name="Dien in").click()
    tekst = lid.inner_text("main")
    assert "Nog 4 dingen voor u kunt indienen" in tekst and "Zonder script" in tekst


def test_a_file_too_large_is_told_before_it_is_sent(adres: str, nieuw: Callable[..., Any]) -> None:
    scherm = nieuw()
    meld_aan(scherm, adres, "lid", "/leernetwerk/delen/nieuw/")
    kies = scherm.locator("input[type=file]")
    groot = {"name": "verslag.docx", "mimeType": "application/octet-stream", "buffer": bytes(13 * 1024 * 1024)}
    kies.set_input_files(groot)
    zegt(scherm, "te groot en is niet gekozen")
    assert kies.input_value() == "" and kies.get_attribute("aria-invalid") == "true"
    gaaf(scherm)
    kies.set_input_files({"name": "verslag.docx", "mimeType": "application/octet-stream", "buffer": b"geen word"})
    assert "te groot" not in scherm.inner_text("main")
    scherm.get_by_role("button", name="Begin", exact=True).click()
    zegt(scherm, "Dit is een tekstbestand, geen PDF, Word-bestand of ODT")


@pytest.mark.lang(35)
def test_axe_on_the_screens_of_sharing(adres: str, nieuw: Callable[..., Any]) -> None:
    lid = nieuw()
    meld_aan(lid, adres, "lid", "/leernetwerk/delen/")
    concept = lid.get_by_role("link", name="Een wandelgroep op recept").get_attribute("href")
    stappen = (f"stap/{code}/" for code in ("verhaal", "geleerd", "inzet", "plek", "beeld", "nakijken"))
    paden = [
        "/leernetwerk/delen/",
        *(f"{concept}{stap}" for stap in ("", *stappen, "versies/")),
        "/leernetwerk/delen/nieuw/",
        "/leernetwerk/delen/besloten/",
        "/leernetwerk/",
        "/leernetwerk/?beeld=kaart",
        "/leernetwerk/?beeld=kaart&thema=x",
    ]
    alles_gaaf(lid, [adres + pad for pad in paden])
