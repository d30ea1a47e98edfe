"""Every button of a review, pressed in a browser by who has it, on pages as they stand: what it says is what it does.

One after the other on one server: each test takes a page of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.schermen import meld_aan, zegt

pytestmark = [pytest.mark.browser, pytest.mark.lang(40)]
# A kind of page with rich text, sources with dates, line lists; one with examples that work with other pages.
PAGINAS = {
    "interventies": "Coach2Move",
    "zorgpaden": "Infuustherapie thuis",
    "praktijkvoorbeelden": "Datawerkplaats",
}
Scherm = Any
Mensen = Callable[[str], Scherm]


@pytest.fixture
def mensen(adres: str, nieuw: Callable[..., Any]) -> Mensen:
    """`mensen('redacteur')`: their browser, signed in."""
    er: dict[str, Scherm] = {}

    def geef(rol: str) -> Scherm:
        if rol not in er:
            er[rol] = nieuw(1280)
            er[rol].set_default_timeout(20_000)
            meld_aan(er[rol], adres, rol, "/admin/")
        return er[rol]

    return geef


def open_pagina(scherm: Scherm, adres: str, lijst: str, titel: str) -> str:
    scherm.goto(f"{adres}/admin/{lijst}/?q={titel}")
    scherm.get_by_role("link", name=re.compile(re.escape(titel))).first.click()
    scherm.wait_for_url(re.compile(r"/edit/"))
    return str(scherm.url)


# An example is judged by its own task.
INDIENEN = re.compile("^Stuur door naar (Eindredactie|Praktijkvoorbeelden)$")
GOEDKEUREN = re.compile("^(Goedkeuren|Plaats)$")


def doe(scherm: Scherm, knop: str | re.Pattern[str]) -> None:
    """One of the buttons below the form; all but the first are behind 'Meer acties'."""
    keuze = scherm.locator("footer").get_by_role("button", name=knop, exact=True)
    if not keuze.first.is_visible():
        scherm.get_by_role("button", name="Meer acties").click()
    keuze.first.click()


def stuur_in(scherm: Scherm) -> None:
    doe(scherm, INDIENEN)
    zegt(scherm, "ligt nu bij de eindredactie", ".messages")


def vul_opmerking(scherm: Scherm, tekst: str, knop: str) -> None:
    venster = scherm.get_by_role("dialog")
    venster.get_by_label("Uw opmerking").fill(tekst)
    venster.get_by_role("button", name=knop).click()


def in_beeld(scherm: Scherm, plek: Any) -> bool:
    """A form scrolls when Wagtail's scripts have drawn it."""
    for _keer in range(40):
        if plek.evaluate("e => e.getBoundingClientRect().top < innerHeight"):
            return True
        scherm.wait_for_timeout(250)
    return False


def stand(scherm: Scherm, url: str) -> str:
    scherm.goto(url.replace("/edit/", "/history/"))
    return str(scherm.inner_text("main"))


@pytest.mark.parametrize("lijst", PAGINAS)
def test_approving_an_untouched_page_publishes(adres: str, mensen: Mensen, lijst: str) -> None:
    schrijver, chef = mensen("redacteur"), mensen("eindredacteur")
    url = open_pagina(schrijver, adres, lijst, PAGINAS[lijst])
    stuur_in(schrijver)
    chef.goto(url)
    doe(chef, GOEDKEUREN)
    zegt(chef, PAGINAS[lijst], ".messages")
    assert "Goedgekeurd" in stand(chef, url)
    chef.goto(url)
    assert not chef.get_by_role("button", name=GOEDKEUREN).count()


