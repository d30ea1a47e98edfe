"""Asking, answering and being told, on a phone of 360 px in a real browser; axe on every screen."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.schermen import alles_gaaf, gaaf, meld_aan, zegt

pytestmark = [pytest.mark.browser, pytest.mark.lang(25)]
VRAAG = "Wie belt er op vrijdag?"
PAGINA = "/menukaart/in-balans/"


def test_from_question_to_answer_that_helped(adres: str, nieuw: Callable[..., Any]) -> None:
    vrager = nieuw()
    meld_aan(vrager, adres, "emmen")
    vrager.goto(adres + PAGINA)
    gaaf(vrager)
    vrager.get_by_role("link", name="Stel een vraag").click()
    gaaf(vrager)
    # A mistake and a person in the text first: told, and nothing is lost.
    vrager.get_by_label("Toelichting").fill("Mevrouw Jansen vroeg het gisteren.")
    vrager.get_by_role("button", name="Plaats vraag").click()
    zegt(vrager, "Schrijf uw vraag in één zin")
    zegt(vrager, "Mevrouw Jansen", "#fouten")
    gaaf(vrager)
    vrager.get_by_label("Uw vraag in één zin").fill(VRAAG)
    vrager.get_by_label("Toelichting").fill("Op vrijdag is onze assistente vrij.")
    vrager.get_by_role("button", name="Plaats vraag").click()
    vrager.wait_for_url(re.compile(r"/leernetwerk/gesprek/\d+/$"))
    gesprek = vrager.url
    zegt(vrager, VRAAG, "h1")
    assert "U volgt deze vraag" in vrager.inner_text("main")
    gaaf(vrager)

    lid = nieuw()
    meld_aan(lid, adres, "lid")
    lid.goto(f"{adres}/leernetwerk/gesprek/?stand=onbeantwoord")
    gaaf(lid)
    lid.get_by_role("link", name=VRAAG).click()
    lid.get_by_label("Uw antwoord").fill("De receptie.\n\nZie https://www.veiligheid.nl/ voor een lijstje.")
    lid.get_by_role("button", name="Plaats antwoord").click()
    lid.wait_for_url(re.compile(r"#b-\d+$"))
    gaaf(lid)
    assert lid.get_by_role("link", name="https://www.veiligheid.nl/").get_attribute("rel") == "nofollow ugc noopener"

    vrager.goto(f"{adres}/werkplek/")
    gaaf(vrager)
    vrager.get_by_role("link", name=f"Antwoord op ‘{VRAAG}’").first.click()
    vrager.wait_for_url(re.compile(r"#b-\d+$"))
    vrager.get_by_role("button", name=re.compile("Dit hielp")).click()
    vrager.wait_for_load_state()
    zegt(vrager, "Dit antwoord hielp")
    gaaf(vrager)
    vrager.goto(f"{adres}/leernetwerk/volgen/")
    gaaf(vrager)

    een_lezer_meldt_het_en_het_team_verbergt_het(adres, nieuw)
    vrager.goto(gesprek)
    zegt(vrager, "Dit was een proef.")
    gaaf(vrager)
    lezer = nieuw()
    lezer.goto(gesprek)
    assert VRAAG not in lezer.inner_text("main")


def een_lezer_meldt_het_en_het_team_verbergt_het(adres: str, nieuw: Callable[..., Any]) -> None:
    lezer = nieuw()  # without an account
    lezer.goto(adres + PAGINA)
    zegt(lezer, VRAAG, "#gesprek")
    assert "De receptie." in lezer.inner_text("#gesprek")
    gaaf(lezer)
    lezer.get_by_role("link", name=re.compile("Meld dit")).first.click()
    gaaf(lezer)
    lezer.get_by_label("Iets anders").check()
    lezer.get_by_role("button", name="Meld het").click()
    zegt(lezer, "De redactie kijkt ernaar")
    team = nieuw(1280)
    meld_aan(team, adres, "transitieteam", "/leernetwerk/gesprek/beheer/")
    zegt(team, VRAAG)
    gaaf(team)
    team.get_by_role("link", name=re.compile("^Verberg")).first.click()
    gaaf(team)
    team.get_by_label("Waarom verbergt u dit?").fill("Dit was een proef.")
    team.get_by_role("button", name="Verberg").click()
    team.wait_for_url(re.compile("/beheer/"))


@pytest.mark.parametrize("wie", ["", "kartrekker", "transitieteam"])
def test_axe_on_every_screen(adres: str, nieuw: Callable[..., Any], wie: str) -> None:
    paden = [
        "/menukaart/otago/",
        "/leernetwerk/gesprek/",
        "/leernetwerk/gesprek/?q=zzz",
        "/zorgpaden/wondzorg-in-de-buurt/",
        "/leernetwerk/austerlitz-zorgt/",
    ]
    rijen = {
        "": paden,
        "kartrekker": [*paden, "/leernetwerk/volgen/", "/werkplek/", "/leernetwerk/gesprek/?mijn=1"],
        "transitieteam": [
            f"/leernetwerk/gesprek/beheer/{lijst}" for lijst in ("", "?lijst=nieuwste", "?lijst=verborgen")
        ],
    }
    scherm = nieuw()
    if wie:
        meld_aan(scherm, adres, wie)
    scherm.goto(adres + "/leernetwerk/gesprek/")
    vraag = scherm.get_by_role("link", name="Hoe krijgt u mannen mee?").get_attribute("href")
    rij = [*rijen[wie], vraag]
    if wie:
        scherm.goto(f"{adres}/menukaart/otago/")
        rij += [
            scherm.get_by_role("link", name=n).get_attribute("href") for n in ("Stel een vraag", "Deel een ervaring")
        ]
    alles_gaaf(scherm, [adres + pad for pad in rij])
