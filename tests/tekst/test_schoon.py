"""Whatever people paste: what they meant stays, what nobody sees goes, and nothing is changed twice."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from kennisplatform.tekst import schoon

ALLES = [schoon.tekst, schoon.naam, schoon.regel]


@pytest.mark.parametrize(
    ("ingevoerd", "tekst", "naam", "regel"),
    [
        ("Zo\x92n dag\x85", "Zo’n dag…", "Zo’n dag…", "Zo’n dag…"),  # Windows taken for Latin-1
        ("een\x0btwee", "een\ntwee", "een\ntwee", "een twee"),  # Word's line end within a paragraph
        ("een\r\ntwee\rdrie", "een\ntwee\ndrie", "een\ntwee\ndrie", "een twee drie"),
        ("een\u2028twee", "een\ntwee", "een\ntwee", "een twee"),
        ("cafe\u0301", "café", "café", "café"),
        ("a\x00b\x08c", "abc", "abc", "abc"),
        ("half \ud83d letter", "half  letter", "half  letter", "half  letter"),
        ("\u202eneok", "neok", "neok", "neok"),
        ("\u200b\u3164", "", "", ""),
        ("\u200d", "", "", ""),  # looks empty, so it is
        (" \u200e\ufe0f ", "", "", ""),
        ("\uf0b7\tbellen", "•\tbellen", "•\tbellen", "• bellen"),  # a bullet of Word
        ("stap \uf0e0 klaar \uf0fc", *["stap → klaar ✓"] * 3),
        ("Wijk\U000e0041\U000e0042 Noord", "Wijk\U000e0041\U000e0042 Noord", "Wijk Noord", "Wijk Noord"),
        ("\ufeffNaam", "Naam", "Naam", "Naam"),
        ("af\u00adbreken", "af\u00adbreken", "afbreken", "afbreken"),
        ("tab\tblijft", "tab\tblijft", "tab\tblijft", "tab blijft"),
        ("👩\u200d⚕\ufe0f می\u200cخواهم \u200fعربي", *["👩\u200d⚕\ufe0f می\u200cخواهم \u200fعربي"] * 3),
        ("", "", "", ""),
    ],
)
def test_what_was_meant(ingevoerd: str, tekst: str, naam: str, regel: str) -> None:
    assert [schoner(ingevoerd) for schoner in ALLES] == [tekst, naam, regel]


def test_every_letter_there_is_comes_out_the_same_the_second_time_and_fits_in_xml() -> None:
    """Every code point, in a word: no error, nothing that XML or a header refuses, and no second change."""
    for code in range(sys.maxunicode + 1):
        for schoner in ALLES:
            eens = schoner(f"a{chr(code)}b")
            assert schoner(eens) == eens, hex(code)
            soorten = {unicodedata.category(teken) for teken in eens} - {"Co", "Cn"}
            assert not soorten & {"Cs", "Zl", "Zp"}, hex(code)
            assert not any(unicodedata.category(t) == "Cc" and t not in "\n\t" for t in eens), hex(code)
            eens.encode()


def test_ordinary_text_is_not_even_copied() -> None:
    gewoon = "Een gewone zin."
    assert schoon.tekst(gewoon) is gewoon and schoon.naam(gewoon) is gewoon
    blokken = [{"type": "alinea", "value": "<p>Goed.</p>"}]
    assert schoon.diep(blokken) is blokken
    assert schoon.diep([{"value": ["a\x0bb", 3, None]}]) == [{"value": ["a\nb", 3, None]}]
