"""Files with many records each, and the rules of rooms beyond a schema."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from kennisplatform.inhoudlader import soorten
from kennisplatform.inhoudlader.begrippen import Begriprij
from kennisplatform.inhoudlader.schema import Bekend, Fout, Pad, controleer, lees
from kennisplatform.kamers import gebracht


def begripcodes(begrippen: Iterable[Begriprij]) -> dict[str, set[str]]:
    codes: dict[str, set[str]] = {}
    for rij in begrippen:
        codes.setdefault(rij.soort, set()).add(rij.code)
    return codes


def lees_alle(
    korte_naam: Callable[[Path], str], begrippen: Iterable[Begriprij]
) -> tuple[dict[str, dict[str, Any]], list[Fout]]:
    """Kind → key → row, and every mistake: in a file, or a key that stands there twice.

    Rows may name terms, and rows of a kind that comes before theirs; no pages.
    """
    per_soort: dict[str, dict[str, Any]] = {}
    bekend = Bekend(begripcodes(begrippen), {}, set())
    fouten: list[Fout] = []
    for soort in gebracht(soorten.Rijensoort):
        rijen = per_soort.setdefault(soort.naam, {})
        for pad in sorted(soort.map.glob("*.toml")):
            data, nummers, leesfouten = lees(pad)
            mis = [] if leesfouten else controleer(data, soort.schema, bekend)
            if not leesfouten and not mis:
                mis += soort.keur(data)
                for plek, sleutel, rij in soort.rijen(data):
                    if sleutel in rijen:
                        mis.append((plek, f"{sleutel} staat er al: één {soort.naam} heeft één regel"))
                    rijen.setdefault(sleutel, rij)
            fouten += leesfouten
            fouten += [Fout(Path(korte_naam(pad)), nummers.van(p), ".".join(map(str, p)), wat) for p, wat in mis]
        bekend.slugs[soort.naam] = set(rijen)
    return per_soort, fouten


def keur(soort: str, data: Mapping[str, Any], rijen: Mapping[str, soorten.Rijen]) -> list[tuple[Pad, str]]:
    return [fout for keuring in gebracht(soorten.Keuring) for fout in keuring.keur(soort, data, rijen)]


def bewaar(rijen: Mapping[str, soorten.Rijen]) -> list[str]:
    """Names of what stays as it is because somebody changed it on the site."""
    return [naam for soort in gebracht(soorten.Rijensoort) for naam in soort.bewaar(rijen[soort.naam])]


def ruim(rijen: Mapping[str, soorten.Rijen]) -> soorten.Opgeruimd:
    """What left the files, of every kind that says how."""
    alle = [soort.ruim(rijen[soort.naam]) for soort in gebracht(soorten.Rijensoort) if soort.ruim]
    return soorten.Opgeruimd(
        tuple(naam for een in alle for naam in een.weg), tuple(naam for een in alle for naam in een.gebleven)
    )
