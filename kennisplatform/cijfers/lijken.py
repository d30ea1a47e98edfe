"""Which neighbourhoods are alike: by features that are stated, with what is known, and without a rank. Pure.

Rules in words: docs/keuzes/cijfers.md, 'Neighbourhoods that match'. Of each feature the distance between two is counted in
standard deviations over all neighbourhoods; a chosen challenge makes its features count more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log10, sqrt
from typing import Final

BEKEND: Final = 0.6  # share of the weight that both must have figures of
GELIJK: Final = 0.5  # standard deviations within which a feature is called alike
ANDERS: Final = 0.75
AANTAL, EENDER, VERSCHILLEND = 3, 3, 2


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """A feature: an indicator. `orde`: tenfolds count, not single ones (numbers of people)."""

    code: str
    orde: bool = False
    gewicht: float = 1.0


@dataclass(frozen=True, slots=True)
class Afstand:
    """Of one feature between two: in standard deviations, with its sign."""

    code: str
    verschil: float


@dataclass(frozen=True, slots=True)
class Gelijkenis:
    """`afstand` is for choosing only: it is never shown, two numbers would be read as a rank."""

    wie: int
    afstand: float
    gelijk: tuple[Afstand, ...]
    anders: tuple[Afstand, ...]
    onbekend: tuple[str, ...]


Waarden = Mapping[str, float]


def schalen(kenmerken: Sequence[Kenmerk], alle: Mapping[int, Waarden]) -> dict[str, tuple[float, float]]:
    """Feature → mean and standard deviation over those that have it; features on which all are the same are left out."""
    uit = {}
    for kenmerk in kenmerken:
        rij = [_maat(kenmerk, waarden[kenmerk.code]) for waarden in alle.values() if kenmerk.code in waarden]
        if len(rij) > 1:
            midden = sum(rij) / len(rij)
            spreiding = sqrt(sum((w - midden) ** 2 for w in rij) / len(rij))
            if spreiding > 1e-9:
                uit[kenmerk.code] = (midden, spreiding)
    return uit


def _maat(kenmerk: Kenmerk, waarde: float) -> float:
    return log10(max(waarde, 1)) if kenmerk.orde else waarde


def z_scores(
    kenmerken: Sequence[Kenmerk], schaal: Mapping[str, tuple[float, float]], waarden: Waarden
) -> dict[str, float]:
    return {
        k.code: (_maat(k, waarden[k.code]) - schaal[k.code][0]) / schaal[k.code][1]
        for k in kenmerken
        if k.code in waarden and k.code in schaal
    }


def zoek(
    wij: int, alle: Mapping[int, Waarden], kenmerken: Sequence[Kenmerk], zwaarder: Mapping[str, float] | None = None
) -> list[Gelijkenis]:
    """The nearest, at most AANTAL; equals by their key, so the same question has the same answer. `zwaarder`: feature →
    times its weight, from the chosen challenge.
    """
    gewicht = {k.code: k.gewicht * (zwaarder or {}).get(k.code, 1.0) for k in kenmerken}
    schaal = schalen(kenmerken, alle)
    onze = z_scores(kenmerken, schaal, alle.get(wij, {}))
    vol = sum(gewicht[code] for code in schaal)
    gevonden = []
    for wie, waarden in alle.items():
        if wie == wij:
            continue
        zijne = z_scores(kenmerken, schaal, waarden)
        samen = [code for code in onze if code in zijne]
        weegt = sum(gewicht[code] for code in samen)
        if not vol or weegt / vol < BEKEND:
            continue
        afstanden = [Afstand(code, zijne[code] - onze[code]) for code in samen]
        ver = sqrt(sum(gewicht[a.code] * a.verschil**2 for a in afstanden) / weegt)
        gevonden.append((ver, wie, afstanden))
    gevonden.sort(key=lambda rij: (round(rij[0], 9), rij[1]))
    return [_gelijkenis(wie, ver, afstanden, gewicht) for ver, wie, afstanden in gevonden[:AANTAL]]


def _gelijkenis(wie: int, ver: float, afstanden: list[Afstand], gewicht: Mapping[str, float]) -> Gelijkenis:
    """What is alike, the heaviest first; and where they differ most: there is something to ask about."""
    nabij = sorted(
        (a for a in afstanden if abs(a.verschil) <= GELIJK), key=lambda a: (-gewicht[a.code], abs(a.verschil), a.code)
    )
    ver_uiteen = sorted((a for a in afstanden if abs(a.verschil) >= ANDERS), key=lambda a: (-abs(a.verschil), a.code))
    bekend = {a.code for a in afstanden}
    return Gelijkenis(
        wie,
        ver,
        tuple(nabij[:EENDER]),
        tuple(ver_uiteen[:VERSCHILLEND]),
        tuple(code for code in gewicht if code not in bekend),
    )
