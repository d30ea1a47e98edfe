"""A whole out of its parts, charts, and how a number is written: pure, without a database."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from kennisplatform.cijfers.getallen import nl
from kennisplatform.cijfers.grafiek import Lijn, Staaf, as_stappen, lijnen, staven
from kennisplatform.cijfers.samenstellen import Deelwaarde, Samengesteld, stel_samen
from kennisplatform.cijfers.tijdlijn import Tijdregel, teken


def deel(waarde: float | None, gewicht: float | None = 100, naam: str = "x") -> Deelwaarde:
    return Deelwaarde(naam, waarde, gewicht)


@pytest.mark.parametrize(
    ("delen", "wijze", "uit"),
    [
        ([deel(10), deel(30)], "som", Samengesteld(40)),
        ([deel(10, 300), deel(30, 100)], "gewogen", Samengesteld(15)),
        # A part of one in a hundred may lack a count; one of one in ten not.
        ([deel(10, 990), deel(None, 10, "De Scheg")], "som", Samengesteld(10, ("De Scheg",))),
        ([deel(10, 900), deel(None, 100)], "som", None),
        ([deel(10, 900), deel(None, 100, "klein")], "gewogen", Samengesteld(10, ("klein",))),
        ([deel(10, 890), deel(None, 110)], "gewogen", None),
        # Without weights all parts are needed, and no mean can be made.
        ([deel(10, None), deel(5, None)], "som", Samengesteld(15)),
        ([deel(10, None), deel(None, None)], "som", None),
        ([deel(10, None), deel(5, 100)], "gewogen", None),
        ([deel(1, 0), deel(2, 0)], "gewogen", None),
        ([deel(1), deel(2)], "niet", None),
        ([], "som", None),
        # A figure may be negative, and change its sign in the mean.
        ([deel(-0.8, 100), deel(0.2, 300)], "gewogen", Samengesteld(pytest.approx(-0.05))),
    ],
)
def test_a_whole_is_made_of_its_parts_or_not_at_all(delen: list[Deelwaarde], wijze: str, uit: object) -> None:
    assert stel_samen(delen, wijze) == uit


def test_numbers_are_dutch() -> None:
    assert [nl(1234.5, 1), nl(17942942), nl(-0.829, 3), nl(27.45)] == ["1.234,5", "17.942.942", "-0,829", "27"]


@pytest.mark.parametrize("rand", [(71.2, 84.9), (0, 0), (5, 5), (-0.8, 0.77), (92.1, 100.4), (0, 20_000)])
def test_an_axis_holds_what_is_drawn_on_it(rand: tuple[float, float]) -> None:
    van, tot, stap = as_stappen(*rand)
    assert van <= rand[0] and tot >= rand[1] and stap > 0 and 0 <= (tot - van) / stap <= 6


def test_bars_say_what_is_withheld_and_stay_within_their_chart() -> None:
    svg = staven(
        "Wie <rookt>?",
        [Staaf("Veel", 130, "130"), Staaf("Weinig", None, "geen getal"), Staaf("Iets", 20, "20", 15, 25, 22)],
        100,
    )
    boom = ET.fromstring(str(svg))
    assert boom.attrib["role"] == "img" and boom.attrib["aria-label"] == "Wie <rookt>?"
    assert "viewBox" not in boom.attrib, "text would scale"
    breed = [float(rect.attrib["width"].rstrip("%")) for rect in boom.iter("rect")]
    assert max(breed) == 100
    assert [rect.attrib["class"] for rect in boom.iter("rect")] == ["bak", "staaf", "weinig", "bak", "staaf"]
    assert "geen getal" in [t.text for t in boom.iter("text")], "never 0, never a gap"
    assert not re.search(r"style=|#[0-9a-f]{3}", str(svg)), "colours are classes"


def test_a_line_breaks_where_a_year_is_missing_and_years_keep_their_distance() -> None:
    svg = lijnen(
        "Reeks",
        ["2012", "2016", "2022"],
        [2012, 2016, 2022],
        [Lijn("Wij 3", [1, None, 3], "ons", [0, None, 2], [2, None, 4]), Lijn("Nederland 2", [2, 2, 2])],
        merk="verzonnen voorbeeld",
    )
    boom = ET.fromstring(str(svg))
    paden = {p.attrib["class"]: p.attrib["d"] for p in boom.iter("path")}
    assert paden["ons"].count("M") == 2 and "L" not in paden["ons"]
    plek = [float(m.split()[0]) for m in re.split("[ML]", paden["ref"])[1:]]
    assert (plek[1] - plek[0]) / (plek[2] - plek[0]) == pytest.approx(0.4)
    teksten = [t.text for t in boom.iter("text")]
    assert "verzonnen voorbeeld" in teksten and {"Wij 3", "Nederland 2"} <= set(teksten)
    hoogten = [float(t.attrib["y"]) for t in boom.iter("text") if "eind" in t.attrib["class"]]
    assert abs(hoogten[0] - hoogten[1]) >= 20, "names do not lie on each other"


def test_a_time_line_holds_every_activity_at_its_place_and_says_its_state() -> None:
    rij = [Tijdregel("Soepmiddag", 2025.25, 2026.5, "loopt"), Tijdregel("Oefengroep", 2025.5, 2025.5, "gestopt")]
    boom = ET.fromstring(str(teken(rij, 2023.0)))
    balken = [rect for rect in boom.iter("rect")]
    assert [b.attrib["class"] for b in balken] == ["duur loopt", "duur gestopt"]
    begin, breed = (float(balken[0].attrib[n].rstrip("%")) for n in ("x", "width"))
    assert 0 < begin < 100 and begin + breed <= 100.01
    assert float(balken[1].attrib["width"].rstrip("%")) > 0, "what stopped on its first day is still seen"
    assert "1 loopt, 1 stopte" in boom.attrib["aria-label"]
    assert any("Oefengroep (gestopt)" in (t.text or "") for t in boom.iter("text"))


def test_no_year_runs_into_its_neighbour_on_a_telephone() -> None:
    """Of 2012, 2016, 2020, 2022 and 2024 the one before the last lay over the last: it is not shown there."""
    jaren = ["2012", "2016", "2020", "2022", "2024"]
    getekend = str(
        lijnen("Wie voelt zich gezond?", jaren, [float(j) for j in jaren], [Lijn("ons", [71, 74, 74, 65, 71])])
    )
    krap = re.findall(r'class="as krap">(\d+)<', getekend)
    gewoon = re.findall(r'class="as">(20\d\d)<', getekend)
    assert krap == ["2022"] and gewoon == ["2012", "2016", "2020", "2024"]
