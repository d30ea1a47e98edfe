"""Read aloud by the browser's own voice, sentence by sentence; who must not be seen leaves nothing in the browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import Page

from kennisplatform.basis.models.media import Bestand
from kennisplatform.preventie.models import Artikel
from tests import giftig

STEM = """
window.gezegd = [];
window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [{ lang: "nl-NL" }], addEventListener() {}, cancel() { this.nu?.dispatchEvent(new Event("end")); },
  speak(uiting) { this.nu = uiting; gezegd.push([uiting.rate, uiting.text]); } } });
"""  # a machine that tests has no voice; this one says nothing and notes what it would
UITGESPROKEN = "speechSynthesis.nu.dispatchEvent(new Event('end'))"
GEMERKT = "[...CSS.highlights.values()].flatMap(h => [...h]).map(r => r.toString())"


@pytest.mark.browser
def test_a_route_is_listened_to_sentence_by_sentence_at_ones_own_speed(adres: str, nieuw: Callable[..., Any]) -> None:
    scherm = nieuw()
    scherm.add_init_script(STEM)
    scherm.goto(f"{adres}/stap-voor-stap/mantelzorger-worden/")
    knop, tempo = scherm.locator("#voorlezen"), scherm.locator("#leestempo")
    assert not tempo.is_visible()
    knop.click()
    for _ in range(2):
        scherm.evaluate(UITGESPROKEN)
    assert scherm.locator(".kort").bounding_box()["y"] > knop.bounding_box()["y"]  # who can't read meets it first
    assert knop.bounding_box()["y"] >= 0  # and sees how to stop, however far the page has gone
    gezegd = scherm.evaluate("gezegd")
    assert gezegd[0][1] == scherm.inner_text("h1")
    assert scherm.evaluate(GEMERKT) == [gezegd[-1][1]]  # what is heard is what is marked
    tempo.click()
    anders = scherm.evaluate("gezegd.at(-1)")
    assert anders[1] == gezegd[-1][1] and anders[0] < gezegd[-1][0]  # slower, from the same sentence
    knop.click()
    assert knop.inner_text() == "Lees voor" and not tempo.is_visible() and scherm.evaluate(GEMERKT) == []
    assert len(scherm.evaluate("gezegd")) == len(gezegd) + 1  # what was broken off goes on nowhere
    knop.click()
    while knop.get_attribute("aria-pressed") == "true":
        scherm.evaluate(UITGESPROKEN)
    alles = [zin for _snelheid, zin in scherm.evaluate("gezegd")]
    assert "Als het te veel wordt" in alles and "Bronnen" not in alles
    assert not [zin for zin in alles if zin.startswith("·") or "http" in zin]  # no dots, no addresses


@pytest.mark.browser
def test_a_question_that_led_here_is_not_kept_in_the_browser(adres: str, nieuw: Callable[..., Any]) -> None:
    scherm = nieuw()
    scherm.goto(f"{adres}/zoeken/?q=ik+word+thuis+geslagen")
    scherm.goto(f"{adres}/preventie/geweld-thuis/")
    assert scherm.evaluate("[...Object.keys(sessionStorage), ...Object.keys(localStorage)]") == []


@pytest.mark.browser
def test_who_leaves_comes_by_no_question_with_back(adres: str, nieuw: Callable[..., Any]) -> None:
    """Not the question that led here, and none that was asked from here."""
    scherm = nieuw()
    scherm.route("https://www.buienradar.nl/**", lambda vraag: vraag.fulfill(body="het weer"))
    scherm.goto(f"{adres}/")
    scherm.goto(f"{adres}/zoeken/?q=ik+ben+16+en+misschien+zwanger")
    scherm.get_by_role("link", name="Ik wil niet zwanger zijn").first.click()
    scherm.wait_for_url("**/preventie/niet-zwanger-willen-zijn/")
    scherm.locator(".kop input[name=q]").fill("iemand heeft naaktfotos van mij")
    scherm.keyboard.press("Enter")
    scherm.wait_for_url("**/zoeken/?q=iemand*")
    scherm.locator("ol.treffers h2 a").first.click()
    scherm.wait_for_url("**/preventie/online-gechanteerd/")
    scherm.locator("#snel-weg").click()
    scherm.wait_for_url("https://www.buienradar.nl/")
    scherm.go_back()
    assert scherm.url == f"{adres}/"


@pytest.mark.django_db
def test_what_an_editor_had_read_aloud_is_played_on_the_page(client: Client) -> None:
    opname = Bestand.objects.create(
        title="Voorgelezen", file=ContentFile(giftig.bestand("goed.mp3"), "voorgelezen.mp3")
    )
    pagina = Artikel.objects.get(slug="lezen-en-schrijven-is-lastig", locale__language_code="nl")
    pagina.documenten = [("document", {"document": opname, "naam": ""})]
    pagina.save_revision().publish()
    html = client.get(Page.objects.get(pk=pagina.pk).get_url()).content.decode()
    assert f'src="{opname.url}"' in html and html.index("<audio") < html.index('class="kort"')
    assert "Documenten om te downloaden" not in html
    assert not hasattr(Bestand.objects.get(pk=opname.pk), "gelezen")  # there is no text to be found in it
