"""Journeys through the agenda on a phone of 360 px, in a real browser; axe and width on the way, light and dark."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.schermen import alles_gaaf, gaaf, meld_aan, open_brief, zegt

pytestmark = pytest.mark.browser
VOL = "/leernetwerk/agenda/voorbeeld-vallen-voorkomen-in-het-buurthuis/"
OPENBAAR = (
    "/leernetwerk/agenda/",
    "/leernetwerk/agenda/?eerder=1",
    "/leernetwerk/agenda/?soort=webinar&voor=bewoners",
    VOL,
    "/leernetwerk/agenda/voorbeeld-westwijk-beter-slapen/",
    "/leernetwerk/agenda/voorbeeld-terugkijken-medicijnen/",
    "/leernetwerk/agenda/deelname/onzin/",
    "/zoeken/?q=mantelzorgers&soort=bijeenkomst",
)
DING = "/leernetwerk/agenda/voorbeeld-terugkijken-eenzaamheid/"
BINNEN = (
    "/leernetwerk/agenda/mijn/",
    "/leernetwerk/agenda/van/waterkwartier/",
    "/leernetwerk/agenda/van/waterkwartier/nieuw/",
    DING,
    f"{DING}wijzigen/",
    f"{DING}nog-een-keer/",
    f"{DING}opbrengst/",
    f"{DING}deelnemers/",
    f"{VOL}deelnemers/",
    f"{VOL}afgelasten/",
    "/leernetwerk/agenda/ervaringsdeskundigen/",
    "/leernetwerk/agenda/ervaringsdeskundigen/van/waterkwartier/nieuw/",
)


@pytest.mark.lang(40)
def test_axe_finds_nothing(adres: str, nieuw: Callable[..., Any]) -> None:
    scherm = nieuw()
    alles_gaaf(scherm, [adres + pad for pad in OPENBAAR])
    meld_aan(scherm, adres, "kartrekker")
    alles_gaaf(scherm, [adres + pad for pad in BINNEN])


def test_a_lead_plans_and_a_resident_without_account_comes(adres: str, nieuw: Callable[..., Any]) -> None:
    trekker = nieuw()
    meld_aan(trekker, adres, "kartrekker", "/werkplek/waterkwartier/")
    trekker.get_by_role("link", name="Zet een bijeenkomst in de agenda").click()
    trekker.get_by_label("Titel").fill("Soep & verhalen <b>reis</b>")
    trekker.get_by_label("Lotgenoten").check()
    trekker.get_by_label("Waar gaat het over?").fill("Eten en praten.")
    trekker.get_by_label("Dag", exact=True).fill(f"{dt.date.today() + dt.timedelta(days=30):%Y-%m-%d}")
    trekker.get_by_label("Begint om").fill("12:00")
    trekker.get_by_label("Is klaar om").fill("11:00")  # a mistake: told at the field, nothing lost
    trekker.get_by_label("Plaats", exact=False).first.fill("Buurthuis")
    trekker.get_by_label("Link om online mee te doen").fill("https://meedoen.example/soep")
    trekker.get_by_label("Aantal plaatsen").fill("1")
    trekker.get_by_role("button", name="Zet in de agenda").click()
    zegt(trekker, "klaar vóór ze begint")
    assert trekker.get_by_label("Titel").input_value() == "Soep & verhalen <b>reis</b>"
    gaaf(trekker)
    trekker.get_by_label("Is klaar om").fill("14:00")
    trekker.get_by_role("button", name="Zet in de agenda").click()
    trekker.wait_for_url(re.compile("/agenda/soep-verhalen"))
    gaaf(trekker)
    pad = trekker.url.removeprefix(adres)

    ria = nieuw(java_script_enabled=False)
    ria.goto(f"{adres}/leernetwerk/agenda/?voor=bewoners")
    ria.goto(f"{adres}/leernetwerk/agenda/")
    ria.get_by_role("link", name="Soep & verhalen <b>reis</b>").click()
    zegt(ria, "Er is nog één plek")
    assert "meedoen.example" not in ria.content()
    ria.get_by_label("Uw naam").fill("Ria")
    ria.get_by_label("Uw e-mailadres").fill("ria@reis.example")
    ria.get_by_role("button", name="Meld mij aan").click()
    zegt(ria, "Kijk in uw mail", "h1")
    open_brief(ria, adres, "Bevestig uw aanmelding: Soep")
    ria.get_by_role("link", name=re.compile("bevestigen")).click()
    ria.get_by_role("button", name="Ja, ik kom").click()
    zegt(ria, "U bent aangemeld")
    assert ria.get_by_role("link", name="Doe online mee").get_attribute("href") == "https://meedoen.example/soep"

    lid = nieuw()
    meld_aan(lid, adres, "lid", pad)
    lid.get_by_role("button", name="Zet mij op de wachtlijst").click()
    zegt(lid, "U staat op de wachtlijst")
    gaaf(lid)
    ria.get_by_role("button", name="Meld mij af").click()
    zegt(ria, "U bent afgemeld", "h1")
    lid.reload()
    zegt(lid, "U bent aangemeld")
    assert lid.get_by_role("link", name="Doe online mee").count() == 1
    open_brief(lid, adres, "Er is een plek voor u: Soep")
    zegt(lid, "plek vrijgekomen")


def test_a_series_and_a_calendar_of_ones_own(adres: str, nieuw: Callable[..., Any]) -> None:
    trekker = nieuw()
    meld_aan(trekker, adres, "emmen", "/leernetwerk/agenda/voorbeeld-emmen-mantelzorg/nog-een-keer/")
    trekker.get_by_label("Dag", exact=True).fill("2028-01-31")
    trekker.get_by_label("Elke maand, op dezelfde datum").check()
    trekker.get_by_label("Hoeveel keer in totaal?").fill("3")
    trekker.keyboard.press("Enter")
    trekker.get_by_text("29 februari 2028").first.wait_for()
    gaaf(trekker)
    trekker.get_by_role("button", name="Maak deze 3 bijeenkomsten").click()
    trekker.get_by_text("3 bijeenkomsten gemaakt").wait_for()
    gaaf(trekker)
    trekker.goto(f"{adres}/leernetwerk/agenda/mijn/")
    trekker.get_by_role("button", name="Maak mijn adres").click()
    eigen = trekker.get_by_label("Uw adres").input_value()
    gaaf(trekker)
    antwoord = nieuw().request.get(adres + "/leernetwerk" + eigen.split("/leernetwerk", 1)[1])
    assert antwoord.ok and "Mantelzorgers onder elkaar" in antwoord.text().replace("\r\n ", "")
