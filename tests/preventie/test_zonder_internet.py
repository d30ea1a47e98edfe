"""What a reader keeps is there without internet; nothing else is, and a page that leaves no trace never."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from kennisplatform.preventie.models import Artikel
from tests.pagina import pagina
from tests.schermen import gaaf

BEWAARD = "async () => (await caches.has('bewaard')) ? (await (await caches.open('bewaard')).keys()).map(v => new URL(v.url).pathname) : []"
WERKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"


@pytest.mark.django_db
def test_who_must_not_be_seen_can_keep_nothing(client: Client) -> None:
    for stil in Artikel.objects.live().filter(snel_weg=True):
        assert "bewaren.js" not in client.get(stil.get_url()).content.decode(), stil.slug
    assert 'id="bewaar"' in client.get("/preventie/bang-om-te-vallen/").content.decode()
    script = client.get("/bewaarder.js")
    assert script["Content-Type"].startswith("text/javascript") and "no-cache" in script["Cache-Control"]
    lijst = client.get("/bewaard/")
    assert "tel:112" in lijst.content.decode()
    assert pagina(lijst).heeft(
        "#niets-bewaard[hidden]"
    )  # 'there is nothing yet' stood above what was kept, for a moment


@pytest.mark.browser
def test_keep_read_and_forget(adres: str, nieuw: Callable[..., Any]) -> None:
    scherm = nieuw()
    scherm.goto(f"{adres}/preventie/hete-dagen/")
    scherm.wait_for_load_state("networkidle")
    assert scherm.evaluate(BEWAARD) == [] and scherm.evaluate(WERKERS) == 0  # visiting keeps nothing
    scherm.get_by_role("button", name="Bewaar voor zonder internet").click()
    scherm.get_by_role("button", name="Bewaard. Haal weg").wait_for()
    assert {"/preventie/hete-dagen/", "/bewaard/"} <= set(scherm.evaluate(BEWAARD))
    scherm.goto(f"{adres}/preventie/geweld-thuis/")
    scherm.goto(f"{adres}/preventie/hoge-bloeddruk/")
    assert not {"/preventie/geweld-thuis/", "/preventie/hoge-bloeddruk/"} & set(scherm.evaluate(BEWAARD))
    assert any("/bewaren" in stuk for stuk in scherm.evaluate(BEWAARD))  # what draws the list without internet
    scherm.context.set_offline(True)
    scherm.goto(f"{adres}/preventie/hete-dagen/")
    tekst = scherm.inner_text("body")
    assert "Drink de hele dag door" in tekst and "U leest dit zonder internet. Bewaard op" in tekst
    assert scherm.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith(
        "Kop"
    )  # its style too
    scherm.goto(f"{adres}/preventie/hoge-bloeddruk/")  # not kept: the list, with the numbers
    assert "Bewaard op dit toestel" in scherm.inner_text("h1")
    assert (
        scherm.locator("main a[href='tel:112']").count() and scherm.get_by_role("link", name="Het is zo heet").count()
    )
    scherm.context.set_offline(False)
    scherm.goto(f"{adres}/bewaard/")
    scherm.get_by_role("button", name="Haal weg").wait_for()
    gaaf(scherm)
    scherm.get_by_role("button", name="Haal weg").click()
    scherm.get_by_text("Er staat nog niets.").wait_for()
    assert scherm.evaluate(BEWAARD) == [] and scherm.evaluate(WERKERS) == 0  # no trace is left


@pytest.mark.browser
def test_a_browser_that_keeps_nothing_says_so(adres: str, nieuw: Callable[..., Any]) -> None:
    """It said 'choose on a page …', where no page of such a browser has that button."""
    scherm = nieuw()
    scherm.add_init_script("delete Navigator.prototype.serviceWorker")
    scherm.goto(f"{adres}/bewaard/")
    scherm.get_by_text("Bewaren kan niet met deze browser").wait_for()
    assert not scherm.get_by_text("Er staat nog niets.").is_visible()
