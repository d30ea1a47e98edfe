"""The rules of klein.py on the figures that were handed in: run after every change of them, in the same transaction."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from django.db import transaction

from kennisplatform.cijfers.klein import Som, verberg
from kennisplatform.cijfers.models import Buurtgebied, Cijfer

Plek = tuple[str, str, str]  # area, period, group
# A period and those that it is made of.
_JAAR: Final = re.compile(r"\d{4}")
_MAANDEN: Final = {f"K{k}": [f"{3 * (k - 1) + m:02}" for m in (1, 2, 3)] for k in (1, 2, 3, 4)}


@transaction.atomic
def scherm_af() -> int:
    """How many figures are shown or hidden otherwise than before. Versions that no longer hold are never shown."""
    rijen = list(
        Cijfer.objects.huidig()
        .filter(bron__open=False)
        .values_list("pk", "indicator_id", "gebied__code", "periode", "groep", "n", "verborgen")
    )
    tabellen: dict[int, dict[Plek, int]] = defaultdict(dict)
    for _pk, indicator, gebied, periode, groep, n, _nu in rijen:
        tabellen[indicator][(gebied, periode, groep)] = n or 0  # how many is not known: not shown
    redenen = verberg_samen(tabellen, buurtdelen())
    anders: dict[str, list[int]] = defaultdict(list)
    for pk, indicator, gebied, periode, groep, _n, nu in rijen:
        reden = redenen[indicator].get((gebied, periode, groep), "")
        if reden != nu:
            anders[reden].append(pk)
    for reden, pks in anders.items():
        for begin in range(0, len(pks), 500):
            Cijfer.objects.filter(pk__in=pks[begin : begin + 500]).update(verborgen=reden)
    return sum(map(len, anders.values()))


def buurtdelen() -> dict[str, set[str]]:
    """Own area of a neighbourhood → areas that it is made of."""
    uit: dict[str, set[str]] = defaultdict(set)
    for slug, code in Buurtgebied.objects.values_list("buurt__slug", "gebied__code"):
        uit[f"eigen-{slug}"].add(code)
    return uit


def verberg_samen(
    tabellen: Mapping[int, Mapping[Plek, int]], delen: Mapping[str, set[str]]
) -> dict[int, dict[Plek, str]]:
    """Per indicator. Where two count the same people in a cell, what one hides the other hides too: hours by hours per
    client is the number of clients.
    """
    sommen = {indicator: list(sommen_van(tabel, delen)) for indicator, tabel in tabellen.items()}
    uit: dict[int, dict[Plek, str]] = {indicator: {} for indicator in tabellen}
    while True:
        weg = {(plek, tabellen[i][plek]) for i, redenen in uit.items() for plek in redenen}
        nieuw: dict[int, dict[Plek, str]] = {}
        for indicator, tabel in tabellen.items():
            ook = {plek for plek, n in tabel.items() if (plek, n) in weg}
            nieuw[indicator] = {plek: reden.value for plek, reden in verberg(tabel, sommen[indicator], ook).items()}
        if nieuw == uit:
            return uit
        uit = nieuw


def sommen_van(plekken: Iterable[Plek], delen: Mapping[str, set[str]]) -> Iterator[Som]:
    """Every sum that somebody could make of these cells."""
    alle = set(plekken)
    gebieden, perioden = {p[0] for p in alle}, {p[1] for p in alle}
    groepen = {p[2] for p in alle}
    onder = {g: _onderdelen(g, gebieden, delen) for g in gebieden}
    tijden = {p: list(_tijddelen(p, perioden)) for p in perioden}
    for gebied, periode, groep in sorted(alle):
        for gebieddelen in onder[gebied]:
            yield from _som(alle, (gebied, periode, groep), ((g, periode, groep) for g in gebieddelen))
        for tijddelen in tijden[periode]:
            yield from _som(alle, (gebied, periode, groep), ((gebied, t, groep) for t in tijddelen))
        if groep == "":
            yield from _som(alle, (gebied, periode, ""), ((gebied, periode, g) for g in groepen - {""}))


def _som(alle: set[Plek], geheel: Plek, delen: Iterable[Plek]) -> Iterator[Som]:
    aanwezig = tuple(sorted(plek for plek in delen if plek in alle and plek != geheel))
    if aanwezig:
        yield Som(geheel, aanwezig)


def _onderdelen(gebied: str, gebieden: set[str], delen: Mapping[str, set[str]]) -> list[set[str]]:
    """A district is its neighbourhoods, a municipality its districts (or, without those, its neighbourhoods)."""
    cijfers = gebied[2:]
    uit = [delen[gebied] & gebieden] if gebied in delen else []
    if gebied == "NL00":
        uit.append({g for g in gebieden if g.startswith("GM")})
    if gebied.startswith("GM"):
        uit += [{g for g in gebieden if g.startswith(soort + cijfers)} for soort in ("WK", "BU")]
    if gebied.startswith("WK"):
        uit.append({g for g in gebieden if g.startswith("BU" + cijfers)})
    # Neighbourhoods of the programme that lie in it, by their own areas.
    uit.append({eigen for eigen, codes in delen.items() if eigen in gebieden and gebied in codes and len(codes) == 1})
    return [verzameling for verzameling in uit if verzameling]


def _tijddelen(periode: str, perioden: set[str]) -> Iterator[set[str]]:
    jaar, _streep, deel = periode.partition("-")
    if not deel and _JAAR.fullmatch(jaar):
        for patroon in (r"K\d", r"H\d", r"\d\d"):
            yield {p for p in perioden if re.fullmatch(f"{jaar}-{patroon}", p)}
    elif deel.startswith("H"):
        eerste = 1 if deel == "H1" else 3
        yield {f"{jaar}-K{k}" for k in (eerste, eerste + 1)} & perioden
    elif deel in _MAANDEN:
        yield {f"{jaar}-{maand}" for maand in _MAANDEN[deel]} & perioden
