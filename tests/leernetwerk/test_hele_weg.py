"""The road of one example, walked to its end in a browser: from a phone with a line that breaks to what another
neighbourhood reads on the intervention half a year later.
"""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests import proefmap
from tests.schermen import gaaf, meld_aan, open_brief, zegt

pytestmark = pytest.mark.browser
TITEL = "Beweegtuin achter het dorpshuis"
AANLEIDING = "Oudere bewoners en hun buren kwamen nergens meer, sinds de gymzaal dicht is."
INTERVENTIE = "/menukaart/vitality-club/"
DOOR = ("downloadThroughput", "uploadThroughput")  # bytes a second


@pytest.mark.lang(70)
def test_from_a_phone_with_a_bad_line_to_stopped(
    adres: str, servermap: Path, nieuw: Callable[..., Any], tmp_path: Path
) -> None:
    lid = traag(nieuw())
    meld_aan(lid, adres, "emmen")
    concept = begin(lid)
    lid = de_lijn_valt_weg(lid, concept)
    schrijf_de_rest(lid, tmp_path)
    thuis(lid)
    een_naam_houdt_het_tegen(lid, concept)
    redactie = nieuw(1280)
    de_redactie_vraagt_meer(redactie, adres)
    vul_aan(lid, adres, concept)
    de_redactie_plaatst(redactie, adres)
    collega = nieuw()
    meld_aan(collega, adres, "westwijk")
    pagina = vind_met_een_tikfout(collega, adres)
    stel_een_vraag(collega, pagina)
    vraag_contact_en_krijg_antwoord(collega, pagina, lid, adres)
    een_halfjaar_later(servermap)
    stop(lid, adres)
    lezer = nieuw()
    lezer.goto(adres + INTERVENTIE)
    zegt(lezer, "1 × geen begeleider")
    gaaf(lezer)


def traag(scherm: Any) -> Any:
    """A slow phone line: 400 kbit/s, and every answer takes a third of a second longer."""
    scherm.lijn = scherm.context.new_cdp_session(scherm)
    lijn(scherm)
    return scherm


def lijn(scherm: Any, weg: bool = False) -> None:
    traag_ = {"latency": 300, **dict(zip(DOOR, (50_000, 25_000), strict=True))}
    scherm.lijn.send("Network.emulateNetworkConditions", traag_ | {"offline": weg})


def thuis(scherm: Any) -> None:
    """On a good line: what the slow one could break is behind, and a test that waits uses nothing."""
    scherm.lijn.send("Network.emulateNetworkConditions", {"latency": 0, **dict.fromkeys(DOOR, -1), "offline": False})


def begin(lid: Any) -> str:
    """The address of the draft's first step."""
    lid.get_by_role("link", name="Begin een voorbeeld").first.click()
    gaaf(lid)
    lid.get_by_role("button", name="Begin", exact=True).click()
    lid.wait_for_url(re.compile("/stap/verhaal/$"))
    gaaf(lid)
    return str(lid.url)


def de_lijn_valt_weg(lid: Any, concept: str) -> Any:
    """Half the text is at the site, half on the phone; the page is closed. The new page has both."""
    lid.get_by_label("Titel").fill(TITEL)
    lid.get_by_text("Bewaard").first.wait_for()
    lijn(lid, weg=True)
    lid.get_by_label(re.compile("Wat was er aan de hand")).fill(AANLEIDING)
    lid.get_by_text("Geen verbinding").wait_for()
    gaaf(lid)
    telefoon = lid.context
    lid.close()  # an open page would hand it in by itself, the moment the line is back
    lid = traag(telefoon.new_page())
    lid.goto(concept)
    assert lid.get_by_label("Titel").input_value() == TITEL
    assert lid.get_by_label(re.compile("Wat was er aan de hand")).input_value() == ""
    gaaf(lid)
    lid.get_by_role("button", name="Zet terug").click()
    lid.get_by_text("Bewaard").first.wait_for()
    lid.reload()
    assert lid.get_by_label(re.compile("Wat was er aan de hand")).input_value() == AANLEIDING
    return lid


