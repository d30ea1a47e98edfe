"""What every engine must do: facets, kinds, orders, pages."""

from __future__ import annotations

import pytest

from kennisplatform.zoeken.antwoord.telling import MAX_WAARDEN, maak_facetten
from kennisplatform.zoeken.antwoord.vraag import Facetwaarde, Vraag
from kennisplatform.zoeken.poort import Motor

from .conftest import sleutels, telling


@pytest.mark.parametrize("tekst", ["", "groen"])
def test_each_facet_is_counted_without_its_own_filter(motor: Motor, tekst: str) -> None:
    tel = ("kleur", "maat")
    assert telling(motor, Vraag(tekst, tel=tel)) == {"kleur": {"geel": 2, "rood": 2}, "maat": {"groot": 1, "klein": 1}}
    vraag = Vraag(tekst, {"kleur": ("rood",)}, tel=tel)
    assert telling(motor, vraag) == {"kleur": {"geel": 2, "rood": 2}, "maat": {"klein": 1}}
    assert set(sleutels(motor, tekst, facetten={"kleur": ("rood",)})) == {"a:1", "a:3"}
    beide = Vraag(tekst, {"kleur": ("rood",), "maat": ("klein",)}, tel=tel)
    assert telling(motor, beide) == {"kleur": {"rood": 1}, "maat": {"klein": 1}}


@pytest.mark.parametrize("tekst", ["", "groen"])
def test_values_of_one_facet_are_alternatives(motor: Motor, tekst: str) -> None:
    assert set(sleutels(motor, tekst, facetten={"kleur": ("geel", "rood")})) == {"a:1", "a:2", "a:3"}


@pytest.mark.parametrize("tekst", ["", "tuin"])
@pytest.mark.parametrize(
    "facetten", [{"kleur": ("paars",)}, {"onbekend": ("x",)}, {"kleur": ("x" * 80, "\ud800", "a.b'\"")}]
)
def test_unknown_values_give_nothing(motor: Motor, tekst: str, facetten: dict[str, tuple[str, ...]]) -> None:
    uit = motor.zoek(Vraag(tekst, facetten, tel=("kleur", "onbekend")))
    assert uit.totaal == 0
    for naam, waarden in facetten.items():
        assert {w.code for w in uit.facetten[naam].waarden if w.gekozen} == set(waarden)


@pytest.mark.parametrize("tekst", ["", "tuin"])
def test_kinds_are_counted_before_one_is_chosen(motor: Motor, tekst: str) -> None:
    uit = motor.zoek(Vraag(tekst, soorten=("boom",)))
    assert [t.sleutel for t in uit.treffers] == ["a:4"]
    assert uit.soorten == {"blad": 3 if not tekst else 2, "boom": 1}


def test_orders(motor: Motor) -> None:
    assert sleutels(motor) == ["a:4", "a:2", "a:3", "a:1"]
    assert sleutels(motor, volgorde="nieuw") == ["a:1", "a:3", "a:2", "a:4"]
    assert sleutels(motor, volgorde="sterkte") == ["a:2", "a:3", "a:1", "a:4"]
    assert sleutels(motor, "tuin", volgorde="titel") == ["a:4", "a:2", "a:1"]
    assert sleutels(motor, "tuin", volgorde="nieuw") == ["a:1", "a:2", "a:4"]
    assert sleutels(motor, "tuin", volgorde="sterkte") == ["a:2", "a:1", "a:4"]


@pytest.mark.parametrize("tekst", ["", "groen"])
def test_pages_follow_each_other(motor: Motor, tekst: str) -> None:
    alle = sleutels(motor, tekst)
    assert [s for p in (1, 2, 3) for s in sleutels(motor, tekst, pagina=p, per_pagina=3)] == alle
    assert len(alle) == 4
    assert motor.zoek(Vraag(tekst, pagina=500)).totaal == 4


def test_a_facet_of_thousands_of_titles_names_the_frequent_ones_and_what_was_chosen() -> None:
    teller = {f"t{n:05d}": 1 + (n % 7 == 0) for n in range(9_000)}
    facet = maak_facetten({"x": teller}, Vraag(tel=("x",), facetten={"x": ("t08999", "weg")}))["x"]
    assert len(facet.waarden) == MAX_WAARDEN + 2
    assert [w.code for w in facet.waarden[:2]] == ["t00000", "t00007"] and facet.waarden[0].aantal == 2
    assert facet.waarden[-2:] == (Facetwaarde("t08999", 1, True), Facetwaarde("weg", 0, True))
    weinig = maak_facetten({"x": {"b": 1, "a": 1, "c": 3}}, Vraag(tel=("x",)))["x"]
    assert [w.code for w in weinig.waarden] == ["c", "a", "b"]