def test_a_question_goes_back_is_answered_and_approved_with_a_remark(adres: str, mensen: Mensen) -> None:
    schrijver, chef = mensen("redacteur"), mensen("eindredacteur")
    url = open_pagina(schrijver, adres, "interventies", "Alzheimer")
    stuur_in(schrijver)
    chef.goto(url)
    doe(chef, "Terug met een vraag")
    vul_opmerking(chef, "Klopt het aantal cafés nog?", "Terug met een vraag")
    zegt(chef, "Alzheimer", ".messages")
    schrijver.goto(url)
    zegt(schrijver, "Klopt het aantal cafés nog?", ".opmerking")
    zegt(schrijver, "Terug met een vraag", ".opmerking h2")
    assert "afgekeurd" not in schrijver.inner_text("body").lower()
    schrijver.get_by_role("textbox", name="Samenvatting").fill(
        "Een avond voor mensen met dementie en wie voor hen zorgt."
    )
    doe(schrijver, "Stuur opnieuw door naar Eindredactie")
    zegt(schrijver, "ligt nu bij de eindredactie", ".messages")
    chef.goto(url)
    assert not chef.locator(".opmerking").count()
    chef.get_by_role("textbox", name="Samenvatting").fill("Een avond voor mensen met dementie en hun naasten.")
    doe(chef, "Goedkeuren met een opmerking")
    vul_opmerking(chef, "Helder nu.", "Goedkeuren")
    zegt(chef, "is goedgekeurd en staat op de site", ".messages")  # with the word that the chef mended
    schrijver.goto(f"{adres}/menukaart/alzheimer-cafe/")
    zegt(schrijver, "Een avond voor mensen met dementie en hun naasten")


def test_from_nothing_to_published_with_a_question_in_between(adres: str, mensen: Mensen) -> None:
    """What a list of blocks misses as a whole ('name a source') is where the form opens, however far down."""
    schrijver, chef, titel = mensen("redacteur"), mensen("eindredacteur"), "Wandelen met de wijkverpleegkundige"
    schrijver.goto(f"{adres}/admin/interventies/")
    schrijver.get_by_role("link", name="Interventie toevoegen").first.click()
    schrijver.get_by_role("textbox", name="Titel").first.fill(titel)
    schrijver.get_by_role("textbox", name="Samenvatting").fill("Elke week een half uur wandelen met wie alleen woont.")
    schrijver.locator(".public-DraftEditor-content").first.click()
    schrijver.keyboard.type("Een vaste wandeling door de buurt, met koffie na afloop.")
    schrijver.get_by_role("textbox", name="Eigenaar").fill("Netwerk Westwijk")
    schrijver.get_by_role("tab", name="Indeling en controle").click()
    schrijver.get_by_label("Hoofdthema").select_option(label="Zorgzame buurt")
    schrijver.get_by_label("Bewegen", exact=True).first.check()
    doe(schrijver, INDIENEN)
    mis = schrijver.locator(".help-critical", has_text="Noem ten minste één bron")
    mis.wait_for()
    assert in_beeld(schrijver, mis), "the form opens where the mistake is"
    bronnen = schrijver.locator("[data-contentpath=bronnen]")
    bronnen.get_by_role("button").first.click()
    for naam, waarde in {"titel": "Ommetje", "uitgever": "Gemeente Emmen", "gezien": "12-11-2026"}.items():
        bronnen.locator(f"[name=bronnen-0-value-{naam}]").fill(waarde)
    doe(schrijver, INDIENEN)  # while Wagtail may be keeping it by itself
    zegt(schrijver, "ligt nu bij de eindredactie", ".messages")
    chef.goto(f"{adres}/admin/")
    chef.get_by_role("link", name=titel).first.click()
    chef.wait_for_url(re.compile(r"/edit/"))
    doe(chef, "Terug met een vraag")
    vul_opmerking(chef, "Hoe vaak per week?", "Terug met een vraag")
    zegt(chef, "is terug met uw vraag", ".messages")
    schrijver.goto(f"{adres}/admin/")
    schrijver.get_by_role("link", name=titel).first.click()
    zegt(schrijver, "Hoe vaak per week?", ".opmerking")
    schrijver.get_by_label("Duur en frequentie").fill("Elke week, een half uur.")
    doe(schrijver, "Stuur opnieuw door naar Eindredactie")
    zegt(schrijver, "ligt nu bij de eindredactie", ".messages")
    chef.goto(f"{adres}/admin/")
    chef.get_by_role("link", name=titel).first.click()
    chef.wait_for_url(re.compile(r"/edit/"))
    doe(chef, "Goedkeuren")
    zegt(chef, "is goedgekeurd en staat op de site", ".messages")
    chef.goto(f"{adres}/menukaart/wandelen-met-de-wijkverpleegkundige/")
    zegt(chef, "Elke week, een half uur.")
    chef.goto(f"{adres}/admin/interventies/?q={titel}")
    assert chef.locator("tbody tr", has_text=titel).count() == 1, "made once, whatever was pressed while it was kept"


