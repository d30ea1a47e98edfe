"""What looks like a person in a text, and what only seems to."""

from __future__ import annotations

import pytest

from kennisplatform.basis.persoonssporen import sporen


@pytest.mark.parametrize(
    ("tekst", "soort", "deel"),
    [
        ("Bel mevrouw Jansen maar.", "naam", "mevrouw Jansen"),
        ("Wij gingen naar dhr. bakker toe.", "naam", "dhr. bakker"),
        ("Truus van Dam van de thuiszorg", "naam", "Truus van Dam"),
        ("Fatima el Amrani kwam ook.", "naam", "Fatima el Amrani"),
        ("Bakker (83) woont alleen.", "naam", "Bakker (83)"),
        ("Iemand uit de Tulpstraat 14", "adres", "Tulpstraat 14"),
        ("in de lindenlaan 5a", "adres", "lindenlaan 5a"),
        ("aan de Oude Rijksweg 120", "adres", "Rijksweg 120"),
        ("3512 JE Utrecht", "adres", "3512 JE"),
        ("bel 06-12345678", "telefoon", "06-12345678"),
        ("Bel De Vries, 06-12345678", "telefoon", "06-12345678"),  # no 'De Vries, aged 6'
        ("Vraag het mevrouw J. de Vries.", "naam", "mevrouw J. de Vries"),
        ("dhr. P.J. Bos kwam langs", "naam", "dhr. P.J. Bos"),
        ("geboren op 3 mei 1941", "geboortedatum", "geboren op 3 mei 1941"),
    ],
)
def test_this_looks_like_somebody(tekst: str, soort: str, deel: str) -> None:
    assert [(s.soort, s.tekst) for s in sporen(tekst)] == [(soort, deel)]


@pytest.mark.parametrize(
    "tekst",
    [
        "Het Huis van de Wijk is open.",
        "De bibliotheek van Emmen doet mee.",
        "Wij wandelen elke dinsdag. Anna belt wie er niet is.",
        "Een mw die twijfelt, kan eerst kijken.",
        "Onderweg 3 mensen opgehaald.",
        "In de straat deden 40 mensen mee.",
        "Bel 0800-0113 of 112.",
        "In 2025 waren het 1500 bewoners.",
    ],
)
def test_and_this_does_not(tekst: str) -> None:
    assert sporen(tekst) == []
