"""What every browser test asks of a page: nothing sticks out, axe finds nothing, in the light and in the dark."""

from __future__ import annotations

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe

from kennisplatform.deelnemers.management.commands.demo import WACHTWOORD

# Every rule is asked of every element; only what fails is written out in full, which is half of the work.
_FOUTEN = {"resultTypes": ["violations"]}
REGELS = _FOUTEN | {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
KLEUREN = _FOUTEN | {"runOnly": ["cat.color"]}  # all that the dark can change
BREEDTEN = (320, 1280)
_AXE = Axe().axe_script + "; window.axe_van_de_test = axe"


_AANGEMELD: dict[tuple[str, str], list[Any]] = {}  # server and person → cookies of the first time


def meld_aan(scherm: Any, adres: str, wie: str, naar: str = "/werkplek/") -> None:
    """By the form the first time, and again when that session is over. What the form does: tests/toegang/test_browser.py."""
    if koekjes := _AANGEMELD.get((adres, wie)):
        scherm.context.add_cookies(koekjes)
        scherm.goto(adres + naar)
        if scherm.url == adres + naar:
            return
        scherm.context.clear_cookies()
    scherm.goto(f"{adres}/account/aanmelden/?next={naar}")
    scherm.get_by_label("E-mailadres").fill(f"{wie}@demo.example")
    scherm.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    scherm.keyboard.press("Enter")
    scherm.wait_for_url(adres + naar)
    _AANGEMELD[adres, wie] = scherm.context.cookies()


def fouten(scherm: Any, regels: dict[str, Any]) -> list[str]:
    scherm.wait_for_load_state()  # a click returns when the next page has begun, not when it is there
    uit = []
    steekt = scherm.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if steekt > 0:
        uit.append(f"{scherm.url}: {steekt} px te breed")
    for melding in axe(scherm, regels):
        knoop = melding["nodes"][0]
        uit.append(f"{scherm.url}: {melding['id']}: {knoop['html'][:200]} {knoop['failureSummary'][:200]}")
    return uit


def axe(scherm: Any, regels: dict[str, Any]) -> list[dict[str, Any]]:
    """What is wrong. Half a megabyte of script, so put into a page once."""
    if not scherm.evaluate("'axe_van_de_test' in window"):
        scherm.evaluate(_AXE)
    uit: list[dict[str, Any]] = scherm.evaluate(
        "regels => axe_van_de_test.run(document, regels).then(uit => uit.violations)", regels
    )
    return uit


def gaaf(scherm: Any) -> None:
    """As it stands on the screen now."""
    gevonden = fouten(scherm, REGELS)
    assert not gevonden, "\n".join(gevonden)


def overal(scherm: Any) -> list[str]:
    """The page that is open, on a phone and on a wide screen; its colours in the dark too. Loaded once: the tests of all
    screens took half of the suite.
    """
    uit = []
    for breed in BREEDTEN:
        scherm.set_viewport_size({"width": breed, "height": 800})
        uit += [f"{breed} px {fout}" for fout in fouten(scherm, REGELS)]
    scherm.emulate_media(color_scheme="dark")
    uit += [f"donker {fout}" for fout in fouten(scherm, KLEUREN)]
    scherm.emulate_media(color_scheme="light")
    return uit


def alles_gaaf(scherm: Any, adressen: list[str]) -> None:
    uit = []
    for adres in adressen:
        scherm.goto(adres)
        uit += overal(scherm)
    assert not uit, "\n".join(uit)


def zegt(scherm: Any, tekst: str, waar: str = "main") -> None:
    """Waits until it stands there: a click or a key returns before the next page has come."""
    scherm.locator(waar).filter(has_text=tekst).first.wait_for()


def open_brief(scherm: Any, adres: str, onderwerp: str) -> None:
    """Opens the newest letter about `onderwerp` in the demo's box; it leaves in a thread after the commit."""
    brief = scherm.get_by_role("link", name=re.compile(onderwerp)).first
    for _keer in range(60):
        scherm.goto(f"{adres}/proefpost/")
        if brief.count():
            break
        scherm.wait_for_timeout(250)
    brief.click()
    scherm.locator(".brief").wait_for()