def test_what_was_pressed_is_kept_by_nobody_else_meanwhile(adres: str, mensen: Mensen) -> None:
    """On a busy server Wagtail kept a page by itself while its form was on its way: it came back with 'address taken'."""
    scherm = mensen("redacteur")
    open_pagina(scherm, adres, "interventies", "Buurtbeeld maken")
    scherm.evaluate(  # what was typed just before is noticed just after
        "addEventListener('submit', e => e.target.dispatchEvent(new CustomEvent('w-unsaved:add', {bubbles: true})));"
        "addEventListener('w-autosave:save', e => fetch(`/gemeld/${e.defaultPrevented ? 'gelaten' : 'bewaard'}`))"
    )
    with scherm.expect_request("**/gemeld/*") as gemeld:
        scherm.locator("footer").get_by_role("button", name="Bewaar concept").click()
    assert gemeld.value.url.endswith("/gelaten"), "kept while the form was on its way"
    zegt(scherm, "Buurtbeeld maken", ".messages")


def test_cancelling_publishing_and_locking(adres: str, mensen: Mensen) -> None:
    schrijver, chef = mensen("redacteur"), mensen("eindredacteur")
    url = open_pagina(schrijver, adres, "interventies", "Buurttuin")
    stuur_in(schrijver)
    schrijver.goto(url)
    doe(schrijver, "Haal terug uit het nakijken")
    zegt(schrijver, "Buurttuin", ".messages")
    schrijver.locator("footer").get_by_role("button", name="Bewaar concept").wait_for()
    schrijver.goto(f"{adres}/admin/")  # while it is open, Wagtail keeps what stands there, and warns who publishes
    schrijver.wait_for_load_state()
    chef.goto(url)
    doe(chef, "Publiceren")
    # The writer's window kept what stood there once more as it was left: Wagtail asks, and publishes.
    nogmaals = chef.get_by_role("dialog").get_by_role("button", name="Publiceren")
    chef.wait_for_timeout(500)
    if nogmaals.count() and nogmaals.first.is_visible():
        nogmaals.first.click()
    zegt(chef, "gepubliceerd", ".messages")
    chef.goto(url)
    chef.get_by_role("button", name="Status").click()
    chef.locator("[data-side-panel=status]").get_by_text("Vergrendelen", exact=True).click()
    zegt(chef, "vergrendeld", "body")
    schrijver.goto(url)
    assert not schrijver.locator("footer").get_by_role("button", name="Bewaar concept").count()
    chef.goto(url)
    chef.locator(".messages").get_by_role("button", name="Ontgrendel").click()
    chef.wait_for_load_state()
    schrijver.goto(url)
    schrijver.locator("footer").get_by_role("button", name="Bewaar concept").wait_for()


def test_a_dutch_day_is_kept_as_it_was_meant(adres: str, mensen: Mensen) -> None:
    """Finding 3: a picker turned what it could not read into today."""
    scherm = mensen("redacteur")
    url = open_pagina(scherm, adres, "interventies", "Buurtbeeld maken")
    scherm.get_by_role("tab", name="Indeling en controle").click()
    veld = scherm.get_by_role("textbox", name="Volgende controle")
    veld.fill("1/11/27")
    veld.press("Tab")
    assert veld.input_value() == "1 november 2027"
    veld.fill("over een jaar")
    veld.press("Tab")
    assert veld.input_value() == "over een jaar" and veld.get_attribute("aria-invalid") == "true"
    doe(scherm, "Bewaar concept")
    scherm.get_by_text("Deze datum begrijpen wij niet").first.wait_for()
    assert scherm.get_by_role("textbox", name="Volgende controle").is_visible(), "the form shows its first mistake"
    scherm.get_by_role("textbox", name="Volgende controle").fill("1 nov 2027")
    doe(scherm, "Bewaar concept")
    zegt(scherm, "Buurtbeeld", ".messages")
    scherm.goto(url)
    scherm.get_by_role("tab", name="Indeling en controle").click()
    assert scherm.get_by_role("textbox", name="Volgende controle").input_value() == "1 november 2027"
