"""Where neighbourhoods lie on the drawn map of provinces: plain projection, good enough at this size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from math import cos, hypot, sin

from django.conf import settings

from kennisplatform.deelnemers.models import Buurt

# The drawing's own size, and the outermost points of the Netherlands that its edges touch (degrees).
BREED, HOOG = 613.0, 724.0
WEST, OOST, ZUID, NOORD = 3.36, 7.227, 50.751, 53.555
WEINIG = 20  # up to so many dots there is room for numbers that can be read on a phone
MAX_NUMMERS = 60  # more dots than this have no number: there is no room to push them apart
RUIT = 9.0  # pixels; dots within one square of this size are drawn as one, larger the more there are
STRALEN = ((1, 3.5), (4, 5.0), (12, 6.5), (40, 9.0))  # from how many in a square, radius
RAND = 3.0  # between two dots
MAX_RONDES = 60
TEKENING = settings.BASE_DIR / "node_modules" / "@svg-maps" / "netherlands" / "netherlands.svg"


@dataclass(frozen=True)
class Kaartpunt:
    """`x` and `y` are text: a Dutch template would print a comma in a number, and SVG reads points."""

    nummer: int
    x: str
    y: str
    buurt: Buurt
    straal: int = 14

    @property
    def letters(self) -> int:
        """Pixels on the drawing, which is shown at half its size."""
        return self.straal - 1


@dataclass(frozen=True)
class Stippen:
    """Dots of one size as one path of points, which takes ten bytes a dot."""

    straal: float
    pad: str

    @property
    def dikte(self) -> str:
        return f"{2 * self.straal:g}"


def plek(breedtegraad: float, lengtegraad: float) -> tuple[float, float]:
    """Degrees → pixels from the top left of a map of BREED × HOOG."""
    return (lengtegraad - WEST) / (OOST - WEST) * BREED, (NOORD - breedtegraad) / (NOORD - ZUID) * HOOG


def punten(buurten: Iterable[Buurt]) -> list[Kaartpunt]:
    """Numbered as the list beside the map is; a neighbourhood without a known place has a number and no dot."""
    rij = [(nummer, b) for nummer, b in enumerate(buurten, 1) if b.breedtegraad and b.lengtegraad]
    straal = 20 if len(rij) <= WEINIG else 14
    plekken = uiteen([plek(b.breedtegraad or 0, b.lengtegraad or 0) for _nummer, b in rij], 2 * straal + RAND)
    return [
        Kaartpunt(nummer, f"{x:.1f}", f"{y:.1f}", b, straal) for (nummer, b), (x, y) in zip(rij, plekken, strict=True)
    ]


def stippen(plekken: Iterable[tuple[float | None, float | None]]) -> list[Stippen]:
    """Any number of places as few dots, each in the middle of what it stands for; the large ones first, to hide none."""
    ruiten: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for breedte, lengte in plekken:
        if breedte and lengte:
            x, y = plek(breedte, lengte)
            ruiten.setdefault((int(x // RUIT), int(y // RUIT)), []).append((x, y))
    per: dict[float, list[str]] = {}
    for _ruit, daar in sorted(ruiten.items()):
        straal = next(straal for vanaf, straal in reversed(STRALEN) if len(daar) >= vanaf)
        x = round(sum(punt[0] for punt in daar) / len(daar))
        y = round(sum(punt[1] for punt in daar) / len(daar))
        per.setdefault(straal, []).append(f"M{x} {y}h0")
    return [Stippen(straal, "".join(per[straal])) for straal in sorted(per, reverse=True)]


def uiteen(plekken: list[tuple[float, float]], tussen: float) -> list[tuple[float, float]]:
    """Neighbours in one town cover each other's number: nudge dots apart, each pair evenly, until all can be read."""
    uit = [list(p) for p in plekken]
    for _ronde in range(MAX_RONDES):
        geduwd = False
        for (i, een), (j, ander) in combinations(enumerate(uit), 2):
            dx, dy = ander[0] - een[0], ander[1] - een[1]
            afstand = hypot(dx, dy)
            if afstand >= tussen - 0.1:
                continue
            # On the very same spot there is no direction to go; the numbers choose one.
            ex, ey = (dx / afstand, dy / afstand) if afstand else (cos(i + j), sin(i + j))
            duw = (tussen - afstand) / 2
            een[0], een[1], ander[0], ander[1] = (
                een[0] - ex * duw,
                een[1] - ey * duw,
                ander[0] + ex * duw,
                ander[1] + ey * duw,
            )
            geduwd = True
        if not geduwd:
            break
    return [(x, y) for x, y in uit]


@lru_cache(maxsize=1)
def provincies() -> tuple[str, ...]:
    """Outlines of the provinces; without the npm package there are points on an empty map, and the list."""
    if not TEKENING.exists():
        return ()
    return tuple(grof(pad) for pad in re.findall(r'\bd="([^"]+)"', TEKENING.read_text(encoding="utf-8")))


def grof(pad: str) -> str:
    """The outline on whole pixels of the drawing, which is shown at half its size: a quarter of the weight, and the borders
    that provinces share still lie on each other, since each point moves by itself.
    """
    return "".join(_omtrek(punten) for punten in _omtrekken(pad))


def _omtrekken(pad: str) -> Iterator[list[tuple[int, int]]]:
    """The corners of each outline, from the steps that the drawing has: to begin, on, level, straight up or down."""
    x = y = 0.0
    hoeken: list[tuple[float, float]] = []
    for stap, getallen in re.findall(r"([mlhvz])([^mlhvz]*)", pad):
        if stap == "m" and hoeken:
            x, y = hoeken[0]
            yield [(round(h), round(v)) for h, v in hoeken]
            hoeken = []
        waarden = [float(getal) for getal in re.findall(r"-?[\d.]+(?:e-?\d+)?", getallen)]
        if stap in "hv":
            paren = [(w, 0.0) if stap == "h" else (0.0, w) for w in waarden]
        else:
            paren = list(zip(waarden[::2], waarden[1::2], strict=True))
        for dx, dy in paren:
            x, y = x + dx, y + dy
            hoeken.append((x, y))
    yield [(round(h), round(v)) for h, v in hoeken]


def _omtrek(hoeken: list[tuple[int, int]]) -> str:
    """Empty for an island that fits in a pixel: a path without a step would stop the drawing of the rest."""
    stappen = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(hoeken) if a != b]
    if len(stappen) < 2:
        return ""
    lijn = " ".join(f"{dx} {dy}" for dx, dy in stappen).replace(" -", "-")
    return f"M{hoeken[0][0]} {hoeken[0][1]}l{lijn}z"
