from __future__ import annotations

import pytest
from django.test import Client

from tests.pagina import pagina

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("vraag", "adres"),
    [
        ("mijn vader reageert niet", "/preventie/reanimeren/"),
        ("my father does not respond", "/preventie/reanimeren/"),
        ("babam cevap vermiyor", "/preventie/reanimeren/"),
        ("tata nie reaguje", "/preventie/reanimeren/"),
        ("أبي لا يستجيب", "/preventie/reanimeren/"),
        ("батько не реагує", "/preventie/reanimeren/"),
        ("mon père ne répond plus", "/preventie/reanimeren/"),
        ("zwanger en veel bloedverlies", "/preventie/ik-ben-zwanger/"),
        ("oma is gevallen en kan niet opstaan", "/preventie/bang-om-te-vallen/"),
        ("felç", "/preventie/beroerte-of-hartaanval/"),
        ("pijn op de borst", "/preventie/beroerte-of-hartaanval/"),
        ("mein Mann schlägt mich", "/preventie/geweld-thuis/"),
        ("nie chcę żyć", "/preventie/denken-aan-de-dood/"),
    ],
)
def test_the_help_panel_leads_to_what_to_do_in_every_language(client: Client, vraag: str, adres: str) -> None:
    pag = pagina(client.get("/zoeken/", {"q": vraag}))
    assert pag.heeft(f"[role=alert] a[href='{adres}']"), vraag


def test_the_panel_names_whom_to_call_for_every_kind_of_danger(client: Client) -> None:
    """Who is held by the throat by a husband needs 112 and Veilig Thuis, and a child has a number of its own."""
    pag = pagina(client.get("/ar/zoeken/", {"q": "زوجي خنقني وما عاد اقدر اتنفس"}))
    nummers = pag.teksten("[role=alert] a[href^='tel:']")
    assert nummers[0] == "112" and {"0800-2000", "0800-0432"} <= set(nummers)
    regels = pag.teksten("[role=alert] li")
    assert all("؟" in regel or "أ" in regel for regel in regels), regels
    alleen = pagina(client.get("/zoeken/", {"q": "gaslucht in huis"})).teksten("[role=alert] a[href^='tel:']")
    assert alleen == ["112"]
    api = client.get("/api/v1/suggesties", {"q": "when he drinks he grabs me by the neck and i cant breathe"}).json()
    assert api["hulp"][0] == "112" and {"0800-2000", "0800-0432"} <= set(api["hulp"]) and not api["suggesties"]


def test_no_tool_of_professionals_stands_among_what_is_for_residents(client: Client) -> None:
    d = client.get("/api/v1/zoeken", {"q": "De Virtuele Patiënt"}).json()
    soorten = {rij["voor"] for rij in d["resultaten"] if rij["soort"] == "hulpmiddel"}
    assert soorten == {"professionals"}


def test_the_residents_own_words_come_before_professionals(client: Client) -> None:
    titels = pagina(client.get("/zoeken/", {"q": "geld op"})).teksten("main h2, main h3")
    assert any("Ik kom niet rond" in t for t in titels)
    kop = next((i for i, t in enumerate(titels) if "Voor professionals" in t), len(titels))
    assert next(i for i, t in enumerate(titels) if "Ik kom niet rond" in t) < kop
