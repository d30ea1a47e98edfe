from __future__ import annotations

import pytest

from kennisplatform.zoeken.taal.synoniemen import synoniemen
from kennisplatform.zoeken.taal.taalherkenning import door_letters, getypte_taal


@pytest.mark.parametrize(
    ("tekst", "taal"),
    [
        ("السكري", "ar"),
        ("цукровий діабет", "uk"),
        ("şeker hastalığı", "tr"),
        ("ból głowy", "pl"),
        ("coördinatie", ""),
        ("café", ""),
        ("suïcide", ""),
        ("vallen", ""),
        ("", ""),
        ("112", ""),
    ],
)
def test_letters_that_dutch_does_not_have(tekst: str, taal: str) -> None:
    assert door_letters(tekst) == taal


@pytest.mark.parametrize(
    ("tekst", "lezer", "taal"),
    [
        ("afraid of falling", "nl", "en"),
        ("diyabet", "nl", "tr"),
        ("samotnosc", "nl", "pl"),
        ("падіння", "nl", "uk"),
        ("السكري", "tr", "ar"),
        ("pain in my back", "nl", "en"),
        ("heart attack", "nl", "en"),
        ("ból w klatce", "nl", "pl"),
        ("I can't sleep", "nl", "en"),
        ("help at home for my mother", "nl", "en"),
        ("mijn to do lijst voor at home", "nl", "nl"),
        ("teach back", "nl", "nl"),
        ("bang om te vallen", "nl", "nl"),
        ("diabetes", "nl", "nl"),
        ("diabetes", "tr", "tr"),
        ("opat", "nl", "nl"),
        ("suikersiekte", "nl", "nl"),
        ("suikerziekte", "pl", "pl"),
        ("xyzzy", "nl", "nl"),
        ("", "nl", "nl"),
    ],
)
def test_the_language_that_was_typed(tekst: str, lezer: str, taal: str) -> None:
    assert getypte_taal(tekst, lezer, synoniemen()) == taal
