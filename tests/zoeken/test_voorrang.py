"""Residents first; one word in three ways of writing."""

from __future__ import annotations

import pytest

from kennisplatform.zoeken.antwoord.voorrang import Kandidaat, Overzichtsoorten, Vaksoorten, is_alledaags, volgorde
from kennisplatform.zoeken.antwoord.vraag import Vraag
from kennisplatform.zoeken.poort import Motor
from kennisplatform.zoeken.taal.samenstelling import STANDAARD
from kennisplatform.zoeken.taal.synoniemen import synoniemen
from tests import brengen

from .conftest import doc


@pytest.fixture(autouse=True)
def _kwekers_zijn_vakmensen(monkeypatch: pytest.MonkeyPatch) -> None:
    brengen.alleen(monkeypatch, Vaksoorten, Vaksoorten(frozenset({"boom"})))


@pytest.mark.parametrize(
    "tekst",
    ["ik slaap slecht", "stoppen met roken", "naar huis uit het ziekenhuis", "vallen", "ik wil vrijwilligerswerk doen"],
)
def test_a_question_in_everyday_words(tekst: str) -> None:
    assert is_alledaags(tekst, synoniemen(), STANDAARD)


@pytest.mark.parametrize("tekst", ["interventie eenzaamheid", "valanalyse", "ketenaanpak vallen", "gli"])
def test_a_professionals_words_and_names_turn_it_round(tekst: str) -> None:
    assert not is_alledaags(tekst, synoniemen(), STANDAARD)


def test_what_is_for_residents_goes_first_when_it_is_about_as_good() -> None:
    rij = [Kandidaat("boom", "Kweken", 1.0), Kandidaat("blad", "Tuin", 0.7), Kandidaat("blad", "Ver weg", 0.2)]
    assert volgorde(rij, "ik wil graag een mooie tuin") == [1, 0, 2]


def test_of_a_short_question_it_must_be_nearer_or_be_called_so() -> None:
    rij = [Kandidaat("boom", "Kweken", 1.0), Kandidaat("blad", "Tuin", 0.7), Kandidaat("blad", "Mijn mooie roos", 0.6)]
    assert volgorde(rij, "mooie roos") == [2, 0, 1]
    assert volgorde(rij, "tuinman worden") == [1, 2, 0], "who says what to do asks for oneself"


def test_an_answer_goes_before_a_list_of_pages_for_who_asks_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    brengen.alleen(monkeypatch, Overzichtsoorten, Overzichtsoorten(frozenset({"rubriek"})))
    rij = [Kandidaat("rubriek", "Rozen", 1.0), Kandidaat("blad", "Zelf zaaien", 0.8), Kandidaat("blad", "Ver", 0.65)]
    assert volgorde(rij, "hoe kan ik zelf rozen zaaien") == [1, 0, 2]
    assert volgorde(rij, "rozen") == [0, 1, 2]


def test_what_was_asked_for_by_its_name_stays_on_top() -> None:
    rij = [Kandidaat("boom", "Grote bomen kweken", 1.0), Kandidaat("blad", "Tuin", 0.95)]
    assert volgorde(rij, "bomen kweken") == [0, 1]


def test_every_engine_puts_residents_first(motor: Motor) -> None:
    motor.zet([
        doc("a:10", "Zaaien in het voorjaar zaaien", "Zaaien voor kwekers, zaaien.", soort="boom"),
        doc("a:11", "Zelf zaaien in het voorjaar", "Zaaien op het balkon in het voorjaar."),
    ])  # fmt: skip  # one a line
    antwoord = motor.zoek(Vraag("hoe kan ik zaaien in het voorjaar"))
    assert antwoord.alledaags and antwoord.treffers[0].sleutel == "a:11"
    assert not motor.zoek(Vraag("zaaien voorjaar", soorten=("boom",))).alledaags, "who chose a kind knows the way"


@pytest.mark.parametrize(
    "vormen", [("e-kweken", "e kweken"), ("roos19", "roos-19", "roos 19"), ("4d-tuin", "4d tuin", "4dtuin")]
)
def test_a_hyphen_a_space_or_nothing_is_one_question(motor: Motor, vormen: tuple[str, ...]) -> None:
    motor.zet([doc("a:12", "Roos-19 en e-kweken", "Van de 4D-tuin.")])
    gevonden = [[t.sleutel for t in motor.zoek(Vraag(vorm)).treffers] for vorm in vormen]
    assert "a:12" in gevonden[0] and all(rij == gevonden[0] for rij in gevonden), gevonden
