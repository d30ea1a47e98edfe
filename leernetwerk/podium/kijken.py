"""What readers see of the podium: each example as its own card, with the reason why it stands there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString

from kennisplatform.basis.kaarten import van_paginas
from leernetwerk.podium.models import Uitlichting


@dataclass(frozen=True)
class Podiumplek:
    uitlichting: Uitlichting
    kaart: SafeString


def plekken(rij: Iterable[Uitlichting], niveau: int = 3) -> list[Podiumplek]:
    """Cards that were drawn before cost nothing. `rij` asked for public examples a moment ago; what went away since has
    no card, and is left out here too.
    """
    rij = list(rij)
    kaarten = van_paginas({u.voorbeeld_id: None for u in rij}).getekend(niveau)
    return [Podiumplek(u, kaarten[sleutel]) for u in rij if (sleutel := f"pagina:{u.voorbeeld_id}") in kaarten]
