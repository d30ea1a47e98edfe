"""Three journeys on a phone of 360 px, in a real browser, to their end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.schermen import gaaf, zegt

pytestmark = pytest.mark.browser


@pytest.fixture
def telefoon(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
    yield context.new_page()
    context.close()


def past(pagina: Any) -> bool:
    return bool(pagina.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def test_a_resident_with_a_slip_gets_to_help(adres: str, telefoon: Any) -> None:
    telefoon.goto(adres + "/")
    telefoon.fill("main input[name=q]", "suikersiekte")
    telefoon.keyboard.press("Enter")
    telefoon.wait_for_url(re.compile(r"/zoeken/\?q=suikersiekte"))
    zegt(telefoon, "Resultaten voor suikerziekte")
    assert past(telefoon)
    telefoon.click("details.waarom >> nth=0 >> summary")
    assert "Wij lazen dat als ‘suikerziekte’" in telefoon.inner_text("details.waarom >> nth=0")
    telefoon.click("ol.treffers h2 a >> nth=0")
    assert "suikerziekte" in telefoon.inner_text("h1").lower()
    zegt(telefoon, "huisarts")


def test_a_nurse_with_an_abbreviation_chooses_a_suggestion_by_keyboard(adres: str, telefoon: Any) -> None:
    telefoon.goto(adres + "/zorgpaden/")
    veld = telefoon.locator("header input[name=q]")
    veld.click()
    veld.press_sequentially("infuus", delay=20)
    lijst = telefoon.locator("header [role=listbox]")
    lijst.wait_for(state="visible")
    assert veld.get_attribute("aria-expanded") == "true"
    assert past(telefoon)
    gaaf(telefoon)
    zorgpad = telefoon.locator("header [role=option]", has_text="Zorgpad").first
    for _ in range(12):
        veld.press("ArrowDown")
        if zorgpad.get_attribute("aria-selected") == "true":
            break
    assert veld.get_attribute("aria-activedescendant") == zorgpad.get_attribute("id")
    veld.press("Escape")
    assert veld.input_value() == "infuus", "what was typed comes back"
    assert not lijst.is_visible()
    veld.fill("OPAT")
    veld.press("Enter")
    telefoon.wait_for_url(re.compile("q=OPAT"))
    eerste = telefoon.locator("ol.treffers li").first
    assert "Zorgpad" in eerste.inner_text()
    eerste.locator("h2 a").click()
    assert "/zorgpaden/" in telefoon.url


def test_suggestions_close_and_an_older_answer_never_wins(adres: str, telefoon: Any) -> None:
    telefoon.goto(adres + "/menukaart/")
    veld = telefoon.locator("header input[name=q]")
    veld.press_sequentially("val", delay=20)
    telefoon.locator("header [role=listbox]").wait_for(state="visible")
    veld.fill("")
    telefoon.locator("header [role=listbox]").wait_for(state="hidden")
    assert veld.get_attribute("aria-expanded") == "false"


def test_an_editor_closes_a_gap_and_sees_it_work(adres: str, chromium: Any, telefoon: Any) -> None:
    for lezer in range(3):
        context = chromium.new_context(
            user_agent=f"Mozilla/5.0 Firefox/{lezer}", viewport={"width": 360, "height": 740}
        )
        pagina = context.new_page()
        pagina.goto(f"{adres}/zoeken/?q=fnorxqaz")
        zegt(pagina, "Hier vonden wij niets over")
        context.close()
    telefoon.goto(adres + "/admin/login/")
    telefoon.fill("input[name=login]", "eindredacteur@demo.example")
    telefoon.fill("input[name=password]", "samen-in-de-buurt")
    telefoon.keyboard.press("Enter")
    telefoon.wait_for_url(re.compile(r"/admin/$"))
    telefoon.goto(adres + "/admin/niet-gevonden/")
    telefoon.locator("ol.listing > li", has_text="fnorxqaz").get_by_role("link", name="Maak synoniem").click()
    telefoon.fill("input[name=termen]", "fnorxqaz, fnorxqaz")
    telefoon.get_by_role("button", name="Bewaar en probeer").click()
    telefoon.get_by_text("staat er twee keer").wait_for()
    telefoon.fill("input[name=termen]", "fnorxqaz, vallen")
    telefoon.get_by_role("button", name="Bewaar en probeer").click()
    telefoon.wait_for_url(re.compile("/admin/zoekproef/"))
    assert past(telefoon), "the points stand as sums, not in columns"
    zegt(telefoon, "Ik ben bang om te vallen")
    telefoon.goto(adres + "/zoeken/?q=fnorxqaz")
    assert "vallen" in telefoon.inner_text("ol.treffers").lower()


def test_a_filter_goes_along_when_a_kind_is_chosen(adres: str, telefoon: Any) -> None:
    telefoon.goto(adres + "/zoeken/?q=dementie")
    telefoon.get_by_text("Filters", exact=True).click()
    telefoon.get_by_label("Integrale 1e lijn").check()
    telefoon.wait_for_url(re.compile("thema=integrale-eerste-lijn"))
    tab = telefoon.locator("#soorten a[href*='thema=integrale-eerste-lijn']").last
    tab.wait_for()  # the kinds are counted anew, with the filter in their addresses
    hoeveel = int(tab.locator("span").inner_text())
    tab.click()
    telefoon.wait_for_url(re.compile("thema=integrale-eerste-lijn.*soort=|soort=.*thema=integrale-eerste-lijn"))
    zegt(telefoon, f"{hoeveel} resulta", "#telling")


def test_the_banner_speaks_the_language_of_the_page(adres: str, telefoon: Any) -> None:
    telefoon.goto(adres + "/ar/zoeken/?q=انتحار")
    zegt(telefoon, "هل تفكر في الانتحار؟", ".bel112")
    assert telefoon.locator(".bel112 a[href='tel:113']").count() == 1 and past(telefoon)
    gaaf(telefoon)


def test_who_types_another_language_than_the_page_gets_the_way_to_it(adres: str, telefoon: Any) -> None:
    telefoon.goto(adres + "/zoeken/?q=şeker hastalığı")
    assert "suikerziekte" in telefoon.locator("ol.treffers li").first.inner_text().lower()
    wissel = telefoon.locator("p.melding[lang=tr] a")
    assert "Türkçe arayın" in wissel.inner_text() and past(telefoon)
    gaaf(telefoon)
    wissel.click()
    telefoon.wait_for_url(re.compile("/tr/.*q="))
    assert telefoon.locator("p.melding[lang=tr] a").count() == 0
    assert "suikerziekte" in telefoon.locator("ol.treffers li").first.inner_text().lower()
    telefoon.goto(adres + "/zoeken/?q=borstpein")
    zegt(telefoon, "112", ".bel112")
    telefoon.goto(adres + "/zoeken/?q=vallen&pagina=400")
    telefoon.get_by_role("link", name="Naar de eerste pagina").click()
    telefoon.locator("ol.treffers").first.wait_for()
    telefoon.goto(adres + "/zoeken/?q=chcę umrzeć")
    zegt(telefoon, "Myślisz o samobójstwie?", ".bel112[lang=pl]")


def test_a_girl_finds_help_and_leaves_no_trail(adres: str, telefoon: Any) -> None:
    telefoon.route("https://www.buienradar.nl/**", lambda weg: weg.fulfill(body="<title>Weer</title>regen"))
    telefoon.goto(adres + "/")
    telefoon.fill("main input[name=q]", "mijn vriend slaat me")
    telefoon.keyboard.press("Enter")
    zegt(telefoon, "Veilig Thuis")
    telefoon.click("[role=alert] a[href='/preventie/geweld-thuis/']")
    zegt(telefoon, "Ik word thuis geslagen of bedreigd")
    telefoon.click("#snel-weg")
    zegt(telefoon, "regen", "body")
    telefoon.go_back()
    assert telefoon.url == adres + "/"  # neither the page nor what she asked
