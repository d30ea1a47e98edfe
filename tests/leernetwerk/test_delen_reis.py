"""The road of an example in a real browser: written on a phone, asked for more, stopped."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.netwerken.test_reis import gaaf, meld_aan, nieuw

pytestmark = pytest.mark.browser
__all__ = ["nieuw"]  # the fixture


def verder(scherm: Any, naar: str) -> None:
    scherm.get_by_role("button", name="Bewaar en verder").click()
    scherm.wait_for_url(re.compile(f"/stap/{naar}/$"))
    gaaf(scherm)


def test_van_telefoon_naar_de_redactie_en_terug(adres: str, nieuw: Callable[..., Any], tmp_path: Path) -> None:  # noqa: PLR0915
    lid = nieuw()
    meld_aan(lid, adres, "emmen")
    lid.get_by_role("link", name="Begin een voorbeeld").first.click()
    gaaf(lid)
    lid.get_by_role("button", name="Begin", exact=True).click()
    lid.wait_for_url(re.compile("/stap/verhaal/$"))
    gaaf(lid)

    bladzijde = lid.url
    lid.get_by_label("Titel").fill("Beweegtuin achter het dorpshuis")
    lid.get_by_label(re.compile("Wat was er aan de hand")).fill(
        "Mevrouw Jansen en haar buren kwamen nergens meer, sinds de gymzaal dicht is."
    )
    lid.get_by_text("lijkt op een naam van een persoon").wait_for()  # kept by itself, and the guard speaks
    lid.reload()
    assert "gymzaal dicht" in lid.get_by_label(re.compile("Wat was er aan de hand")).input_value()
    lid.get_by_label(re.compile("Wat deed u")).fill("Wij legden met buren zes toestellen aan en gaven zes weken les.")
    verder(lid, "geleerd")
    lid.get_by_label(re.compile(r"Wat werkte\?")).fill("De les op woensdag, met koffie na afloop.")
    lid.get_by_label(re.compile("Wat werkte niet")).fill("Zonder les stond de tuin leeg. Een bordje helpt niet.")
    lid.get_by_label("Het werkte deels").check()
    verder(lid, "inzet")
    verder(lid, "plek")
    lid.locator("#id_zoek").fill("vitalety club")
    lid.locator("#id_zoek").press("Enter")
    lid.get_by_label("Vitality Club", exact=True).check()
    lid.get_by_label("Preventie als mindset").check()
    lid.get_by_label("Bewegen", exact=True).check()
    verder(lid, "beeld")
    plaatje = tmp_path / "tuin.jpg"
    Image.effect_noise((800, 600), 60).convert("RGB").save(plaatje)
    lid.get_by_label("Foto").set_input_files(plaatje)
    lid.get_by_label(re.compile("te zien")).fill("Zes toestellen op een grasveld.")
    lid.get_by_label(re.compile("herkenbaar")).check()
    lid.get_by_role("button", name="Voeg de foto toe").click()
    lid.get_by_text("De foto staat erbij.").wait_for()
    gaaf(lid)
    lid.get_by_role("link", name="Verder", exact=True).click()
    lid.wait_for_url(re.compile("/stap/nakijken/$"))
    lid.get_by_role("button", name="Dien in").click()
    lid.get_by_text("Haal dit weg, of schrijf waarom").wait_for()
    gaaf(lid)
    lid.goto(bladzijde)
    veld = lid.get_by_label(re.compile("Wat was er aan de hand"))
    veld.fill(veld.input_value().replace("Mevrouw Jansen en haar buren", "Oudere bewoners"))
    verder(lid, "geleerd")
    lid.goto(bladzijde.replace("verhaal", "nakijken"))
    lid.get_by_role("button", name="Dien in").click()
    lid.get_by_text("Ingediend. U krijgt een mail").wait_for()
    stand = lid.url
    gaaf(lid)

    redactie = nieuw(1280)
    meld_aan(redactie, adres, "eindredacteur", "/leernetwerk/delen/redactie/")
    gaaf(redactie)
    redactie.get_by_role("link", name=re.compile("Beoordeel Beweegtuin")).click()
    redactie.get_by_text("Ingezonden door Geesje Wolters").wait_for()
    _kies_actie(redactie, "Vraag de schrijver om aanvulling")
    redactie.get_by_label(re.compile("Wat leest de schrijver")).fill("Hoeveel mensen kwamen er?")
    redactie.locator(".modal-content button[type=submit]").click()
    redactie.locator(".modal-content").wait_for(state="detached")

    lid.goto(stand)
    assert "Hoeveel mensen kwamen er?" in lid.inner_text("main")
    lid.get_by_role("link", name="Ga verder").click()
    lid.goto(bladzijde.replace("verhaal", "geleerd"))
    lid.get_by_label(re.compile(r"Wat werkte\?")).fill("De les op woensdag, met koffie na afloop. Er kwamen 14 mensen.")
    verder(lid, "inzet")
    lid.goto(bladzijde.replace("verhaal", "nakijken"))
    lid.get_by_role("button", name="Dien in").click()
    lid.get_by_text("Ingediend. U krijgt een mail").wait_for()

    redactie.goto(f"{adres}/leernetwerk/delen/redactie/")
    redactie.get_by_role("link", name=re.compile("Beoordeel Beweegtuin")).wait_for()  # it waits for the editors again


def test_gestopt_met_een_reden_staat_op_de_interventie(adres: str, nieuw: Callable[..., Any]) -> None:
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
    assert "1 × geen begeleider" in lezer.inner_text("main")
    gaaf(lezer)


def _kies_actie(scherm: Any, naam: str) -> None:
    """The button of Wagtail's own form, in its menu of actions."""
    scherm.locator("footer [data-w-dropdown-target=toggle], footer .w-dropdown__toggle").last.click()
    scherm.locator("footer button").filter(has_text=re.compile(rf"^\s*{re.escape(naam)}\s*$")).first.click()


def test_zonder_script_werkt_elke_stap(adres: str, nieuw: Callable[..., Any]) -> None:
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


@pytest.mark.parametrize("kleur", ["light", "dark"])
def test_axe_op_de_schermen_van_delen(adres: str, nieuw: Callable[..., Any], kleur: str) -> None:
    for breed in (320, 1280):
        lid = nieuw(breed, color_scheme=kleur)
        meld_aan(lid, adres, "lid", "/leernetwerk/delen/")
        gaaf(lid)
        concept = lid.get_by_role("link", name="Een wandelgroep op recept").get_attribute("href")
        for pad in (concept, *(f"{concept}stap/{code}/" for code in ("verhaal", "geleerd", "inzet", "plek", "beeld", "nakijken")),
                    f"{concept}versies/", "/leernetwerk/delen/nieuw/", "/leernetwerk/delen/besloten/", "/leernetwerk/"):  # fmt: skip
            lid.goto(adres + pad)
            gaaf(lid)
