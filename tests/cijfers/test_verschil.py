"""Difference-in-difference: the number that a spreadsheet gives, and when none may be given. Pure."""

from __future__ import annotations

import pytest

from kennisplatform.cijfers.perioden import van_ritme
from kennisplatform.cijfers.verschil import Meetpunt, Toetsuitslag, index, schat, t_waarde

KWARTALEN = [f"{jaar}-K{k}" for jaar in (2023, 2024, 2025) for k in (1, 2, 3, 4)]
ZIJ = [200, 202, 199, 201, 198, 200, 201, 201, 196, 195, 194, 193]
ONS = [100, 101, 100, 101, 99, 100, 100, 101, 96, 94, 92, 91]


def reeks(ons: list[float], zij: list[float], n: int | None = 120) -> list[Meetpunt]:
    return [Meetpunt(p, a, b, n) for p, a, b in zip(KWARTALEN, ons, zij, strict=True)]


def test_the_same_number_as_a_spreadsheet() -> None:
    """Worked out step by step here, as a researcher would in a spreadsheet with the file."""
    ons = [100 * w / (sum(ONS[4:8]) / 4) for w in ONS]
    zij = [100 * w / (sum(ZIJ[4:8]) / 4) for w in ZIJ]
    d = [a - b for a, b in zip(ons, zij, strict=True)]
    voor, na = d[:8], d[8:]
    gem = [sum(rij) / len(rij) for rij in (voor, na)]
    var = [sum((x - m) ** 2 for x in rij) / (len(rij) - 1) for rij, m in zip((voor, na), gem, strict=True)]
    marge = 3.1824463 * (var[0] / 8 + var[1] / 4) ** 0.5
    uit = schat(reeks(ONS, ZIJ), "2025-K1")
    assert uit and (uit.voor, uit.na) == (8, 4)
    assert uit.effect == pytest.approx(gem[1] - gem[0]) and uit.effect == pytest.approx(-3.9, abs=0.3)
    assert uit.hoog - uit.laag == pytest.approx(2 * marge)
    assert not uit.raakt_nul
    assert {t.code: t.uitslag for t in uit.toetsen} == {
        "parallel": Toetsuitslag.JA,
        "omvang": Toetsuitslag.JA,
        "samenstelling": Toetsuitslag.ONBEKEND,
    }


def test_assumptions_that_do_not_hold_are_told() -> None:
    scheef = [100 - 2 * n for n in range(12)]
    toetsen = {t.code: t for t in schat(reeks(scheef, [200] * 12), "2025-K1").toetsen}  # type: ignore[union-attr]
    assert toetsen["parallel"].uitslag == Toetsuitslag.NEE
    groei = schat([Meetpunt(p.periode, p.ons, p.zij, 100 + 30 * n) for n, p in enumerate(reeks(ONS, ZIJ))], "2025-K1")
    assert groei and groei.toetsen[1].uitslag == Toetsuitslag.NEE
    zonder = schat(reeks(ONS, ZIJ, None), "2025-K1")
    assert zonder and zonder.toetsen[1].uitslag == Toetsuitslag.ONBEKEND


def test_no_difference_is_not_called_one() -> None:
    uit = schat(reeks([w / 2 for w in ZIJ], ZIJ), "2025-K1")
    assert uit and uit.effect == pytest.approx(0) and uit.raakt_nul


@pytest.mark.parametrize(
    ("punten", "start"),
    [
        (reeks(ONS, ZIJ), "2025-K3"),  # two periods after
        (reeks(ONS, ZIJ), "2023-K2"),
        (reeks(ONS, ZIJ)[:4] + reeks(ONS, ZIJ)[8:], "2025-K1"),  # no base year
        (reeks([0.0] * 12, ZIJ), "2025-K1"),
        (reeks([-5.0] * 12, ZIJ), "2025-K1"),  # a figure that changed sign
        ([], "2025-K1"),
    ],
)
def test_where_it_can_not_be_told_nothing_is_told(punten: list[Meetpunt], start: str) -> None:
    assert schat(punten, start) is None


def test_the_index_and_the_table_of_t() -> None:
    assert index([50, 100, 150], ["2023-K1", "2024-K1", "2024-K2"]) == [40, 80, 120]
    # As LibreOffice and Excel have T.INV.2T(0.05; df); with three decimals a margin differed in its fourth.
    excel = {1: 12.7062047, 5: 2.5705818, 11: 2.2009852, 20: 2.0859634, 21: 2.0796138, 30: 2.0422725, 200: 1.9718962}
    assert {df: t_waarde(df) for df in excel} == pytest.approx(excel, abs=2e-6)


@pytest.mark.parametrize("vorm", ["{}-{:02}", "{}-H{}"])
def test_after_the_start_is_after_it_in_every_rhythm(vorm: str) -> None:
    """By their codes '2025-03' and '2025-H1' come before '2025-K1': the whole first year counted as before."""
    deel = (1, 2) if "H" in vorm else range(1, 13)
    punten = [Meetpunt(vorm.format(jaar, d), 100 + d % 2, 100) for jaar in (2023, 2024, 2025, 2026) for d in deel]
    uit = schat(punten, "2025-K1")
    assert uit and (uit.voor, uit.na) == (2 * len(deel), 2 * len(deel))


def test_years_and_their_quarters_are_no_one_line() -> None:
    telt = van_ritme(["2024", *KWARTALEN])
    assert telt("2025-K1") and not telt("2024") and not telt("2024-03")
    assert van_ritme(["2023", "2024"])("2025") and van_ritme([])("2024-H1")
