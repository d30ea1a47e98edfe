"""Where synthetic interventions say they have it from."""

from __future__ import annotations

from random import Random
from typing import Any

from kennisplatform.proefdata.inzet import ADRES
from menukaart.herkomst import Bevinding


def velden(dobbel: Random, nummer: int) -> dict[str, Any]:
    """Half of the findings from a source, half on the editors' own ground."""
    namen = dobbel.sample(Bevinding.values, len(Bevinding.values))
    helft, titel = len(namen) // 2, f"Proefrapport {nummer}"
    bron = {"titel": titel, "uitgever": "Proef", "url": ADRES, "datum": "2024-01-15", "gezien": None}
    return {
        "bronnen": [{"type": "bron", "value": bron}],
        "herkomst": [
            {"type": "herkomst", "value": {"velden": namen[:helft], "bron": titel, "grond": ""}},
            {"type": "herkomst", "value": {"velden": namen[helft:], "bron": "", "grond": "Proef."}},
        ],
    }
