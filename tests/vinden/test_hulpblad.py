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
        ("felç", "/preventie/beroerte-of-hartaanval/"),
        ("pijn op de borst", "/preventie/beroerte-of-hartaanval/"),
        ("mein Mann schlägt mich", "/preventie/geweld-thuis/"),
        ("nie chcę żyć", "/preventie/denken-aan-de-dood/"),
    ],
)
def test_the_help_panel_leads_to_what_to_do_in_every_language(client: Client, vraag: str, adres: str) -> None:
    pag = pagina(client.get("/zoeken/", {"q": vraag}))
    assert pag.heeft(f"[role=alert] a[href='{adres}']"), vraag


def test_no_tool_of_professionals_stands_among_what_is_for_residents(client: Client) -> None:
    d = client.get("/api/v1/zoeken", {"q": "De Virtuele Patiënt"}).json()
    soorten = {rij["voor"] for rij in d["resultaten"] if rij["soort"] == "hulpmiddel"}
    assert soorten == {"professionals"}


def test_the_residents_own_words_come_before_professionals(client: Client) -> None:
    titels = pagina(client.get("/zoeken/", {"q": "geld op"})).teksten("main h2, main h3")
    assert any("Ik kom niet rond" in t for t in titels)
    kop = next((i for i, t in enumerate(titels) if "Voor professionals" in t), len(titels))
    assert next(i for i, t in enumerate(titels) if "Ik kom niet rond" in t) < kop
