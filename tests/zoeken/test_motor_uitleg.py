"""What every engine must do: say why a hit is there."""

from __future__ import annotations

import pytest

from kennisplatform.zoeken.antwoord.vraag import Grond, Vraag
from kennisplatform.zoeken.poort import Motor

from .conftest import doc


def gronden(motor: Motor, tekst: str) -> dict[str, tuple[str, str]]:
    return {g.vraagwoord: (g.soort, g.gevonden) for g in motor.zoek(Vraag(tekst)).treffers[0].waarom}


def test_a_hit_says_on_what_ground_it_is_there(motor: Motor) -> None:
    motor.zet([doc("a:9", "Leven met diabetes", "Bewegen helpt.")])
    assert gronden(motor, "rozen") == {"rozen": ("woord", "rozen")}
    assert gronden(motor, "roos planten")["planten"] == ("woord", "planten")
    assert gronden(motor, "suikerziekte") == {"suikerziekte": ("synoniem", "diabetes")}
    assert gronden(motor, "diabetis") == {"diabetis": ("verbeterd", "diabetes")}
    assert gronden(motor, "appelbomenkweek")["appelbomenkweek"][0] == "deel"


def test_a_phrase_that_only_half_stands_there_is_not_marked(motor: Motor) -> None:
    motor.zet(
        [doc("a:8", "Zuster", "De zuster komt. Thuis is er een zuster aan huis."), doc("a:9", "Rozen", "Een huis.")]
    )
    fragmenten = {t.sleutel: t.titel + t.fragment for t in motor.zoek(Vraag("wijkverpleging rozen")).treffers}
    assert "<mark>" in fragmenten["a:8"]
    assert "<mark>huis" not in fragmenten["a:9"], "'zuster aan huis' is known as a whole"


def test_what_hardly_answers_is_called_weak(motor: Motor) -> None:
    motor.zet([doc("a:9", "Over hekken", "Gras.", "gras heg poort pad " * 80 + "rozen", soort="hek")])
    assert not motor.zoek(Vraag("rozen")).zwak
    assert motor.zoek(Vraag("rozen", soorten=("hek",))).zwak


def test_half_a_word_is_an_answer_and_says_why(motor: Motor) -> None:
    antwoord = motor.zoek(Vraag("onderh", letterlijk=True))
    assert not antwoord.zwak
    eerste = antwoord.treffers[0]
    assert "<mark>Onderhoud</mark>" in eerste.titel
    assert eerste.waarom == (Grond("onderhoud", "begin", "onderh", "onderhoud"),)


def test_the_points_of_the_parts_add_up_to_the_score(motor: Motor) -> None:
    uit = motor.leg_uit(Vraag("onderhuod tuinen"))
    woorden = {w.woord: w for w in uit.woorden}
    assert woorden["onderhuod"].correctie == "onderhoud"
    assert woorden["tuinen"].stam == "tuin"
    assert uit.delen[:2] == ("onderhuod", "tuinen")
    assert uit.treffers[0].sleutel == uit.antwoord.treffers[0].sleutel
    for treffer in uit.treffers:
        assert sum(treffer.per_deel) == pytest.approx(treffer.totaal, rel=1e-3)
    assert any("tuin (stam, titel)" in regel for _, regel in uit.boom)


def test_a_query_without_words_has_an_empty_explanation(motor: Motor) -> None:
    assert motor.leg_uit(Vraag("?!")).delen == ()


def test_another_language_is_explained_as_it_was_searched(motor: Motor) -> None:
    """A word that was translated is no slip, and the points are those of the plan that found the hits."""
    motor.zet([doc("a:8", "Fallen bladeren"), doc("a:9", "Bang om te vallen")])
    uit = motor.leg_uit(Vraag("falling", taal="en"))
    woorden = {w.woord: w for w in uit.woorden}
    assert woorden["falling"].correctie == "", "'fallen' and 'valling' are near, but nobody meant them"
    assert woorden["vallen"].stam == "val"
    assert uit.antwoord.verbeterd == ""
    treffer = uit.treffers[0]
    assert sum(treffer.per_deel) == pytest.approx(treffer.totaal, rel=1e-3)
    assert treffer.totaal > 0


def test_only_hits_of_the_plan_that_is_explained(motor: Motor) -> None:
    motor.zet([doc("t:1", "Diyabet", taal="tr"), doc("a:9", "Leven met diabetes")])
    uit = motor.leg_uit(Vraag("diyabet", taal="tr"))
    assert [t.taal for t in uit.antwoord.treffers] == ["tr", "nl"]
    assert [t.sleutel for t in uit.treffers] == ["t:1"]
