"""Dots of neighbourhoods on the map, by their numbers in the list beside it."""

from __future__ import annotations

from kennisplatform.deelnemers.kaartbeeld import grof, punten
from kennisplatform.deelnemers.models import Buurt


def test_half_a_place_is_no_dot_and_the_numbers_are_those_of_the_list() -> None:
    buurten = [
        Buurt(naam="Half", breedtegraad=52.1),
        Buurt(naam="Heel", breedtegraad=52.1, lengtegraad=5.1),
        Buurt(naam="Geen"),
        Buurt(naam="Ook", breedtegraad=51.5, lengtegraad=4.4),
    ]
    assert [(punt.nummer, punt.buurt.naam) for punt in punten(buurten)] == [(2, "Heel"), (4, "Ook")]


def test_an_outline_on_whole_pixels_keeps_its_corners_and_drops_what_fits_in_one() -> None:
    """An island without a step would stop the drawing of what comes after it: Friesland was gone."""
    eiland, land = "m 5.2,5.1 0.1,0.1 0.1,-0.1 z ", "m 4.8,-0.1 20.4,0 0.1,0.1 0,9.8 h -20.5 v -9.9 z"
    assert grof(eiland + land) == "M10 5l20 0 0 10-20 0 0-10z"
    assert grof(eiland) == ""
