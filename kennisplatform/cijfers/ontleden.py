"""What areas, periods and groups are made of, as far as their codes and names say so: for who works out one from the others. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

LAND: Final = "NL00"
_JAAR: Final = re.compile(r"\d{4}")
_MAANDEN: Final = {f"K{k}": [f"{3 * (k - 1) + m:02}" for m in (1, 2, 3)] for k in (1, 2, 3, 4)}
_VAKKEN: Final = (("K1", "K2", "K3", "K4"), ("H1", "H2"), [f"{m:02}" for m in range(1, 13)])
# '65+', '65-plus', '65 jaar en ouder', 'vanaf 65'; '18-64', '18 tot 65 jaar', '0 t/m 17'.
_VANAF: Final = re.compile(r"(?:vanaf )?(\d{1,3})(?: jaar)? ?(?:\+|-?plus(?:sers?)?|en ouder|of ouder)?(?: jaar)?")
_VAN_TOT: Final = re.compile(r"(\d{1,3})(?: jaar)? ?(-|–|tot|t/m|tot en met) ?(\d{1,3})(?: jaar)?")
_OUDST: Final = 999


@dataclass(frozen=True)
class Gebiedsdelen:
    """`heel`: by their kind these are all of it. Else there may be more in it."""

    codes: frozenset[str]
    heel: bool


def gebiedsdelen(gebieden: Collection[str], eigen: Mapping[str, set[str]]) -> dict[str, list[Gebiedsdelen]]:
    """Of each area those of the others that it can be divided into. `eigen`: own area of a neighbourhood → what it is made of."""
    codes = {g: frozenset(eigen.get(g) or {g}) for g in gebieden}
    per_gemeente: dict[str, set[str]] = defaultdict(set)
    for gebied, rij in codes.items():
        for code in rij:
            per_gemeente[code[2:6]].add(gebied)
    alleen: dict[str, set[str]] = defaultdict(set)  # code → own areas that are that and nothing else
    for naam in set(gebieden) & set(eigen):
        if len(eigen[naam]) == 1:
            alleen[next(iter(eigen[naam]))].add(naam)
    uit = {}
    for gebied in gebieden:
        buren: Collection[str] = set().union(*(per_gemeente[code[2:6]] for code in codes[gebied]))
        buren = gebieden if gebied == LAND else buren
        heel = [v for v in (*_soortdelen(gebied, buren, eigen), alleen[gebied] - {gebied}) if v]
        uit[gebied] = [Gebiedsdelen(frozenset(v), True) for v in heel]
        uit[gebied] += [Gebiedsdelen(v, False) for v in _gemengd(gebied, buren, codes) if v and v not in heel]
    return uit


def _soortdelen(gebied: str, buren: Collection[str], eigen: Mapping[str, set[str]]) -> list[set[str]]:
    """A district is its neighbourhoods, a municipality its districts (or, without those, its neighbourhoods)."""
    cijfers = gebied[2:]
    onder = {LAND: ("GM",)}.get(gebied) or {"GM": ("WK" + cijfers, "BU" + cijfers), "WK": ("BU" + cijfers,)}.get(
        gebied[:2]
    )
    uit = [eigen[gebied] & set(buren)] if gebied in eigen else []
    return uit + [{g for g in buren if g.startswith(begin)} for begin in onder or ()]


def _gemengd(gebied: str, kandidaten: Collection[str], codes: Mapping[str, frozenset[str]]) -> list[frozenset[str]]:
    """As many as lie in it without lying in each other: once the large ones first, once the small ones."""
    if not any(code[:2] in ("NL", "GM", "WK") for code in codes[gebied]) and len(codes[gebied]) == 1:
        return []
    binnen = sorted(g for g in kandidaten if g != gebied and _ligt_in(codes[g], codes[gebied]))
    uit = []
    for eerst_groot in (True, False):
        gekozen: list[str] = []
        bezet: dict[str, set[str]] = defaultdict(set)  # by municipality: what lies in two touches nothing
        for ander in sorted(binnen, key=lambda g: (_grootte(codes[g], eerst_groot), g)):
            if not any(_raken(code, al) for code in codes[ander] for al in bezet[code[2:6]]):
                gekozen.append(ander)
                for code in codes[ander]:
                    bezet[code[2:6]].add(code)
        uit.append(frozenset(gekozen))
    return list(dict.fromkeys(uit))


def _grootte(codes: frozenset[str], eerst_groot: bool) -> int:
    rang = min(("GM", "WK", "BU").index(c[:2]) if c[:2] in ("GM", "WK", "BU") else 3 for c in codes)
    return rang if eerst_groot else -rang


def _ligt_in(codes: frozenset[str], geheel: frozenset[str]) -> bool:
    return codes != geheel and all(any(_bevat(groot, code) for groot in geheel) for code in codes)


def _bevat(groot: str, code: str) -> bool:
    if groot in (code, LAND):
        return code[:2] in ("NL", "GM", "WK", "BU")
    if groot[:2] == "GM":
        return code[:2] in ("WK", "BU") and code[2:6] == groot[2:]
    return groot[:2] == "WK" and code.startswith("BU" + groot[2:])


def _raken(een: str, ander: str) -> bool:
    return een == ander or _bevat(een, ander) or _bevat(ander, een)


def tijdvakken(periode: str) -> list[list[str]]:
    """Each way in which a period is divided, whole."""
    jaar, _streep, deel = periode.partition("-")
    if not deel and _JAAR.fullmatch(jaar):
        return [[f"{jaar}-{vak}" for vak in vakken] for vakken in _VAKKEN]
    if deel.startswith("H"):
        eerste = 1 if deel == "H1" else 3
        return [[f"{jaar}-K{k}" for k in (eerste, eerste + 1)]]
    return [[f"{jaar}-{maand}" for maand in _MAANDEN[deel]]] if deel in _MAANDEN else []


def ontbreekt(plekken: Collection[tuple[str, str, str]]) -> set[tuple[str, str, str]]:
    """Cells (area, period, group) that nobody handed in and that follow all the same: of a period all parts but one are there."""
    alle = set(plekken)
    uit = set()
    for gebied, periode, groep in alle:
        for vak in tijdvakken(periode):
            weg = [plek for deel in vak if (plek := (gebied, deel, groep)) not in alle]
            if len(weg) == 1:
                uit.add(weg[0])
    return uit


def groepen_binnen(groepen: Collection[str]) -> dict[str, list[str]]:
    """Group → groups of ages that lie wholly in it: '75+' in '65+'."""
    leeftijden = {groep: leeftijd for groep in groepen if (leeftijd := _leeftijd(groep))}
    return {
        groep: [
            ander
            for ander, (van, tot) in sorted(leeftijden.items())
            if groep in leeftijden
            and leeftijden[groep] != (van, tot)
            and leeftijden[groep][0] <= van
            and tot <= leeftijden[groep][1]
        ]
        for groep in groepen
    }


def _leeftijd(groep: str) -> tuple[int, int] | None:
    kaal = " ".join(groep.casefold().split())
    if treffer := _VAN_TOT.fullmatch(kaal):
        van, woord, tot = int(treffer[1]), treffer[2], int(treffer[3])
        return van, tot - 1 if woord == "tot" else tot
    if treffer := _VANAF.fullmatch(kaal):
        return int(treffer[1]), _OUDST
    return None
