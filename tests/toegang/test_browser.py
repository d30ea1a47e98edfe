"""The door in a real browser: a passkey, the keyboard, a phone, axe, and without script."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from kennisplatform.deelnemers.management.commands.demo import WACHTWOORD
from tests.schermen import overal, zegt

pytestmark = pytest.mark.browser
OPEN = (
    "aanmelden/", "registreren/", "wachtwoord/vergeten/", "wachtwoord/vergeten/verstuurd/", "e-mail/bevestigen/",
    "verwijderd/", "wachtwoord/nieuw/1-x/", "e-mail/bevestigen/x/",
)  # fmt: skip  # a list of words
EIGEN = (
    "", "profiel/", "e-mail/", "wachtwoord/", "tweede-stap/", "tweede-stap/app/", "sleutels/", "sleutels/nieuw/",
    "apparaten/", "mijn-gegevens/", "mijn-gegevens/verwijderen/", "organisaties/", "afmelden/",
    "bevestig-dat-u-het-bent/",
)  # fmt: skip  # a list of words


@pytest.fixture
def scherm(chromium: Any) -> Iterator[Any]:
    """A phone. `localhost`, because a passkey belongs to a name, not to a number."""
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


@pytest.fixture
def deur(adres: str) -> str:
    return adres.replace("127.0.0.1", "localhost") + "/account/"


def meld_aan(scherm: Any, deur: str, wie: str = "onderzoeker") -> None:
    scherm.goto(f"{deur}aanmelden/?next=/account/")
    scherm.get_by_label("E-mailadres").fill(f"{wie}@demo.example")
    scherm.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    scherm.keyboard.press("Enter")
    scherm.wait_for_url(deur)


def bevestig(scherm: Any, pad: str) -> None:
    """Some pages ask for the password again."""
    scherm.goto(pad)
    if "bevestig-dat" in scherm.url and "bevestig-dat" not in pad:
        scherm.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
        scherm.keyboard.press("Enter")
        scherm.wait_for_url(pad)


def test_a_password_may_be_looked_at_and_is_kept_nowhere(scherm: Any, deur: str) -> None:
    meld_aan(scherm, deur)
    bevestig(scherm, f"{deur}wachtwoord/")
    nieuw = scherm.locator("input[autocomplete=new-password]").first
    nieuw.fill("kort")
    zegt(scherm, "Nog 8 tekens.")
    scherm.get_by_role("button", name="Toon wachtwoord").nth(1).click()
    assert nieuw.get_attribute("type") == "text"
    nieuw.press_sequentially(" en nu lang genoeg")
    zegt(scherm, "Lang genoeg.")
    scherm.wait_for_timeout(600)  # longer than what is typed waits to be kept
    assert "lang genoeg" not in scherm.evaluate("JSON.stringify(localStorage)")
    scherm.get_by_role("button", name="Verberg wachtwoord").click()
    assert nieuw.get_attribute("type") == "password"


def test_adding_a_passkey_and_signing_in_with_it(scherm: Any, deur: str) -> None:
    cdp = scherm.context.new_cdp_session(scherm)
    cdp.send("WebAuthn.enable")
    sleutel = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    houder = cdp.send("WebAuthn.addVirtualAuthenticator", {"options": sleutel})["authenticatorId"]
    meld_aan(scherm, deur, "begrotingscommissie")
    bevestig(scherm, f"{deur}sleutels/nieuw/")
    naam = f"telefoon {uuid.uuid4().hex[:6]}"
    scherm.get_by_label("Naam van de sleutel").fill(naam)
    scherm.get_by_role("button", name="Voeg toe").click()
    scherm.wait_for_url(f"{deur}tweede-stap/herstelcodes/")
    assert scherm.locator(".codes li").count() == 10
    scherm.goto(f"{deur}sleutels/")
    assert naam in scherm.inner_text("main")
    scherm.goto(f"{deur}afmelden/")
    scherm.locator("main").get_by_role("button", name="Afmelden").click()
    scherm.goto(f"{deur}aanmelden/?next=/account/apparaten/")
    scherm.get_by_role("button", name="Aanmelden met een passkey").click()
    scherm.wait_for_url(f"{deur}apparaten/")
    zegt(scherm, "Hier bent u aangemeld")
    scherm.goto(f"{deur}afmelden/")
    scherm.locator("main").get_by_role("button", name="Afmelden").click()
    scherm.goto(f"{deur}aanmelden/?next=/account/apparaten/")  # and as a second step, after the password
    scherm.get_by_label("E-mailadres").fill("begrotingscommissie@demo.example")
    scherm.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    scherm.keyboard.press("Enter")
    scherm.get_by_role("button", name="Gebruik uw passkey of sleutel").click()
    scherm.wait_for_url(f"{deur}apparaten/")
    # Away again: the next test meets the account as it was. And a key that is gone opens nothing.
    bevestig(scherm, f"{deur}sleutels/")
    scherm.get_by_role("link", name="Haal weg").click()
    if "bevestig" in scherm.url:
        scherm.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
        scherm.keyboard.press("Enter")
    scherm.locator("main").get_by_role("button", name="Haal weg").click()
    scherm.wait_for_url(f"{deur}sleutels/")
    scherm.goto(f"{deur}afmelden/")
    scherm.locator("main").get_by_role("button", name="Afmelden").click()
    scherm.goto(f"{deur}aanmelden/?next=/account/")
    with scherm.expect_navigation():  # the same address again: only the navigation itself tells that it was refused
        scherm.get_by_role("button", name="Aanmelden met een passkey").click()
    assert "/aanmelden/" in scherm.url
    cdp.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": houder})
    scherm.goto(f"{deur}")
    assert "aanmelden" in scherm.url


def test_a_failed_passkey_says_so_on_the_page(scherm: Any, deur: str) -> None:
    cdp = scherm.context.new_cdp_session(scherm)
    cdp.send("WebAuthn.enable")
    sleutel = {"protocol": "ctap2", "transport": "usb", "hasResidentKey": True, "hasUserVerification": True}
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": sleutel})
    scherm.add_init_script("navigator.credentials.get = () => Promise.reject(new DOMException('x', 'NotAllowedError'))")
    scherm.goto(f"{deur}aanmelden/")
    scherm.get_by_role("button", name="Aanmelden met een passkey").click()
    scherm.get_by_role("alert").get_by_text("Het lukte niet met de passkey").wait_for()


@pytest.mark.lang(40)
def test_axe_finds_nothing_and_nothing_sticks_out(chromium: Any, deur: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 800}, bypass_csp=True)
    pagina, fouten = context.new_page(), []
    for pad in OPEN:
        pagina.goto(deur + pad)
        fouten += overal(pagina)
    pagina.goto(f"{deur}aanmelden/")
    pagina.locator("main form").first.evaluate("f => { f.noValidate = true; f.submit(); }")
    pagina.locator("#fouten").wait_for()
    fouten += overal(pagina)
    meld_aan(pagina, deur)
    for pad in EIGEN:
        bevestig(pagina, deur + pad)
        for knop in pagina.locator("main summary").all():
            knop.click()
        fouten += overal(pagina)
    context.close()
    assert not fouten, "\n".join(fouten)


def test_nothing_from_elsewhere_and_no_error_in_the_console(scherm: Any, deur: str) -> None:
    verzoeken: list[str] = []
    meldingen: list[str] = []
    scherm.on("request", lambda verzoek: verzoeken.append(verzoek.url))
    scherm.on("console", lambda m: meldingen.append(m.text) if m.type in {"error", "warning"} else None)
    for pad in OPEN:
        scherm.goto(deur + pad)
    meld_aan(scherm, deur)
    for pad in EIGEN:
        bevestig(scherm, deur + pad)
    assert {u for u in verzoeken if not u.startswith(deur.removesuffix("account/"))} == set()
    assert not meldingen  # the policy among them: no inline script, no data: picture


def test_without_script_everything_works_but_the_passkey(chromium: Any, deur: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    pagina = context.new_page()
    meld_aan(pagina, deur, "transitieteam")
    pagina.goto(f"{deur}profiel/")
    pagina.get_by_label("Functie en organisatie").or_(pagina.locator("#id_functie")).first.fill("projectleider")
    pagina.get_by_role("button", name="Bewaar").click()
    zegt(pagina, "Uw profiel is bewaard")
    pagina.goto(f"{deur}mijn-gegevens/")
    pagina.locator("main summary").first.click()
    zegt(pagina, "projectleider")
    pagina.locator("header").get_by_role("button", name="Afmelden").click()
    pagina.goto(f"{deur}aanmelden/")
    assert "Voor een passkey is JavaScript nodig" in pagina.inner_text("main")
    context.close()


def test_by_keyboard(scherm: Any, deur: str) -> None:
    """From the top of the page to signed in, and out again, without a pointer."""
    scherm.set_viewport_size({"width": 1280, "height": 900})
    scherm.goto(f"{deur}aanmelden/?next=/account/")

    def tab_naar(vraag: str) -> None:
        for _stap in range(40):
            scherm.keyboard.press("Tab")
            if scherm.evaluate(f"document.activeElement.matches({vraag!r})"):
                rand = scherm.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
                assert rand >= 2, "the focus must be seen"
                return
        raise AssertionError(f"the keyboard does not reach {vraag}")

    tab_naar("#id_login")
    scherm.keyboard.type("onderzoeker@demo.example")
    tab_naar("#id_password")
    scherm.keyboard.type("verkeerd-wachtwoord")
    scherm.keyboard.press("Enter")
    scherm.locator("#fouten").wait_for()
    assert scherm.evaluate("document.activeElement.id") == "fouten"  # where the reader must be now
    assert scherm.input_value("#id_login") == "onderzoeker@demo.example"
    tab_naar("#id_password")
    scherm.keyboard.type(WACHTWOORD)
    tab_naar("main form button.knop")
    scherm.keyboard.press("Enter")
    scherm.wait_for_url(deur)
    tab_naar("header .eigen button")
    scherm.keyboard.press("Enter")
    scherm.wait_for_url(deur.removesuffix("account/"))
    assert scherm.locator("header .eigen").inner_text() == "Aanmelden"


def test_on_a_phone_it_does_not_bother_residents(scherm: Any, adres: str) -> None:
    scherm.goto(f"{adres}/")
    assert not scherm.locator("header .eigen").is_visible()
    assert scherm.locator("footer").get_by_role("link", name="Aanmelden").is_visible()
