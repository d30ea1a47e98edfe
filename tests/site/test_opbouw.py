"""How a page is built up: an id once, one title, headings that skip no level, references that arrive."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.tekening.adressen import openbare_adressen

pytestmark = [pytest.mark.django_db, pytest.mark.lang(20)]

WIJST_NAAR = ("for", "aria-labelledby", "aria-describedby", "aria-controls")


def gebreken(html: str) -> list[str]:
    """What is wrong with the outline of one page, in words."""
    soep = BeautifulSoup(html, "html.parser")
    ids = Counter(el["id"] for el in soep.select("[id]"))
    koppen = [int(kop.name[1]) for kop in soep.select("h1, h2, h3, h4, h5, h6")]
    titels = Counter(kop.get_text(" ", strip=True) for kop in soep.select("main h2"))
    return [
        *(f"id {naam} ×{keer}" for naam, keer in ids.items() if keer > 1),
        *(f"h2 {tekst!r} ×{keer}" for tekst, keer in titels.items() if keer > 1),
        *([f"h1 ×{koppen.count(1)}"] if koppen.count(1) != 1 else []),
        *(f"h{een} → h{twee}" for een, twee in pairwise(koppen) if twee > een + 1),
        *(
            f"{attribuut}={doel} leads nowhere"
            for attribuut in WIJST_NAAR
            for el in soep.select(f"[{attribuut}]")
            for doel in str(el[attribuut]).split()
            if doel not in ids
        ),
    ]


def test_every_public_page_has_one_clear_outline(client: Client) -> None:
    fout = {}
    for pad in openbare_adressen():
        antwoord = client.get(pad)
        if antwoord["Content-Type"].startswith("text/html") and (gevonden := gebreken(antwoord.content.decode())):
            fout[pad] = gevonden
    assert not fout


def test_a_part_that_stands_there_twice_is_seen() -> None:
    dubbel = (
        '<main><h1>A</h1><h2 id="geld">Kosten</h2><h2 id="geld">Kosten</h2><h4>Diep</h4><label for="x"></label></main>'
    )
    assert gebreken(dubbel) == ["id geld ×2", "h2 'Kosten' ×2", "h2 → h4", "for=x leads nowhere"]
