"""A class of cost has an amount behind it, or a page is refused."""

from __future__ import annotations

from random import Random
from typing import Any, Final

from kennisplatform.basis.inzet import KLASSEN
from kennisplatform.basis.keuzes import Afleiding, Eenheid, Maat

ADRES: Final = "https://voorbeeld.example/proef/"  # of a page: a front door is refused as a source


def jaarbedrag(dobbel: Random, klasse: str) -> dict[str, Any]:
    """Raw stream data: euros per neighbourhood per year that fall in this class."""
    onder = 0
    boven = KLASSEN[-1][0] * 3
    for grens, code in KLASSEN:
        if code == klasse:
            boven = grens
            break
        onder = grens
    bedrag = dobbel.randrange(onder, boven)
    return {
        "type": "inzet",
        "value": {
            "maat": str(Maat.EURO),
            "waarvoor": "",
            "van": bedrag,
            "tot": None,
            "per": str(Eenheid.BUURTJAAR),
            "jaar": dobbel.randrange(2015, 2027),
            "bron": "Proefbegroting",
            "bron_url": ADRES,
            "betaler": "gemeente",
            "hoe": str(Afleiding.BRON),
            "uitleg": "",
        },
    }
