"""At the desk, in a browser, by role: a page goes into the bin and comes back; a collection is made and read.

One after the other on one server: each test takes a page of its own, and leaves the site as it found it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.redactie.test_reis import Mensen, Scherm, doe, mensen, open_pagina
from tests.schermen import alles_gaaf, gaaf, zegt

__all__ = ["mensen"]  # a fixture
pytestmark = [pytest.mark.browser, pytest.mark.lang(40)]
BAK = "/admin/redactie/prullenbak/"


def niet_op_de_site(scherm: Scherm, adres: str) -> None:
    assert scherm.request.get(adres).status == 404


def test_a_page_goes_into_the_bin_is_found_there_and_put_back(adres: str, mensen: Mensen) -> None:
    chef, schrijver = mensen("eindredacteur"), mensen("redacteur")
    openbaar = f"{adres}/menukaart/coach2move/"
    assert chef.request.get(openbaar).status == 200
    url = open_pagina(chef, adres, "interventies", "Coach2Move")
    chef.get_by_role("button", name="Acties").first.click()
    chef.get_by_role("link", name="Verwijderen").first.click()
    zegt(chef, "ligt 30 dagen in de prullenbak")
    chef.get_by_role("button", name="Leg in de prullenbak").click()
    zegt(chef, "ligt in de prullenbak, nog 30 dagen", ".messages")
    niet_op_de_site(chef, openbaar)
    schrijver.goto(url)  # by an old link
    zegt(schrijver, "De eindredactie kan haar terugzetten")
    assert not schrijver.get_by_role("button", name="Zet terug").count()
    chef.goto(f"{adres}/admin/")
    chef.get_by_role("link", name="Prullenbak").click()
    chef.get_by_label("Zoek op titel").fill("coach2")
    chef.get_by_role("button", name="Zoek", exact=True).click()
    zegt(chef, "Coach2Move", "table")
    gaaf(chef)
    chef.get_by_role("link", name="Coach2Move").click()
    zegt(chef, "Menukaart", ".prullenbak__feiten")
    gaaf(chef)
    chef.get_by_role("button", name="Zet terug").click()
    zegt(chef, "staat weer op haar plek", ".messages")
    assert chef.request.get(openbaar).status == 200
    schrijver.goto(url)
    schrijver.get_by_role("textbox", name="Samenvatting").wait_for()


def test_destroying_asks_whether_you_are_sure(adres: str, mensen: Mensen) -> None:
    baas = mensen("beheerder")
    url = open_pagina(baas, adres, "interventies", "Alzheimer")
    baas.goto(url.replace("/edit/", "/delete/"))
    baas.get_by_role("button", name="Leg in de prullenbak").click()
    zegt(baas, "ligt in de prullenbak", ".messages")
    baas.goto(re.sub(r"/pages/(\d+)/edit/", r"/redactie/prullenbak/\1/", url))
    baas.get_by_role("button", name="Verwijder voorgoed").click()
    assert baas.get_by_label("Ik weet het zeker").evaluate("veld => !veld.checkValidity()")
    baas.get_by_role("button", name="Zet terug").click()
    zegt(baas, "staat weer op haar plek", ".messages")


def test_a_collection_is_made_seen_published_and_read(adres: str, mensen: Mensen, nieuw: Callable[..., Any]) -> None:
    chef = mensen("eindredacteur")
    chef.goto(f"{adres}/admin/collecties/")
    chef.get_by_role("link", name="Collectie toevoegen").first.click()
    chef.get_by_role("textbox", name="Titel").fill("Samen tegen eenzaamheid")
    chef.get_by_role("textbox", name="Samenvatting").fill("Wat een buurt kan doen tegen eenzaamheid.")
    blok = chef.locator(".struct-block.collectie")
    zegt(chef, "Kies iets om te zien", ".collectie__nu")
    blok.get_by_label("Menukaart", exact=True).check()
    blok.get_by_label("Zoekwoorden").fill("eenzame")
    zegt(chef, "Vindt nu", ".collectie__nu")
    gaaf(chef)
    doe(chef, "Publiceren")
    zegt(chef, "Samen tegen eenzaamheid", ".messages")
    lezer = nieuw()
    lezer.goto(f"{adres}/samen-tegen-eenzaamheid/")
    zegt(lezer, "Samen tegen eenzaamheid", "h1")
    assert lezer.locator("ul.raster h2").count() > 1
    alles_gaaf(lezer, [f"{adres}/samen-tegen-eenzaamheid/"])
    assert (
        "<rss"
        in lezer.request.get(adres + lezer.get_by_role("link", name="Volg wat erbij komt").get_attribute("href")).text()
    )


def test_the_calendar_and_the_rules_have_no_barriers(adres: str, mensen: Mensen) -> None:
    chef = mensen("eindredacteur")
    for pad in ("regels/1/", "kalender/?maand=2027-05"):
        chef.goto(f"{adres}/admin/redactie/{pad}")
        gaaf(chef)
    chef.locator("table.kalender a").first.click()
    assert re.search(r"#dag-\d+$", chef.url)


# Screens of ours that no other test asks axe about; `{pk}` is a page.
SCHERMEN = (
    "",
    "redactie/rapporten/",
    "redactie/rapporten/vertalen/",
    "redactie/werk/",
    "redactie/werk/inlezen/",
    "bulk/wagtailcore/page/veel/?id={pk}",
    "pages/{pk}/delete/",
    "redactie/volgorde/{pk}/",
    "redactie/pagina/{pk}/versies/",
    "redactie/pagina/{pk}/controles/",
    "snippets/redactie/inhoudsregel/",
    "snippets/basis/begrip/add/?locale=nl",
    "documents/multiple/add/",
    "niet-gevonden/",
    "zoekproef/?q=vallen",
    "meegeleverd/",
    "terugmeldingen/",
    "terugmeldingen/nuttig/",
    "post/",
)


def test_the_other_screens_of_the_desk_have_no_barriers(adres: str, mensen: Mensen) -> None:
    baas = mensen("beheerder")
    url = open_pagina(baas, adres, "interventies", "Buurtbeeld maken")
    pk = re.search(r"/pages/(\d+)/", url)
    assert pk
    for pad in SCHERMEN:
        baas.goto(f"{adres}/admin/{pad.format(pk=pk[1])}")
        gaaf(baas)


def test_what_wagtail_left_without_a_name_has_one(adres: str, mensen: Mensen) -> None:
    schrijver = mensen("redacteur")
    open_pagina(schrijver, adres, "interventies", "Buurtbeeld maken")
    schrijver.get_by_role("textbox", name="Wat is het?").wait_for()
    schrijver.locator(".tagit input[aria-label=Trefwoorden]").wait_for(state="attached")  # in a tab that is not open


@pytest.mark.parametrize("breed", [1280, 800, 360])
def test_what_can_be_done_with_ticked_pages_stands_in_whole_words(adres: str, mensen: Mensen, breed: int) -> None:
    """'Naar inhoudbest…' was cut off; on a narrow screen the buttons stood beside it, or after fifty rows."""
    chef = mensen("eindredacteur")
    chef.set_viewport_size({"width": breed, "height": 800})
    chef.goto(f"{adres}/admin/interventies/")
    chef.locator("thead input[type=checkbox]").first.check()
    balk = chef.locator("[data-bulk-action-footer]:not(.hidden)")
    balk.wait_for()
    heel = "k => k.scrollWidth <= k.clientWidth + 1 && k.getBoundingClientRect().right <= innerWidth"
    assert all(knop.evaluate(heel) for knop in balk.locator("[data-bulk-action-button]").all())
    staat_in_beeld(chef, balk)
    gaaf(chef)
    balk.get_by_role("link", name=re.compile("^Wijzig samen")).click()
    zegt(chef, "Wat wilt u doen?", "form.veel")
    gaaf(chef)
    assert chef.locator("form.veel [name=wat]").evaluate("s => s.getBoundingClientRect().right <= innerWidth")


def staat_in_beeld(scherm: Scherm, plek: Any) -> None:
    """It slides in."""
    scherm.wait_for_function("b => b.getBoundingClientRect().bottom <= innerHeight + 1", arg=plek.element_handle())
