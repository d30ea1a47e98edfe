"""Read aloud by the browser's own voice, sentence by sentence; who must not be seen leaves nothing in the browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

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
    gezegd = scherm.evaluate("gezegd")
    assert gezegd[0][1] == scherm.inner_text("h1")
    assert scherm.evaluate(GEMERKT) == [gezegd[-1][1]]  # what is heard is what is marked
    tempo.click()
    anders = scherm.evaluate("gezegd.at(-1)")
    assert anders[1] == gezegd[-1][1] and anders[0] < gezegd[-1][0]  # slower, from the same sentence
    knop.click()
    assert knop.inner_text() == "Lees voor" and not tempo.is_visible() and scherm.evaluate(GEMERKT) == []
    assert len(scherm.evaluate("gezegd")) == len(gezegd) + 1  # what was broken off goes on nowhere


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
