"""Where neighbourhoods lie on the drawn map of provinces: plain projection, good enough at this size."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings

from kennisplatform.deelnemers.models import Buurt

# The drawing's own size, and the outermost points of the Netherlands that its edges touch (degrees).
BREED, HOOG = 613.0, 724.0
WEST, OOST, ZUID, NOORD = 3.36, 7.227, 50.751, 53.555
TEKENING = settings.BASE_DIR / "node_modules" / "@svg-maps" / "netherlands" / "netherlands.svg"


@dataclass(frozen=True)
class Punt:
    """`x` and `y` are text: a Dutch template would print a comma in a number, and SVG reads points."""

    nummer: int
    x: str
    y: str
    buurt: Buurt


def plek(breedtegraad: float, lengtegraad: float) -> tuple[float, float]:
    """Degrees → pixels from the top left of a map of BREED × HOOG."""
    return (lengtegraad - WEST) / (OOST - WEST) * BREED, (NOORD - breedtegraad) / (NOORD - ZUID) * HOOG


def punten(buurten: Iterable[Buurt]) -> list[Punt]:
    plekken = ((b, plek(b.breedtegraad, b.lengtegraad)) for b in buurten)
    return [Punt(nummer, f"{x:.1f}", f"{y:.1f}", b) for nummer, (b, (x, y)) in enumerate(plekken, start=1)]


@lru_cache(maxsize=1)
def provincies() -> tuple[str, ...]:
    """Outlines of the provinces; without the npm package there are points on an empty map, and the list."""
    if not TEKENING.exists():
        return ()
    return tuple(" ".join(pad.split()) for pad in re.findall(r'\bd="([^"]+)"', TEKENING.read_text(encoding="utf-8")))
