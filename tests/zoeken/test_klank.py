from __future__ import annotations

import pytest

from kennisplatform.zoeken.taal.klank import ANDERS, verschil


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("suikersiekte", "suikerziekte"),
        ("bloetdruk", "bloeddruk"),
        ("slaape", "slapen"),
        ("beiwerking", "bijwerking"),
        ("medisijn", "medicijn"),
        ("fysioterapie", "fysiotherapie"),
        ("flouw", "flauw"),
        ("voed", "voet"),
        ("kwetsbaare", "kwetsbare"),
        ("gevalle", "gevallen"),
        ("krap", "krab"),
    ],
)
def test_written_by_ear_it_is_the_same_word(getypt: str, bedoeld: str) -> None:
    assert verschil(getypt, bedoeld) == 0


def test_a_consonant_too_few_is_nearly_the_same() -> None:
    assert verschil("valen", "vallen") == verschil("depresie", "depressie") == 1


@pytest.mark.parametrize(
    ("een", "ander"), [("verkracht", "veerkracht"), ("zwager", "zwanger"), ("slaap", "slap"), ("hand", "hond")]
)
def test_another_sound_is_another_word(een: str, ander: str) -> None:
    assert verschil(een, ander) == ANDERS
