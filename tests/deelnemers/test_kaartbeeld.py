"""Dots of neighbourhoods on the map, by their numbers in the list beside it."""

from __future__ import annotations

from kennisplatform.deelnemers.kaartbeeld import punten
from kennisplatform.deelnemers.models import Buurt


def test_half_a_place_is_no_dot_and_the_numbers_are_those_of_the_list() -> None:
    buurten = [
        Buurt(naam="Half", breedtegraad=52.1),
        Buurt(naam="Heel", breedtegraad=52.1, lengtegraad=5.1),
        Buurt(naam="Geen"),
        Buurt(naam="Ook", breedtegraad=51.5, lengtegraad=4.4),
    ]
    assert [(punt.nummer, punt.buurt.naam) for punt in punten(buurten)] == [(2, "Heel"), (4, "Ook")]
