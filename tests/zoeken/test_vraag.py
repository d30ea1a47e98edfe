from __future__ import annotations

import pytest
from django.http import QueryDict

from kennisplatform.zoeken.antwoord.vraag import MAX_PAGINA, MAX_TEKST, MAX_WAARDEN, Vraag, paginanummer, schone_tekst


def test_reads_a_query_string() -> None:
    get = QueryDict("q=+rode++rozen&kleur=rood&kleur=rood&kleur=geel&maat=&pagina=3&volgorde=nieuw&x=1&letterlijk=1")
    vraag = Vraag.uit_get(get, facetten=("kleur", "maat"), soorten=("blad",), taal="en")
    assert vraag == Vraag(
        tekst="rode rozen",
        facetten={"kleur": ("rood", "geel")},
        soorten=("blad",),
        taal="en",
        tel=("kleur", "maat"),
        volgorde="nieuw",
        pagina=3,
        per_pagina=20,
        letterlijk=True,
    )


def test_an_empty_query_string_is_a_listing() -> None:
    assert Vraag.uit_get(QueryDict("")) == Vraag()


@pytest.mark.parametrize(
    ("waarde", "nummer"),
    [
        ("", 1),
        ("0", 1),
        ("-2", 1),
        ("2", 2),
        ("²", 1),
        ("٣", 1),
        ("1e3", 1),
        ("9" * 6_000, MAX_PAGINA),
        ("0" * 6_000, 1),
    ],
)
def test_page_number_never_fails(waarde: str, nummer: int) -> None:
    assert paginanummer(waarde) == nummer


def test_text_is_cleaned_and_cut() -> None:
    assert schone_tekst("\x00 a\n\tb \x00") == "a b"
    assert len(schone_tekst("a" * 10_000)) == MAX_TEKST


def test_values_are_limited() -> None:
    get = QueryDict("&".join(f"kleur={i}" for i in range(900)) + "&kleur=a%00b&volgorde=drop+table")
    vraag = Vraag.uit_get(get, facetten=("kleur",))
    assert len(vraag.facetten["kleur"]) == MAX_WAARDEN
    assert vraag.volgorde == ""
