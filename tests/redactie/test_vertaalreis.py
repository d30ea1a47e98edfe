"""A translation on its way to readers, in a browser: who translates hands it in, who publishes asks, gets an answer, says yes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.redactie.test_reis import doe, mensen, open_pagina, vul_opmerking  # noqa: F401  mensen is a fixture
from tests.schermen import gaaf, zegt

pytestmark = [pytest.mark.browser, pytest.mark.lang(25)]
Mensen = Callable[[str], Any]


@pytest.fixture
def vertaling(adres: str, mensen: Mensen) -> str:  # noqa: F811
    """The address of its form: an article that was put ready for English."""
    chef = mensen("eindredacteur")
    bron = open_pagina(chef, adres, "artikelen", "Ik ben bang om te vallen")
    chef.goto(bron.replace("/admin/pages/", "/admin/localize/submit/page/").replace("edit/", ""))
    chef.get_by_label("English").check()
    chef.get_by_role("button", name="Zet klaar").click()
    chef.wait_for_url(re.compile(r"/edit/"))
    return str(chef.url)


def vertaal(scherm: Any, tekst: str) -> None:
    """The first sentence, which is the title; the library keeps it at once."""
    scherm.get_by_role("button", name="Vertaal", exact=True).first.click()
    scherm.locator(".js-translation-editor textarea").first.fill(tekst)
    scherm.get_by_role("button", name="Bewaar", exact=True).first.click()
    zegt(scherm, tekst, ".js-translation-editor")
    scherm.locator(".js-translation-editor textarea").first.wait_for(state="detached")


def test_who_may_not_publish_hands_it_in_and_who_may_decides(
    adres: str,
    vertaling: str,
    mensen: Mensen,  # noqa: F811
) -> None:
    schrijver, chef = mensen("redacteur"), mensen("eindredacteur")
    schrijver.goto(vertaling)
    vertaal(schrijver, "I am afraid of falling")
    assert not schrijver.get_by_role("button", name="Publiceren").count()
    gaaf(schrijver)
    doe(schrijver, "Stuur door naar Eindredactie")
    zegt(schrijver, "ligt nu bij de eindredactie", ".messages")
    schrijver.goto(vertaling)
    zegt(schrijver, "U kunt nu niets wijzigen", ".vertaalstand")
    assert not schrijver.get_by_role("button", name="Vertaal", exact=True).count()
    chef.goto(f"{adres}/admin/")
    chef.get_by_role("link", name="I am afraid of falling").first.click()
    zegt(chef, "delen hebben nog geen vertaling", ".vertaalstand")
    gaaf(chef)
    doe(chef, "Terug met een vraag")
    vul_opmerking(chef, "Ook de samenvatting?", "Terug met een vraag")
    zegt(chef, "is terug met uw vraag", ".messages")
    schrijver.goto(vertaling)
    zegt(schrijver, "Ook de samenvatting?", ".opmerking")
    doe(schrijver, "Stuur opnieuw door naar Eindredactie")
    zegt(schrijver, "ligt nu bij de eindredactie", ".messages")
    chef.goto(vertaling)
    doe(chef, "Goedkeuren")
    zegt(chef, "Nog niet alles is vertaald", "h1")
    chef.get_by_role("button", name="Keur toch goed en publiceer").click()
    zegt(chef, "is goedgekeurd en staat op de site", ".messages")
    schrijver.goto(vertaling)
    assert not schrijver.get_by_text("U kunt nu niets wijzigen").count()
