"""Hours and money have a unit, a source and an end; only equal units meet; a front door is no source."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import StructBlockValidationError

from kennisplatform.basis import praktijk
from kennisplatform.basis.blocks import BronBlok
from kennisplatform.basis.bronadres import is_kaal
from kennisplatform.basis.inzet import Inzet, getal, klassen
from kennisplatform.basis.inzetblokken import GeldBlok, InzetBlok
from kennisplatform.basis.inzetverhuizing import geldregels, inzetregels
from kennisplatform.basis.keuzes import Kostenper, Opgave, Urenper
from kennisplatform.basis.praktijk import Praktijkinzet, Verhaal
from menukaart.models import Interventie

pytestmark = pytest.mark.django_db

REGEL = {"maat": "uren", "van": 12, "tot": 24, "per": "groep", "bron": "Loket", "bron_url": "https://x.nl/a"}


def interventie(**velden: Any) -> Interventie:
    return Interventie(title="Soep", slug="soep", **velden)


def regel(**anders: Any) -> dict[str, Any]:
    return {"type": "inzet", "value": REGEL | anders}


@pytest.mark.parametrize(
    "adres", ["https://www.rivm.nl", "https://www.rivm.nl/", "http://x.nl/nl/", "https://x.nl/index.html"]
)
def test_a_front_door_is_bare(adres: str) -> None:
    assert is_kaal(adres)
    with pytest.raises(StructBlockValidationError) as fout:
        BronBlok().clean(BronBlok().to_python({"titel": "RIVM", "url": adres, "uitgever": "RIVM"}))
    assert "voordeur" in str(fout.value.block_errors["url"])


@pytest.mark.parametrize("adres", ["https://x.nl/artikel/1", "https://x.nl/?p=12", "https://x.nl/nl/valpreventie", ""])
def test_a_page_is_not_bare(adres: str) -> None:
    assert not is_kaal(adres)


def test_the_source_of_evidence_is_no_front_door_either() -> None:
    with pytest.raises(ValidationError) as fout:
        interventie(bewijs_bron_url="https://www.iph.nl/").clean_fields(exclude=["path", "depth"])
    assert "bewijs_bron_url" in fout.value.message_dict


@pytest.mark.parametrize(
    ("inzet", "woorden"),
    [
        (Inzet("uren", 12, 24, "groep"), "12–24 uur per groep"),
        (Inzet("uren", 6.2, 6.2, "deelnemer"), "6,2 uur per deelnemer"),
        (Inzet("uren", 120, 300, "buurt-jaar"), "120–300 uur per jaar"),
        (Inzet("euro", 2000, 2000, "gezin"), "€\xa02.000 per gezin"),
        (Inzet("euro", 262.91, 262.91, "deelnemer"), "€\xa0262,91 per deelnemer"),
    ],
)
def test_a_number_carries_its_unit(inzet: Inzet, woorden: str) -> None:
    assert str(inzet) == woorden


def test_large_numbers_are_written_in_dutch() -> None:
    assert (getal(1234567), getal(27.5), getal(2.25)) == ("1.234.567", "27,5", "2,25")
    assert getal(1234.5, geld=True) == "1.234,50"


def test_classes_exist_and_never_mix_units() -> None:
    """Every code that can come out has words; money per neighbourhood per year stays in its own facet."""
    codes = {
        "uren": {i.klasse for per in ("deelnemer", "gezin", "groep", "buurt-jaar") for i in _reeks("uren", per)},
        "euro": {i.klasse for per in ("deelnemer", "gezin", "groep") for i in _reeks("euro", per)},
    }
    assert codes["uren"] == set(Urenper.values) - {"onbekend"}
    assert codes["euro"] == set(Kostenper.values) - {"onbekend"}
    assert klassen([Inzet("euro", 10, 10, "buurt-jaar"), Inzet("euro", 10, 10, "gezin")], "euro") == ("gezin-tot-1000",)


def _reeks(maat: str, per: str) -> list[Inzet]:
    return [Inzet(maat, n, n, per) for n in (1, 10, 30, 200, 700, 2000, 9000)]


def test_cost_keeps_meaning_per_neighbourhood_per_year() -> None:
    los = interventie(inzetregels=[regel(maat="euro", van=70, tot=None, per="deelnemer")])
    assert los.inzetfacetten()["kosten"] == ("onbekend",)
    assert los.inzetfacetten()["kosten_per"] == ("deelnemer-tot-250",)
    jaar = interventie(inzetregels=[regel(maat="euro", van=30_000, tot=None, per="buurt-jaar")])
    assert jaar.inzetfacetten()["kosten"] == ("25000-100000",)
    assert jaar.inzetfacetten()["kosten_per"] == ("onbekend",)


def test_cost_of_absence_is_no_money_spent() -> None:
    plan = interventie(inzetregels=[regel(maat="verlet", van=9_000, tot=None, per="buurt-jaar")])
    assert plan.inzetfacetten() == {
        "kosten": ("onbekend",),
        "kosten_per": ("onbekend",),
        "uren_per": ("onbekend",),
        "inzet": ("bekend",),
    }
    assert plan.eerste_kosten is None and plan.inzet_bekend


def test_a_class_needs_an_amount_with_a_source() -> None:
    assert "kostenklasse" in interventie(kostenklasse="tot-5000").veldfouten()
    assert not interventie(
        kostenklasse="tot-5000", inzetregels=[regel(maat="euro", van=170, tot=None, per="buurt-jaar")]
    ).veldfouten()


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"tot": 3}, "tot"),
        ({"maat": "euro"}, "betaler"),
        ({"bron": ""}, "bron"),
        ({"bron_url": "https://www.rivm.nl/"}, "bron_url"),
    ],
)
def test_an_incomplete_number_is_refused_at_its_field(anders: dict[str, Any], veld: str) -> None:
    blok = InzetBlok()
    with pytest.raises(StructBlockValidationError) as fout:
        blok.clean(blok.to_python({"jaar": None, "hoe": "bron", **REGEL, **anders}))
    assert veld in fout.value.block_errors


def test_a_money_line_lapses_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = interventie(geldregels=[{"type": "geld", "value": {"tekst": "SPUK betaalt", "geldt_tot": "2026-12-31"}}])
    for dag, geldt in ((dt.date(2026, 12, 31), True), (dt.date(2027, 1, 1), False)):
        _vandaag(monkeypatch, dag)
        assert plan.geldregels[0].value.geldt is geldt
        assert plan.bekostiging == ("SPUK betaalt" if geldt else "")  # what the search reads


def _vandaag(monkeypatch: pytest.MonkeyPatch, dag: dt.date) -> None:
    class Datum(dt.date):
        @classmethod
        def today(cls) -> Any:
            return dag

    monkeypatch.setattr("kennisplatform.basis.inzetblokken.dt.date", Datum)


def test_a_money_line_without_an_end_is_refused() -> None:
    blok = GeldBlok()
    with pytest.raises(StructBlockValidationError) as fout:
        blok.clean(blok.to_python({"tekst": "Gemeente", "geldt_tot": None}))
    assert "geldt_tot" in fout.value.block_errors


def meld(plaats: str, van: float, *, buurt: int | None = 1, per: str = "buurt-jaar", **anders: Any) -> Praktijkinzet:
    return Praktijkinzet(plaats, buurt, Inzet("uren", van, van, per), anders.pop("jaar", 2025), "Verslag", **anders)


def reeksen(*meldingen: Praktijkinzet) -> list[str]:
    return [str(reeks) for reeks in praktijk.inzetreeksen([Verhaal(1, "x", "loopt", meldingen)])]


def test_three_neighbourhoods_are_a_range() -> None:
    uit = reeksen(meld("A", 120, buurt=1), meld("B", 300, buurt=2), meld("C", 200, buurt=3))
    assert uit == ["3 buurten: 120–300 uur per jaar"]


def test_a_place_counts_once_and_realised_comes_before_told() -> None:
    uit = reeksen(
        meld("Overvecht", 500, jaar=2026),
        meld("Overvecht, Utrecht", 120, jaar=2024, opgave=Opgave.GEREALISEERD),
    )
    assert uit == ["1 buurt: 120 uur per jaar"]


def test_units_stay_apart_and_elsewhere_is_no_neighbourhood() -> None:
    uit = reeksen(meld("A", 10, buurt=None), meld("B", 20), meld("A", 90, buurt=None, per="groep"))
    assert uit == ["2 plekken: 10–20 uur per jaar", "1 plek: 90 uur per groep"]


def test_what_stood_in_loose_columns_keeps_its_meaning() -> None:
    """The migration: per neighbourhood per year, its one source with each, and money without an end that says so."""
    oud = {
        "uren": 40,
        "uren_toelichting": "Samen",
        "verletkosten": 900,
        "inzet_bron": "Verslag",
        "bekostiging": " Wmo ",
    }
    plan = interventie(inzetregels=inzetregels(oud), geldregels=geldregels(oud))
    assert [str(inzet) for inzet in plan.inzet] == ["40 uur per jaar", "€\xa0900 per jaar"]
    assert {deel.value["bron"] for deel in plan.inzetregels} == {"Verslag"}
    assert plan.inzetregels[0].value["uitleg"] == "Samen" and plan.inzetfacetten()["kosten"] == ("onbekend",)
    assert plan.bekostiging == "Wmo" and plan.geldregels[0].value["geldt_tot"] is None
    leeg = {"uren": None, "verletkosten": None, "bekostiging": ""}
    assert not inzetregels(leeg) and not geldregels(leeg)
    assert str(interventie(inzetregels=inzetregels({"uren": 0})).inzet[0]) == "0 uur per jaar"
