"""What every engine must do: say so when the best hits answer to little of the question."""

from __future__ import annotations

import pytest

from kennisplatform.zoeken.antwoord.vraag import Vraag
from kennisplatform.zoeken.poort import Motor

from .conftest import doc


@pytest.fixture
def gevuld(motor: Motor) -> Motor:
    motor.zet(
        [
            doc("a:6", "Steunkousen", "Een kous met druk.", labels=("kwekersblad",)),
            doc("a:7", "Verhuizen", "Hulp bij het pakken.", "Wie een kunstwerk heeft, pakt het in papier."),
        ]
    )
    return motor


@pytest.mark.parametrize(
    "tekst",
    [
        "rozen",
        "roos planten",
        "groen snoeien in de herfst",
        "fruitt",
        "appelbomenkweek",
        "hulp bij papier",
        "kwekersblad",
        "kwekersblad kous",
    ],
)
def test_a_good_answer_is_not_called_weak(gevuld: Motor, tekst: str) -> None:
    antwoord = gevuld.zoek(Vraag(tekst))
    assert antwoord.treffers and not antwoord.zwak


@pytest.mark.parametrize(
    "tekst", ["rozen migratie verordening", "paspoort bij hulp aanvragen", "kunstgebit", "herfstvakantie"]
)
def test_half_a_word_or_one_word_of_three_is_no_answer(gevuld: Motor, tekst: str) -> None:
    antwoord = gevuld.zoek(Vraag(tekst))
    assert antwoord.treffers and antwoord.zwak


def test_only_the_first_page_in_order_of_points_is_judged(gevuld: Motor) -> None:
    """In order of title the best hit may stand anywhere."""
    assert gevuld.zoek(Vraag("herfstvakantie")).zwak
    assert not gevuld.zoek(Vraag("herfstvakantie", volgorde="titel")).zwak


def test_words_that_change_a_question_are_not_marked(motor: Motor) -> None:
    motor.zet([doc("a:8", "Rozen die niet bloeien", "Wat nu? De roos krijgt meer licht, niet minder.")])
    eerste = motor.zoek(Vraag("rozen bloeien niet")).treffers[0]
    assert eerste.titel == "<mark>Rozen</mark> die niet <mark>bloeien</mark>"
    assert "niet" not in eerste.gevonden_op
    assert "<mark>meer" not in motor.zoek(Vraag("rozen bloeien niet meer")).treffers[0].fragment
    assert "<mark>niet</mark>" in motor.zoek(Vraag("niet")).treffers[0].titel, "alone it is what was asked"
