"""The podium and the newsletter on a phone, in a real browser: from an editor's choice to a reader who leaves again."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.schermen import gaaf, meld_aan, open_brief, zegt

pytestmark = pytest.mark.browser


def brief(scherm: Any, adres: str, onderwerp: str, link: str) -> str:
    """Waits for a mail in the demo's box, and gives the path of its link."""
    open_brief(scherm, adres, onderwerp)
    gevonden = re.search(rf"/leernetwerk/uitgelicht/nieuwsbrief/{link}/[^\s/<]+/", scherm.inner_text("main"))
    assert gevonden, scherm.inner_text("main")
    return adres + gevonden[0]


def zet_op_podium_en_verstuur(redacteur: Any, adres: str) -> None:
    meld_aan(redacteur, adres, "redacteur", "/leernetwerk/uitgelicht/beheer/")
    redacteur.get_by_label("Zoek een openbaar voorbeeld op titel").fill("infuus")
    redacteur.keyboard.press("Enter")
    redacteur.wait_for_url(re.compile("q=infuus"))
    gaaf(redacteur)
    redacteur.get_by_role("link", name=re.compile("Kies Infuus")).click()
    redacteur.get_by_role("button", name="Zet op het podium").click()
    zegt(redacteur, "Schrijf waarom u juist dit voorbeeld laat zien")
    gaaf(redacteur)
    redacteur.get_by_label("Waarom dit voorbeeld?").fill("De kaart kwam te laat. Maak die dus eerst.")
    redacteur.get_by_role("button", name="Zet op het podium").click()
    redacteur.wait_for_url(f"{adres}/leernetwerk/uitgelicht/beheer/")
    gaaf(redacteur)
    redacteur.get_by_role("link", name="Nieuwsbrief", exact=True).click()
    gaaf(redacteur)
    redacteur.get_by_role("link", name="Schrijf een nieuwsbrief").click()
    redacteur.get_by_label("Onderwerp").fill("Eerst de kaart")
    redacteur.get_by_label("Opening").fill("Goedemorgen,\n\nDrie dingen uit de buurten.")
    gaaf(redacteur)
    redacteur.get_by_role("button", name="Bewaar en bekijk").click()
    gaaf(redacteur)
    redacteur.get_by_role("link", name=re.compile("Verstuur aan")).click()
    gaaf(redacteur)
    redacteur.get_by_role("button", name=re.compile("Verstuur aan")).click()
    zegt(redacteur, "De nieuwsbrief gaat eruit.")
    gaaf(redacteur)


@pytest.mark.lang(30)
def test_from_stage_to_signing_off(adres: str, nieuw: Callable[..., Any]) -> None:
    bewoner, redacteur = nieuw(), nieuw()
    bewoner.goto(f"{adres}/leernetwerk/uitgelicht/")
    gaaf(bewoner)
    bewoner.get_by_role("link", name="Ik wil de nieuwsbrief").click()
    gaaf(bewoner)
    bewoner.get_by_label("Uw e-mailadres").fill("jo")
    bewoner.get_by_role("button", name="Meld mij aan").click()
    zegt(bewoner, "Dit is geen e-mailadres")
    gaaf(bewoner)
    bewoner.get_by_label("Uw e-mailadres").fill("jo.podium@bewoner.example")
    bewoner.get_by_role("button", name="Meld mij aan").click()
    zegt(bewoner, "Kijk in uw mail")
    bewoner.goto(brief(bewoner, adres, "Bevestig uw adres", "bevestigen"))
    gaaf(bewoner)
    bewoner.get_by_role("button", name="Ja, stuur mij de nieuwsbrief").click()
    zegt(bewoner, "Uw adres is bevestigd")

    zet_op_podium_en_verstuur(redacteur, adres)
    bewoner.goto(brief(bewoner, adres, "Eerst de kaart", "afmelden"))
    gaaf(bewoner)
    bewoner.get_by_role("button", name="Meld mij af").click()
    zegt(bewoner, "U bent afgemeld")
    gaaf(bewoner)
    for pad in ("/", "/leernetwerk/", "/themas/behandeling-dichtbij/", "/leernetwerk/uitgelicht/nieuwsbrief/"):
        bewoner.goto(adres + pad)
        gaaf(bewoner)
    bewoner.get_by_role("link", name="Eerst de kaart").click()
    zegt(bewoner, "Maak die dus eerst.")
    gaaf(bewoner)
