"""The examples on the map: the same cut as the list, counted alike, and the way back to the list."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from kennisplatform.deelnemers.kaartbeeld import MAX_NUMMERS
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.zoeken.motor import motoren
from kennisplatform.zoeken.wachtrij import herbouw
from tests import mensen, voorbeelden
from tests.pagina import plat
from tests.vastleggen import leg_vast

pytestmark = pytest.mark.django_db
PLEK = re.compile(r'<a href="\?([^"]*)">([^<]+)</a><br><span class="klein stil">(\d+) verha')
GEVONDEN = re.compile(r"(\d+) gevonden")
ELDERS = re.compile(r"Nog (\d+) voorbeeld")


def kijk(client: Client, vraag: str) -> str:
    antwoord = client.get(f"/leernetwerk/?{vraag}")
    assert antwoord.status_code == 200
    return unescape(plat(antwoord.content.decode()))


def gevonden(html: str) -> int:
    treffer = GEVONDEN.search(html)
    assert treffer
    return int(treffer[1])


@pytest.mark.parametrize("snede", ["", "thema=preventie-als-mindset", "praktijkstaat=gestopt", "q=wandelen"])
def test_the_map_counts_what_the_list_shows(client: Client, snede: str) -> None:
    html = kijk(client, f"{snede}&beeld=kaart")
    plekken = PLEK.findall(html)
    elders = ELDERS.search(html)
    assert plekken
    assert sum(int(n) for _adres, _naam, n in plekken) + int(elders[1] if elders else 0) == gevonden(html)
    assert gevonden(html) == gevonden(kijk(client, snede))
    for adres, naam, aantal in plekken[:3]:
        lijst = kijk(client, adres)
        assert gevonden(lijst) == int(aantal), naam
        assert 'aria-current="true">Lijst' in lijst


def test_a_chosen_neighbourhood_stands_alone_on_the_map(client: Client) -> None:
    adres, naam, aantal = PLEK.findall(kijk(client, "beeld=kaart"))[0]
    html = kijk(client, f"{adres}&beeld=kaart")
    assert [(n, a) for _adres, n, a in PLEK.findall(html)] == [(naam, aantal)]
    assert not ELDERS.search(html)


def test_who_filters_stays_on_the_map(client: Client) -> None:
    html = kijk(client, "beeld=kaart")
    assert html.count('<input type="hidden" name="beeld" value="kaart">') == 2  # the filters, and the order
    assert 'role="img"' in html and 'class="punt"' in html
    assert 'name="beeld"' not in kijk(client, "beeld=onzin")


def test_nothing_found_is_no_empty_map(client: Client) -> None:
    html = kijk(client, "beeld=kaart&q=qqqqwwwweeee")
    assert 'class="punt"' not in html and gevonden(html) == 0


def test_many_neighbourhoods_are_dots_with_pages(
    client: Client, eigen_index: Any, django_assert_max_num_queries: Any
) -> None:
    for nummer in range(MAX_NUMMERS + 5):
        buurt = mensen.buurt(f"kaart{nummer}")
        Buurt.objects.filter(pk=buurt.pk).update(breedtegraad=51.5 + nummer / 50, lengtegraad=5 + nummer / 50)
        voorbeelden.geplaatst(buurt, f"kaart{nummer}")
    for motor in motoren():
        herbouw(motor)
    leg_vast()
    kijk(client, "beeld=kaart")  # what is drawn once for everybody
    with django_assert_max_num_queries(8):
        html = kijk(client, "beeld=kaart")
    assert 'class="stippen"' in html and 'class="punt"' not in html
    assert len(PLEK.findall(html)) == MAX_NUMMERS and "Pagina 1 van 2" in html
    assert len(PLEK.findall(kijk(client, "beeld=kaart&pagina=2"))) >= 5
