"""Accessibility in a real browser: axe on every template, the keyboard's road, nothing from elsewhere, nothing lost without script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.schermen import alles_gaaf

pytestmark = pytest.mark.browser

NIET_DAAR = ("/nergens/", "/ar/menukaart/", "/en/zorgpaden/")
MET_SLEUTEL = "/buurten/emmen/meepraten/"  # a form to send: it brings a key of its own, in a cookie
PADEN = (
    "/",
    "/preventie/",
    "/preventie/bang-om-te-vallen/",
    "/preventie/ik-voel-me-somber/",
    "/preventie/geweld-thuis/",
    "/stap-voor-stap/",
    "/stap-voor-stap/na-een-val/?stap=2",
    "/kennis-naar-de-buurt/",
    "/kennis-naar-de-buurt/overeind-na-een-val/",
    "/kennis-naar-de-buurt/overeind-na-een-val/?blad=kaart",
    "/kennis-naar-de-buurt/overeind-na-een-val/?blad=groep",
    "/invullen/",
    "/invullen/web-van-positieve-gezondheid/",
    "/hulpmiddelen/",
    "/hulpmiddelen/kader-passende-zorg/",
    "/woorden/",
    "/professionals/",
    "/bewaard/",
    "/menukaart/",
    "/menukaart/?thema=zorgzame-buurt&bewijs=niet-beoordeeld",
    "/menukaart/?thema=bestaatniet",
    "/menukaart/zicht-op-evenwicht/",
    "/menukaart/welzijn-op-recept/",
    "/zorgpaden/",
    "/zorgpaden/infuus-antibiotica-thuis/",
    "/zorgpaden/wondzorg-in-de-buurt/",
    "/zorgpaden/wondzorg-in-de-buurt/?blad=folder",
    "/veilig-thuis-ouder-worden/",
    "/leernetwerk/",
    "/leernetwerk/overvecht-krachtige-basiszorg/",
    "/buurten/",
    "/buurten/emmen/",
    MET_SLEUTEL,
    "/themas/",
    "/themas/zorgzame-buurt/",
    "/onderwerpen/",
    "/onderwerpen/vallen/",
    "/over-ons/",
    "/toegankelijkheid/",
    "/zoeken/",
    "/zoeken/?q=valprevensie",
    "/zoeken/?q=zelfmoord",
    "/zoeken/?q=mijn+man+slaat+mij",
    "/zoeken/?q=xqzzv",
    "/ar/",
    "/ar/zoeken/?q=vallen",
    "/ar/preventie/",
    "/ar/buurten/emmen/",
    "/uk/",
    *NIET_DAAR,
)


@pytest.mark.lang(65)
@pytest.mark.parametrize("deel", range(2))
def test_axe_finds_nothing_and_nothing_sticks_out(adres: str, nieuw: Callable[..., Any], deel: int) -> None:
    alles_gaaf(nieuw(), [adres + pad for pad in PADEN[deel::2]])


@pytest.fixture
def venster(chromium: Any) -> Any:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_no_request_elsewhere_no_cookie_no_error(adres: str, venster: Any) -> None:
    verzoeken, meldingen = [], []
    venster.on("request", lambda verzoek: verzoeken.append(verzoek.url))
    venster.on(
        "console", lambda bericht: meldingen.append(bericht.text) if bericht.type in {"error", "warning"} else None
    )
    for pad in PADEN:
        if pad not in {*NIET_DAAR, MET_SLEUTEL}:
            venster.goto(adres + pad)
    assert {url for url in verzoeken if not url.startswith((adres, "data:"))} == set()
    assert not meldingen
    assert not venster.context.cookies()


@pytest.mark.parametrize("pad", ["/", "/menukaart/", "/zoeken/?q=vallen", "/preventie/bang-om-te-vallen/"])
def test_everything_by_keyboard_and_visibly(adres: str, venster: Any, pad: str) -> None:
    venster.goto(adres + pad)
    te_bereiken = venster.evaluate(
        "Array.from(document.querySelectorAll('a[href],button,input:not([type=hidden]),select,summary'))"
        ".filter(e => e.checkVisibility({contentVisibilityAuto: true}) && e.getClientRects().length).length"
    )
    gezien = set()
    for _stap in range(te_bereiken + 5):
        venster.keyboard.press("Tab")
        staat = venster.evaluate(
            """() => { const e = document.activeElement; if (e === document.body) return null;
            const s = getComputedStyle(e), r = e.getBoundingClientRect();
            if (!e.dataset.proef) e.dataset.proef = String(Math.random());
            return {wie: e.dataset.proef, naam: e.outerHTML.slice(0, 80), rand: s.outlineStyle, breed: parseFloat(s.outlineWidth), groot: r.width * r.height}; }"""
        )
        if staat is None:
            break
        assert staat["rand"] != "none" and staat["breed"] >= 2 and staat["groot"] > 0, staat["naam"]
        gezien.add(staat["wie"])
    assert len(gezien) >= te_bereiken


def test_the_skip_link_leads_to_the_content(adres: str, venster: Any) -> None:
    venster.goto(adres + "/menukaart/")
    venster.keyboard.press("Tab")
    venster.keyboard.press("Enter")
    assert venster.evaluate("document.activeElement.id") == "inhoud"


def test_filtering_without_script(adres: str, chromium: Any) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    pagina = context.new_page()
    pagina.goto(adres + "/menukaart/")
    pagina.get_by_text("Filters", exact=True).click()
    pagina.locator("summary", has_text="Thema").first.click()
    pagina.get_by_label("Zorgzame buurt").first.check()
    pagina.get_by_role("button", name="Toon resultaten").click()
    assert "thema=zorgzame-buurt" in pagina.url
    assert pagina.get_by_role("link", name="Verwijder filter Zorgzame buurt").count() == 1
    context.close()


def test_filtering_with_script_keeps_focus_address_and_back_button(adres: str, venster: Any) -> None:
    venster.goto(adres + "/menukaart/")
    eerst = venster.locator("#telling").inner_text()
    venster.locator("summary", has_text="Thema").first.click()
    with venster.expect_response(lambda r: "thema=zorgzame-buurt" in r.url):
        venster.get_by_label("Zorgzame buurt").first.check()
    venster.wait_for_function("document.getElementById('meldbord').textContent.trim() !== ''")
    assert "thema=zorgzame-buurt" in venster.url
    assert venster.locator("#telling").inner_text() != eerst
    assert venster.evaluate("document.activeElement.value") == "zorgzame-buurt"
    venster.go_back()
    venster.wait_for_function(f"document.getElementById('telling').innerText === {eerst!r}")
    assert "thema" not in venster.url


def test_the_menu_on_a_phone(adres: str, chromium: Any) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    pagina = context.new_page()
    pagina.goto(adres + "/")
    pagina.locator("summary", has_text="Menu").click()
    pagina.get_by_role("link", name="Agenda", exact=True).first.click()
    assert pagina.url.endswith("/agenda/")
    context.close()
