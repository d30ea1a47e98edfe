"""Journeys through a network on a phone of 360 px, in a real browser, to their end; axe and the keyboard on the way."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kennisplatform.deelnemers.management.commands.demo import WACHTWOORD
from tests.schermen import alles_gaaf, gaaf, meld_aan, zegt

pytestmark = pytest.mark.browser


def test_a_lead_invites_and_a_new_member_finds_the_way(adres: str, nieuw: Callable[..., Any]) -> None:
    kartrekker = nieuw()
    meld_aan(kartrekker, adres, "emmen")
    gaaf(kartrekker)
    kartrekker.get_by_role("link", name="Emmen", exact=True).first.click()
    gaaf(kartrekker)
    kartrekker.get_by_role("link", name=re.compile(r"Nodig uit\s*: Nog niemand van de gemeente")).click()
    assert kartrekker.get_by_label("Lid voor de gemeente").is_checked()
    # A mistake first: nothing that was typed is lost, and the summary leads to the field.
    kartrekker.get_by_label("E-mailadres").fill("wim@gemeente")
    kartrekker.get_by_label("Functie en organisatie").fill("wijkregisseur")
    kartrekker.get_by_role("button", name="Verstuur de uitnodiging").click()
    zegt(kartrekker, "Er klopt nog één ding niet")
    assert kartrekker.get_by_label("Functie en organisatie").input_value() == "wijkregisseur"
    gaaf(kartrekker)
    kartrekker.get_by_label("E-mailadres").fill("wim@gemeente.example")
    kartrekker.keyboard.press("Enter")
    kartrekker.wait_for_url(re.compile("/uitnodigingen/$"))
    zegt(kartrekker, "wim@gemeente.example")
    gaaf(kartrekker)

    lid = nieuw()
    brief = lid.get_by_role("link", name=re.compile("Doe mee met het buurtnetwerk van Emmen")).first
    for _keer in range(40):  # the mail leaves in a thread after the commit
        lid.goto(f"{adres}/proefpost/")
        if brief.count():
            break
        lid.wait_for_timeout(250)
    brief.click()
    lid.get_by_role("link", name=re.compile("uitnodiging.[A-Za-z0-9_-]{20}")).click()
    gaaf(lid)
    zegt(lid, "als lid voor de gemeente")
    lid.get_by_label("Voornaam").fill("Wim")
    lid.get_by_label("Achternaam").fill("<b>Bakker</b>")
    lid.get_by_label("Kies een wachtwoord").fill("tekort")
    lid.get_by_role("button", name="Maak account en doe mee").click()
    assert lid.get_by_label("Voornaam").input_value() == "Wim"  # too short a password: told, and the name stays
    lid.get_by_label("Kies een wachtwoord").fill("vier natte klompen")
    lid.keyboard.press("Enter")
    lid.wait_for_url(f"{adres}/werkplek/emmen/")
    tekst = lid.inner_text("main")
    assert "Welkom in het netwerk van Emmen" in tekst and "Wim <b>Bakker</b>" in tekst and "dat bent u" in tekst
    gaaf(lid)
    lid.get_by_role("link", name="Zo werken wij hier").click()
    lid.get_by_label("Begin hier").fill("Loop een ochtend mee.")
    lid.get_by_role("button", name="Bewaar als nieuwe versie").click()
    zegt(lid, "Loop een ochtend mee.")
    gaaf(lid)


def test_what_was_typed_comes_back_after_a_lost_connection(adres: str, nieuw: Callable[..., Any]) -> None:
    pad, tekst = "/werkplek/waterkwartier/zo-werken-wij/wijzigen/", "Een middag getypt in de trein."
    scherm = nieuw()
    meld_aan(scherm, adres, "kartrekker", pad)
    veld = scherm.locator("textarea").first
    veld.fill(tekst)
    scherm.wait_for_timeout(600)
    scherm.context.set_offline(True)
    scherm.locator("main form .knoppen button").first.click()
    scherm.context.set_offline(False)
    scherm.goto(adres + pad)
    zegt(scherm, "Op dit apparaat staat nog wat u hier typte")
    gaaf(scherm)
    assert veld.input_value() != tekst
    scherm.get_by_role("button", name="Zet het terug").click()
    assert veld.input_value() == tekst
    scherm.locator("main form .knoppen button").last.scroll_into_view_if_needed()
    scherm.get_by_role("button", name="Bewaar").click()
    scherm.wait_for_url("**/zo-werken-wij/")
    scherm.goto(adres + pad)
    assert "Op dit apparaat staat nog" not in scherm.inner_text("main")
    veld.fill("Nog iets, en dan afgemeld.")
    scherm.wait_for_timeout(600)
    scherm.get_by_role("button", name="Afmelden").first.click()
    scherm.wait_for_load_state()
    assert scherm.evaluate("Object.keys(localStorage).filter((k) => k.startsWith('typend:')).length") == 0


def test_what_was_chosen_and_ticked_comes_back_too(adres: str, nieuw: Callable[..., Any]) -> None:
    pad, scherm = "/leernetwerk/agenda/van/waterkwartier/nieuw/", nieuw()
    meld_aan(scherm, adres, "kartrekker", pad)
    for naam, waarde in (("titel", "Wandelen"), ("dag", "2027-04-01"), ("online", "https://x.example/kamer")):
        scherm.locator(f"main form [name={naam}]").fill(waarde)
    for vak in scherm.locator("main form details").all():
        vak.evaluate("d => { d.open = true; }")
    scherm.locator("main form select[name=thema]").select_option(index=1)
    vink = scherm.locator(
        "main form input[type=radio]:not(:checked), main form input[type=checkbox]:not(:checked)"
    ).first
    welk = vink.evaluate("v => { v.click(); return v.id; }")
    alles = """() => [...document.querySelectorAll("main form [name]:not([type=hidden])")]
      .map((v) => [v.id, ["radio", "checkbox"].includes(v.type) ? v.checked : v.value])"""
    stond = scherm.evaluate(alles)
    assert [welk, True] in stond
    scherm.wait_for_timeout(600)
    scherm.goto(adres + "/werkplek/")
    scherm.goto(adres + pad)
    assert scherm.locator("main form [name=titel]").input_value() == ""
    scherm.get_by_role("button", name="Zet het terug").click()
    assert scherm.evaluate(alles) == stond


def test_a_coach_changes_neighbourhood_without_mixing_them_up(adres: str, nieuw: Callable[..., Any]) -> None:
    coach = nieuw()
    meld_aan(coach, adres, "coach", "/werkplek/westwijk/")
    zegt(coach, "In Westwijk bent u: Transitiecoach")
    coach.locator("details.wissel summary").focus()
    coach.keyboard.press("Enter")
    gaaf(coach)
    coach.locator("details.wissel").get_by_role("link", name=re.compile("Waterkwartier")).click()
    coach.wait_for_url(f"{adres}/werkplek/waterkwartier/")
    zegt(coach, "In Waterkwartier (Biezen) bent u: Transitiecoach")
    assert not coach.get_by_role("link", name="Nodig iemand uit").count()  # a coach reads along
    coach.get_by_role("link", name="Zo werken wij hier").click()
    zegt(coach, "Zo werken wij in Waterkwartier", "h1")
    gaaf(coach)


def test_a_menu_closes_with_escape_and_with_a_click_beside_it(adres: str, nieuw: Callable[..., Any]) -> None:
    scherm = nieuw(1280)
    meld_aan(scherm, adres, "kartrekker", "/werkplek/waterkwartier/")
    menu = scherm.locator("details.doen").first

    def is_open() -> bool:
        return menu.evaluate("m => m.open")

    menu.locator("summary").focus()
    scherm.keyboard.press("Enter")
    scherm.keyboard.press("Tab")
    assert is_open() and scherm.evaluate("document.activeElement.tagName") == "A"
    scherm.keyboard.press("Escape")
    assert not is_open() and menu.locator("summary").evaluate("s => s === document.activeElement")
    menu.locator("summary").click()
    assert is_open()
    menu.locator("ul").click(position={"x": 6, "y": 20})  # inside: stays
    assert is_open()
    scherm.locator("h1").click()
    assert not is_open()
    ander = scherm.locator("details.doen").last  # the first, while open, lies over the next one
    menu.locator("summary").click()
    ander.locator("summary").click()  # one at a time
    assert not is_open() and ander.evaluate("m => m.open")


def test_the_team_enters_ten_neighbourhoods_and_mends_a_mistake(
    adres: str, nieuw: Callable[..., Any], tmp_path: Path
) -> None:
    bestand = tmp_path / "buurten.csv"
    regels = [f"BU0888{n:04d};Reiswijk {n};Reisstad;Reiszorg;Oost" for n in range(1, 11)]
    regels[6] = regels[6].replace("BU0888", "BU88")
    bestand.write_text("cbs_code;naam;gemeente;partner;regio\n" + "\n".join(regels), encoding="utf-8")
    team = nieuw()
    meld_aan(team, adres, "transitieteam", "/register/")
    gaaf(team)
    team.get_by_role("link", name="Voer een lijst in").click()
    team.get_by_label("Bestand").set_input_files(bestand)
    team.get_by_role("button", name="Kijk de lijst na").click()
    zegt(team, "Eén regel klopt nog niet")
    assert "BU met acht cijfers" in team.inner_text("main")
    gaaf(team)
    veld = team.get_by_label("Of plak hier")
    veld.fill(veld.input_value().replace("BU880007", "BU08880007"))
    team.get_by_role("button", name="Kijk opnieuw na").click()
    team.get_by_label("‘Reiszorg’").select_option(label="Een nieuwe partner: ‘Reiszorg’")
    team.get_by_role("button", name="Bewaar 10 buurten").click()
    zegt(team, "10 nieuwe buurten")
    team.goto(f"{adres}/register/?q=Reisstad")
    zegt(team, "10 buurten")
    team.get_by_role("link", name="Reiswijk 7", exact=True).click()
    gaaf(team)
    team.get_by_role("link", name="Wijzig", exact=True).click()
    gaaf(team)


def test_the_team_splits_a_neighbourhood_and_undoes_it(adres: str, nieuw: Callable[..., Any]) -> None:
    team = nieuw()
    meld_aan(team, adres, "transitieteam", "/register/indelen/")
    team.get_by_label("Welke buurt of buurten?").fill("Wesdwijk")
    team.get_by_label("Wat komt ervoor in de plaats?").fill("Westwijk Noord\nWestwijk Zuid")
    team.get_by_label("Waarom?").fill("Proef")
    team.get_by_role("button", name="Bekijk wat er gebeurt").click()
    zegt(team, "Bedoelt u ‘Westwijk")
    gaaf(team)
    team.get_by_label("Welke buurt of buurten?").fill("westwijk")
    team.get_by_role("button", name="Bekijk wat er gebeurt").click()
    gaaf(team)
    team.get_by_role("button", name="Ja, voer dit door").click()
    team.get_by_role("link", name=re.compile("Maak ongedaan")).click()
    zegt(team, "Westwijk is er weer")
    gaaf(team)
    team.get_by_role("button", name="Ja, maak het ongedaan").click()
    zegt(team, "Dit moet nog worden ingevuld.")
    team.get_by_label("Waarom?").fill("Verkeerde buurt")
    team.get_by_role("button", name="Ja, maak het ongedaan").click()
    team.wait_for_url(f"{adres}/register/buurt/westwijk/")
    zegt(team, "ongedaan gemaakt")
    assert "Transitiecoach" in team.inner_text("main")
    gaaf(team)


def test_somebody_takes_their_own_data_along_and_goes(adres: str, nieuw: Callable[..., Any]) -> None:
    vrager = nieuw(accept_downloads=True)
    meld_aan(vrager, adres, "vrager")
    zegt(vrager, "wacht op antwoord")
    vrager.goto(f"{adres}/account/mijn-gegevens/")
    gaaf(vrager)
    if "bevestig-dat" in vrager.url:
        vrager.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
        vrager.keyboard.press("Enter")
    with vrager.expect_download() as wacht:
        vrager.get_by_role("link", name=re.compile("JSON")).or_(
            vrager.get_by_role("button", name=re.compile("JSON"))
        ).first.click()
    gegevens = json.loads(Path(wacht.value.path()).read_text(encoding="utf-8"))
    assert "valtraining" in json.dumps(gegevens, ensure_ascii=False)  # the request that she wrote
    vrager.goto(f"{adres}/account/mijn-gegevens/verwijderen/")
    gaaf(vrager)
    vrager.get_by_label("Wachtwoord").first.fill(WACHTWOORD)
    vrager.locator("main form button").last.click()
    vrager.wait_for_load_state()
    vrager.goto(f"{adres}/account/aanmelden/")
    vrager.get_by_label("E-mailadres").fill("vrager@demo.example")
    vrager.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    vrager.keyboard.press("Enter")
    vrager.wait_for_load_state()
    assert "/werkplek/" not in vrager.url


@pytest.mark.lang(18)
@pytest.mark.parametrize(
    ("wie", "paden"),
    [
        (
            "kartrekker",
            [
                "",
                "waterkwartier/",
                "waterkwartier/uitnodigen/lijst/",
                "waterkwartier/buurtbeeld/",
                "waterkwartier/plan/",
                "waterkwartier/plan/thema/zorgzame-buurt/",
                "waterkwartier/plan/meten/",
                "waterkwartier/begroting/",
                "waterkwartier/logboek/",
                "waterkwartier/leden/",
                "waterkwartier/zo-werken-wij/wijzigen/",
            ],
        ),
        (
            "transitieteam",
            [
                "",
                "waterkwartier/",
                "waterkwartier/fase/",
                "../begrotingen/",
                "../register/",
                "../register/nieuw/",
                "../register/indelen/",
                "../register/logboek/",
                "../register/buurt/emmen/",
            ],
        ),
    ],
)
def test_axe_on_every_screen(adres: str, nieuw: Callable[..., Any], wie: str, paden: list[str]) -> None:
    scherm = nieuw()
    meld_aan(scherm, adres, wie)
    alles_gaaf(scherm, [f"{adres}/werkplek/{pad}" for pad in paden])
