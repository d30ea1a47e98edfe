"""Nobody can work out a number of fewer than ten people: an attack on tables with sums over areas, periods and groups.

The attack is written otherwise than the rules: it takes everything that is shown, and asks by elimination
whether a hidden number, or the sum of two, follows from them.
"""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from kennisplatform.cijfers.afschermen import Plek, sommen_van, verberg_samen
from kennisplatform.cijfers.keuzes import Verbergreden
from kennisplatform.cijfers.klein import GRENS, Som, over, verberg

PRIEM = 2_147_483_647  # reckoning modulo a large prime: exact, and fast


def volgt(basis: dict[int, list[int]], vraag: list[int]) -> list[int]:
    """What is left of a question once all that is known was taken off: zeros when it follows."""
    for kolom, rij in basis.items():
        if vraag[kolom]:
            vraag = [(a - vraag[kolom] * b) % PRIEM for a, b in zip(vraag, rij, strict=True)]
    return vraag


def bekend(rijen: list[list[int]]) -> dict[int, list[int]]:
    basis: dict[int, list[int]] = {}
    for rij in rijen:
        rest = volgt(basis, rij)
        kolom = next((n for n, waarde in enumerate(rest) if waarde), None)
        if kolom is not None:
            deler = pow(rest[kolom], -1, PRIEM)
            basis[kolom] = [waarde * deler % PRIEM for waarde in rest]
    return basis


def uit_te_rekenen(aantallen: dict, sommen: list[Som], weg: set) -> list[tuple]:
    """Hidden cells, or pairs of them that are fewer than ten together, that follow from what is shown."""
    cellen = sorted(weg, key=str)
    plek = {cel: n for n, cel in enumerate(cellen)}
    rijen = []
    for som in sommen:
        delen = [deel for deel in som.delen if deel in aantallen]
        if som.geheel in aantallen and delen:
            rij = [0] * len(cellen)
            for deel in delen:
                if deel in plek:
                    rij[plek[deel]] += 1
            if som.geheel in plek:
                rij[plek[som.geheel]] -= 1
            rijen.append(rij)
    basis, gevonden = bekend(rijen), []
    for groep in [(cel,) for cel in cellen] + list(combinations(cellen, 2)):
        if len(groep) == 2 and sum(aantallen[cel] for cel in groep) >= GRENS:
            continue
        if not any(volgt(basis, [int(cel in groep) for cel in cellen])):
            gevonden.append(groep)
    return gevonden


def tabel(zaad: int) -> tuple[dict[Plek, int], dict[str, set[str]]]:
    """A municipality of districts of neighbourhoods, in quarters, with groups; every sum is handed in as well."""
    dobbel = random.Random(zaad)
    wijken = [f"WK0999{w:02}" for w in range(dobbel.randint(1, 3))]
    buurten = [f"BU0999{wijk[-2:]}{b:02}" for wijk in wijken for b in range(dobbel.randint(1, 4))]
    perioden, groepen = ["2024-K1", "2024-K2", "2024-K3"], ["75+", "anders"]
    cellen: dict[Plek, int] = {}
    for b in buurten:
        for p in perioden:
            for g in groepen:
                cellen[(b, p, g)] = dobbel.choice([0, 1, 3, 8, 9, 10, 12, 25, 40, 200])
    delen = {"eigen-proef": set(buurten[:2])}
    for p in perioden:
        for g in groepen:
            for wijk in wijken:
                cellen[(wijk, p, g)] = sum(cellen[(b, p, g)] for b in buurten if b[2:8] == wijk[2:8])
            cellen[("GM0999", p, g)] = sum(cellen[(w, p, g)] for w in wijken)
            cellen[("eigen-proef", p, g)] = sum(cellen[(b, p, g)] for b in buurten[:2])
    gebieden = {plek[0] for plek in cellen}
    for gebied in gebieden:
        for p in perioden:
            cellen[(gebied, p, "")] = sum(cellen[(gebied, p, g)] for g in groepen)
        for g in ("", *groepen):
            cellen[(gebied, "2024", g)] = sum(cellen[(gebied, p, g)] for p in perioden)
    return cellen, delen


@pytest.mark.parametrize("zaad", range(10))
def test_the_attack_finds_nothing(zaad: int) -> None:
    cellen, delen = tabel(zaad)
    sommen = [som for som in sommen_van(cellen, delen) if som.heel or over(cellen, som) <= 0]  # what is true of them
    weg = verberg_samen({1: cellen}, delen)[1]
    assert {cel for cel, n in cellen.items() if n < GRENS} == {c for c, r in weg.items() if r == Verbergreden.KLEIN}
    assert uit_te_rekenen(cellen, sommen, set(weg)) == []


def test_the_attack_is_a_real_one() -> None:
    """Only hiding what is small is broken by each of the three differences: of totals, periods, parts."""
    for delen in (("a", "b"), ("K1", "K2")):
        aantallen = {"geheel": 50, delen[0]: 4, delen[1]: 46}
        som = [Som("geheel", delen)]
        assert uit_te_rekenen(aantallen, som, {delen[0]}) == [(delen[0],)]
        assert set(verberg(aantallen, som)) == set(delen)
    # Two that are small together: their sum says something of seven people.
    aantallen = {"geheel": 107, "a": 3, "b": 4, "c": 30, "d": 70}
    assert uit_te_rekenen(aantallen, [Som("geheel", ("a", "b", "c", "d"))], {"a", "b"}) == [("a", "b")]
    assert set(verberg(aantallen, [Som("geheel", ("a", "b", "c", "d"))])) == {"a", "b", "c"}


def test_sums_that_share_cells_are_looked_at_together() -> None:
    """Each row and column holds two that are hidden, and still the four corners give one away with a fifth sum."""
    rijen = {f"{r}{k}": 20 + int(r) + int(k) for r in "123" for k in "123"} | {"11": 4}
    aantallen = rijen | {f"r{r}": sum(rijen[f"{r}{k}"] for k in "123") for r in "123"}
    aantallen |= {f"k{k}": sum(rijen[f"{r}{k}"] for r in "123") for k in "123"}
    aantallen["blok"] = rijen["11"] + rijen["12"]
    sommen = [Som(f"r{r}", tuple(f"{r}{k}" for k in "123")) for r in "123"]
    sommen += [Som(f"k{k}", tuple(f"{r}{k}" for r in "123")) for k in "123"] + [Som("blok", ("11", "12"))]
    weg = verberg(aantallen, sommen)
    assert uit_te_rekenen(aantallen, sommen, set(weg)) == []
    assert weg["11"] == Verbergreden.KLEIN and len(weg) < len(aantallen), "and not simply everything"


def test_what_one_indicator_hides_another_of_the_same_people_hides_too() -> None:
    uren = {("BU09990001", "2024", ""): 4, ("BU09990002", "2024", ""): 46, ("WK099900", "2024", ""): 50}
    per_client = {("BU09990002", "2024", ""): 46, ("BU09990003", "2024", ""): 80}
    weg = verberg_samen({1: uren, 2: per_client}, {})
    assert set(weg[1]) == {("BU09990001", "2024", ""), ("BU09990002", "2024", "")}
    assert set(weg[2]) == {("BU09990002", "2024", "")}


def test_nothing_small_hides_nothing() -> None:
    assert verberg({"geheel": 30, "a": 10, "b": 20}, [Som("geheel", ("a", "b"))]) == {}