def schrijf_de_rest(lid: Any, tmp_path: Path) -> None:
    lid.get_by_label(re.compile("Wat deed u")).fill("Mevrouw Jansen en haar buren legden zes toestellen aan.")
    lid.get_by_text("lijkt op een naam van een persoon").wait_for()  # kept by itself, and the guard speaks
    verder(lid, "geleerd")
    lid.get_by_label(re.compile(r"Wat werkte\?")).fill("De les op woensdag, met koffie na afloop.")
    lid.get_by_label(re.compile("Wat werkte niet")).fill("Zonder les stond de tuin leeg. Een bordje helpt niet.")
    lid.get_by_label("Het werkte deels").check()
    verder(lid, "inzet")
    verder(lid, "plek")
    lid.locator("#id_zoek").fill("vitalety club")
    lid.locator("#id_zoek").press("Enter")
    lid.get_by_label("Vitality Club", exact=True).check()
    lid.get_by_label("Preventie als mindset").check()
    lid.get_by_label("Bewegen", exact=True).check()
    verder(lid, "beeld")
    plaatje = tmp_path / "tuin.jpg"
    Image.effect_noise((800, 600), 60).convert("RGB").save(plaatje)
    lid.get_by_label("Foto").set_input_files(plaatje)
    lid.get_by_label(re.compile("te zien")).fill("Zes toestellen op een grasveld.")
    lid.get_by_label(re.compile("herkenbaar")).check()
    lid.get_by_role("button", name="Voeg de foto toe").click()
    lid.get_by_text("De foto staat erbij.").wait_for()
    gaaf(lid)
    lid.get_by_role("link", name="Verder", exact=True).click()
    lid.wait_for_url(re.compile("/stap/nakijken/$"))


def een_naam_houdt_het_tegen(lid: Any, concept: str) -> None:
    lid.get_by_role("button", name="Dien in").click()
    lid.get_by_text("Haal dit weg, of schrijf waarom").wait_for()
    gaaf(lid)
    lid.goto(concept)
    lid.get_by_label(re.compile("Wat deed u")).fill("Wij legden met buren zes toestellen aan en gaven zes weken les.")
    verder(lid, "geleerd")
    dien_in(lid, concept)
    gaaf(lid)


def de_redactie_vraagt_meer(redactie: Any, adres: str) -> None:
    meld_aan(redactie, adres, "eindredacteur", "/leernetwerk/delen/redactie/")
    gaaf(redactie)
    redactie.get_by_role("link", name=re.compile("Beoordeel Beweegtuin")).click()
    redactie.get_by_text("Ingezonden door Geesje Wolters").wait_for()
    kies_actie(redactie, "Vraag de schrijver om aanvulling")
    redactie.get_by_label(re.compile("Wat leest de schrijver")).fill("Hoeveel mensen kwamen er?")
    redactie.locator(".modal-content button[type=submit]").click()
    redactie.get_by_text("De schrijver krijgt uw vraag over").wait_for()
    assert redactie.url.endswith("/leernetwerk/delen/redactie/")


def vul_aan(lid: Any, adres: str, concept: str) -> None:
    brief(lid, adres, f"De redactie vraagt iets over ‘{TITEL}", "/leernetwerk/delen/")
    zegt(lid, "Hoeveel mensen kwamen er?")
    lid.get_by_role("link", name="Ga verder").click()
    lid.goto(concept.replace("verhaal", "geleerd"))
    lid.get_by_label(re.compile(r"Wat werkte\?")).fill("De les op woensdag, met koffie na afloop. Er kwamen 14 mensen.")
    verder(lid, "inzet")
    dien_in(lid, concept)


def de_redactie_plaatst(redactie: Any, adres: str) -> None:
    redactie.goto(f"{adres}/leernetwerk/delen/redactie/")
    redactie.get_by_role("link", name=re.compile("Beoordeel Beweegtuin")).click()
    redactie.get_by_text("Ingezonden door Geesje Wolters").wait_for()
    bewerken = redactie.url
    redactie.locator("input[name=title]").press("Enter")  # must not be 'Plaats'
    redactie.wait_for_timeout(500)
    assert redactie.url == bewerken
    redactie.locator("footer button", has_text="Plaats").first.click()
    redactie.get_by_text(f"‘{TITEL}’ staat op de site").wait_for()
    gaaf(redactie)


