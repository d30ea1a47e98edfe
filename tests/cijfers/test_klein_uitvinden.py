"""More ways to work out a small number: cells that nobody handed in, and that follow from those that were.

Each was shown before: the difference of two numbers of many people is a number of few.
"""

from __future__ import annotations

import random

import pytest

from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.cijfers.afschermen import verberg_samen
from kennisplatform.cijfers.klein import GRENS
from kennisplatform.cijfers.models import Cijfer
from kennisplatform.cijfers.ontleden import gebiedsdelen, groepen_binnen, ontbreekt
from kennisplatform.kamers import gebracht
from tests.cijfers.hulp import haal

EIGEN = {"eigen-vijfhoek": {"BU03920105"}, "eigen-west": {"WK039202", "BU03920301"}}


def weg(cellen: dict[tuple[str, str, str], int]) -> set[tuple[str, str, str]]:
    return set(verberg_samen({1: cellen}, EIGEN)[1]) & set(cellen)


@pytest.mark.parametrize(
    ("groot", "klein"),
    [
        (("GM0392", "2026", ""), ("WK039201", "2026", "")),  # of a municipality one district
        (("WK039201", "2026", ""), ("eigen-vijfhoek", "2026", "")),  # of a district the network's own area
        (("GM0392", "2026", ""), ("eigen-west", "2026", "")),
        (("NL00", "2026", ""), ("GM0392", "2026", "")),
        (("eigen-west", "2026", ""), ("BU03920203", "2026", "")),
        (("GM0392", "2026", ""), ("GM0392", "2026", "75+")),  # of all of them one group
        (("GM0392", "2026", "65 jaar en ouder"), ("GM0392", "2026", "75+")),  # a group in another
        (("GM0392", "2026", "18plus"), ("GM0392", "2026", "18-64 jaar")),
    ],
)
def test_the_difference_of_two_is_a_cell_too(groot: tuple[str, str, str], klein: tuple[str, str, str]) -> None:
    assert klein in weg({groot: 50, klein: 46}), "four people are the difference"
    assert weg({groot: 50, klein: 40}) == set(), "ten are not too few"
    assert weg({groot: 50, klein: 50}) == set(), "and nobody is nobody"
    assert klein in weg({groot: 500, klein: 4}), "and what is small is hidden as ever"


def test_a_quarter_that_nobody_handed_in_follows_from_the_year() -> None:
    jaar = {("GM0392", p, ""): 40 for p in ("2026", "2026-K1", "2026-K2", "2026-K3")}
    assert ontbreekt(jaar) == {("GM0392", "2026-K4", "")}
    assert 1 <= len(weg(jaar)) <= 2, "how many people that quarter holds is not known"
    assert weg({**jaar, ("GM0392", "2026-K4", ""): 40}) == set()
    assert weg({cel: n for cel, n in jaar.items() if cel[1] != "2026-K3"}) == set(), "two together: no cell of its own"


def test_districts_and_neighbourhoods_of_others_are_taken_off_together() -> None:
    """No level is whole: one district, a neighbourhood elsewhere and a network's own area are 95 of 100."""
    cellen = {("GM0392", "2026", ""): 100, ("WK039204", "2026", ""): 40, ("BU03920501", "2026", ""): 30}
    assert weg(cellen) == set()
    assert ("eigen-vijfhoek", "2026", "") in weg({**cellen, ("eigen-vijfhoek", "2026", ""): 25})
    delen = gebiedsdelen({"GM0392", "WK039201", "BU03920105", "eigen-vijfhoek"}, EIGEN)["GM0392"]
    assert all(not {"WK039201", "BU03920105"} <= d.codes for d in delen), "nothing is taken off twice"


def test_ages_by_their_names() -> None:
    groepen = ["65+", "75-plus", "vanaf 85 jaar", "18 tot 65 jaar", "18-64", "vrouwen", "", "0 t/m 17"]
    binnen = groepen_binnen(groepen)
    assert binnen["65+"] == ["75-plus", "vanaf 85 jaar"] and binnen["75-plus"] == ["vanaf 85 jaar"]
    assert binnen["vrouwen"] == binnen[""] == binnen["18 tot 65 jaar"] == binnen["18-64"] == []


@pytest.mark.parametrize("zaad", range(6))
def test_no_difference_of_any_two_that_are_shown_is_of_a_few(zaad: int) -> None:
    """Everything that lies in something else, with parts left out at random as partners do."""
    dobbel = random.Random(zaad)
    buurten = {f"BU0999{w:02}{b:02}": dobbel.randint(0, 60) for w in (1, 2, 3) for b in range(1, 5)}
    alles = dict(buurten)
    for w in (1, 2, 3):
        alles[f"WK0999{w:02}"] = sum(n for code, n in buurten.items() if code[6:8] == f"{w:02}")
    alles["GM0999"] = sum(buurten.values())
    cellen = {(code, "2026", ""): n for code, n in alles.items() if dobbel.random() < 0.7}
    toon = {plek: n for plek, n in cellen.items() if plek not in weg(cellen)}
    for (groot, *_r), n in toon.items():
        for (klein, *_s), m in toon.items():
            if groot != klein and klein[2:].startswith(groot[2:]):
                assert not 0 < n - m < GRENS, (groot, n, klein, m)
        binnen = [m for (code, *_s), m in toon.items() if code != groot and code[2:].startswith(groot[2:])]
        laag = [m for (code, *_s), m in toon.items() if code[:2] == "BU" and code[2:].startswith(groot[2:])]
        assert not binnen or groot[:2] == "BU" or not 0 < n - sum(laag) < GRENS, (groot, n, laag)


@pytest.mark.django_db
def test_a_count_of_people_is_as_small_as_it_says() -> None:
    """Who fills in the inhabitants as the number of people does not show four clients."""
    kop = "gebied;indicator;periode;waarde;aantal_mensen;zichtbaarheid\n"
    rijen = (
        "eigen-goirle;preventie-clienten;2026;4;1200;openbaar\neigen-lochem;preventie-clienten;2026;40;1200;openbaar\n"
    )
    assert haal(
        kop + rijen + "eigen-goirle;behandeling-visites;2026;4;1200;openbaar\n", "aangeleverd", "a.csv"
    ).geschreven
    rij = Cijfer.objects.filter(bron__code="aangeleverd", huidig=True).order_by("gebied__code", "indicator__code")
    gezien = {(g, i): v for g, i, v in rij.values_list("gebied__code", "indicator__code", "verborgen")}
    assert gezien == {
        ("eigen-goirle", "preventie-clienten"): "klein",
        ("eigen-goirle", "behandeling-visites"): "",
        ("eigen-lochem", "preventie-clienten"): "",
    }


@pytest.mark.django_db
def test_the_night_hides_what_an_older_version_showed() -> None:
    kop = "gebied;indicator;periode;waarde;aantal_mensen;zichtbaarheid\n"
    assert haal(f"{kop}eigen-goirle;preventie-clienten;2026;4;1200;openbaar\n", "aangeleverd", "a.csv").geschreven
    rij = Cijfer.objects.filter(bron__code="aangeleverd", huidig=True)
    rij.update(verborgen="")
    for werk in gebracht(Nachtwerk):
        if werk.naam == "kleine aantallen":
            werk.doe()
    assert rij.get().verborgen == "klein"
