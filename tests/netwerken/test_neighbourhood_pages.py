"""The neighbourhoods' map and page, and which examples the home page chooses."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest
from django.test import Client

from kennisplatform.deelnemers.kaartbeeld import plek, punten, uiteen
from kennisplatform.deelnemers.models import Buurt
from leernetwerk.models import Praktijkvoorbeeld
from tests.pagina import plat


@pytest.mark.django_db
def test_no_dot_covers_another_and_each_stays_at_its_place() -> None:
    buurten = list(Buurt.objects.all())
    rij = punten(buurten)
    gezet, breed = [(float(p.x), float(p.y)) for p in rij], 2 * rij[0].straal
    assert min(dist(a, b) for a, b in combinations(gezet, 2)) > breed
    echt = [plek(b.breedtegraad, b.lengtegraad) for b in buurten]
    assert max(dist(a, b) for a, b in zip(gezet, echt, strict=True)) < 2 * breed


def test_at_one_place_they_part_too() -> None:
    a, b = uiteen([(100.0, 100.0), (100.0, 100.0)], 30)
    assert dist(a, b) >= 29
    assert uiteen([(0.0, 0.0), (200.0, 0.0)], 30) == [(0.0, 0.0), (200.0, 0.0)]


@pytest.mark.django_db
def test_a_neighbourhood_knows_where_it_belongs(client: Client) -> None:
    inhoud = plat(client.get("/buurten/emmen/").content.decode())
    kruimel = inhoud.split('class="kruimel')[1].split("</nav>")[0]
    assert [kruimel.index(f">{naam}<") for naam in ("Start", "Buurten", "Emmen")] == sorted(
        kruimel.index(f">{naam}<") for naam in ("Start", "Buurten", "Emmen")
    )
    assert "GM0114" not in inhoud


@pytest.mark.django_db
def test_home_shows_examples_that_have_something_to_tell(client: Client) -> None:
    nieuw = [kaart.ding for kaart in client.get("/professionals/").context["nieuw"]]
    assert len(nieuw) == 3 and all(isinstance(v, Praktijkvoorbeeld) and v.uitkomst != "onbekend" for v in nieuw)