def vind_met_een_tikfout(collega: Any, adres: str) -> str:
    """The address of the page."""
    collega.goto(f"{adres}/zoeken/?q=beweegtiun+dorphuis")
    gaaf(collega)
    collega.get_by_role("link", name=TITEL).first.click()
    collega.wait_for_load_state()
    gaaf(collega)
    zegt(collega, "Er kwamen 14 mensen.")
    return str(collega.url)


def stel_een_vraag(collega: Any, pagina: str) -> None:
    collega.get_by_role("link", name="Stel een vraag").click()
    collega.get_by_label("Uw vraag in één zin").fill("Wie gaf de les op woensdag?")
    collega.get_by_role("button", name="Plaats vraag").click()
    collega.wait_for_url(re.compile(r"/leernetwerk/gesprek/\d+/$"))
    collega.goto(pagina)
    zegt(collega, "Wie gaf de les op woensdag?", "#gesprek")


def vraag_contact_en_krijg_antwoord(collega: Any, pagina: str, lid: Any, adres: str) -> None:
    collega.get_by_role("link", name="Stuur een bericht").click()
    gaaf(collega)
    collega.get_by_label("Uw vraag").fill("Mogen wij een ochtend komen kijken?")
    collega.get_by_role("button", name="Verstuur").click()
    collega.get_by_text("Mogen wij een ochtend komen kijken?").wait_for()
    gaaf(collega)
    brief(lid, adres, f"Een vraag over ‘{TITEL}", "/contact/")
    lid.get_by_label("Uw bericht").fill("Dat mag, elke woensdag om tien uur.")
    lid.get_by_role("button", name="Verstuur").click()
    brief(collega, adres, f"Antwoord over ‘{TITEL}", "/contact/")
    zegt(collega, "Dat mag, elke woensdag om tien uur.")
    gaaf(collega)


def een_halfjaar_later(servermap: Path) -> None:
    """The site is 190 days older, as far as this page is concerned; then its night comes."""
    with closing(sqlite3.connect(servermap / proefmap.DATABASE)) as site, site:
        site.execute(
            "UPDATE wagtailcore_page SET first_published_at = datetime(first_published_at, '-190 days') WHERE title = ?",
            [TITEL],
        )
    nacht = subprocess.run(
        [sys.executable, "manage.py", "dagelijks"],
        cwd=proefmap.WORTEL,
        env=proefmap.omgeving(servermap),
        check=False,
        capture_output=True,
        text=True,
    )
    assert not nacht.returncode, nacht.stderr


def stop(lid: Any, adres: str) -> None:
    brief(lid, adres, f"Loopt ‘{TITEL}’ nog", "/leernetwerk/delen/")
    lid.get_by_label("Nee, we zijn gestopt").check()
    lid.get_by_label("geen begeleider").check()
    lid.get_by_role("button", name="Bewaar").click()
    lid.get_by_text("Waarom: geen begeleider.").wait_for()
    gaaf(lid)


def verder(scherm: Any, naar: str) -> None:
    scherm.get_by_role("button", name="Bewaar en verder").click()
    scherm.wait_for_url(re.compile(f"/stap/{naar}/$"))
    gaaf(scherm)


def dien_in(lid: Any, concept: str) -> None:
    lid.goto(concept.replace("verhaal", "nakijken"))
    lid.get_by_role("button", name="Dien in").click()
    lid.get_by_text("Ingediend. U krijgt een mail").wait_for()


def kies_actie(scherm: Any, naam: str) -> None:
    """The button of Wagtail's own form, in its menu of actions."""
    scherm.locator("footer [data-w-dropdown-target=toggle], footer .w-dropdown__toggle").last.click()
    scherm.locator("footer button").filter(has_text=re.compile(rf"^\s*{re.escape(naam)}\s*$")).first.click()


def brief(scherm: Any, adres: str, onderwerp: str, link: str) -> None:
    """Opens the newest letter about `onderwerp`, and follows its link."""
    open_brief(scherm, adres, onderwerp)
    scherm.locator(".brief").get_by_role("link", name=link).first.click()
    scherm.wait_for_load_state()
