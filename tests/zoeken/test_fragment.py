from __future__ import annotations

import pytest

from kennisplatform.zoeken.antwoord.fragment import LENGTE, Herkenner, maak_fragment, markeer
from kennisplatform.zoeken.antwoord.vormen import Vormen
from kennisplatform.zoeken.taal import schrift
from kennisplatform.zoeken.taal.samenstelling import Splitser


def herken(*stammen: str, woorden: tuple[str, ...] = (), taal: str = "nl") -> Herkenner:
    return Herkenner(Vormen(frozenset(woorden), frozenset(stammen)), taal)


def test_marks_forms_and_compounds_and_says_which() -> None:
    html, gevonden = maak_fragment(["Gevallen bladeren en valgevaar op het pad."], herken("val"))
    assert html == "<mark>Gevallen</mark> bladeren en <mark>valgevaar</mark> op het pad."
    assert gevonden == ("gevallen", "valgevaar")


def test_html_in_the_text_is_escaped() -> None:
    html, _ = maak_fragment(["<script>alert('rozen')</script> & <b>rozen</b>"], herken("roos"))
    assert "<script" not in html
    assert "<b>" not in html
    assert html.count("<mark>rozen</mark>") == 2
    assert "&amp; &lt;b&gt;" in html


def test_the_first_field_that_matches_wins() -> None:
    assert maak_fragment(["niets hier", "de rozen"], herken("roos"))[0] == "de <mark>rozen</mark>"


def test_without_a_match_the_start_of_the_first_text() -> None:
    lang = "woord " * 100
    html, gevonden = maak_fragment(["", lang], herken("roos"))
    assert html.endswith(" …")
    assert len(html) <= LENGTE + 2
    assert gevonden == ()
    assert maak_fragment(["<i>", "x"], None) == ("&lt;i&gt;", ())
    assert maak_fragment(["", ""], None) == ("", ())


def test_a_heading_does_not_run_into_the_sentence_under_it() -> None:
    html, _woorden = maak_fragment(["Wie belt u bij zorgen\nHet wijkteam.\nOok ’s avonds\n\nDe huisarts"], None)
    assert html == "Wie belt u bij zorgen · Het wijkteam. Ook ’s avonds · De huisarts"


def test_the_window_lies_around_the_match() -> None:
    html, _ = maak_fragment(["vooraf " * 200 + "mooie rozen bloeien " + "achteraf " * 200], herken("roos"))
    assert html.startswith("… ")
    assert html.endswith(" …")
    assert "<mark>rozen</mark>" in html
    assert len(html) < LENGTE + 30


def test_a_letter_by_itself_is_marked_only_when_nothing_else_was_asked() -> None:
    tekst = "Bodem (i) en dus i: niet blij, 3 maal"
    assert "<mark>i</mark>" not in maak_fragment([tekst], herken(woorden=("i", "blij")))[0]
    assert "<mark>3</mark>" in maak_fragment([tekst], herken(woorden=("3", "blij")))[0]
    assert maak_fragment([tekst], herken(woorden=("i",)))[0].count("<mark>i</mark>") == 2


def test_accents_stay_and_arabic_vowel_signs_belong_to_the_word() -> None:
    assert maak_fragment(["Cafe\u0301 open"], herken(woorden=("cafe",)))[0] == "<mark>Café</mark> open"
    html, _ = maak_fragment(["مرض السُّكَّري"], herken(woorden=("السكري",), taal="ar"))
    assert html == "مرض <mark>السُّكَّري</mark>"


def test_marks_outside_the_stretch_are_left_out() -> None:
    tekst = "rozen en rozen"
    assert markeer(tekst, herken("roos").plekken(tekst), 6, 8) == "en"


def test_words_that_another_query_met_first_are_known_to_this_one() -> None:
    vroeg = herken("tulp")
    assert vroeg.plekken("Rozen") == []
    assert herken("roos").plekken("Rozen")
    assert herken(woorden=("rozen",)).plekken("Rozen")
    # Also when they were met after this one had begun, as with two readers at once.
    begonnen = herken("dahlia")
    assert begonnen.plekken("Tulpen") == []
    assert vroeg.plekken("Dahlia's en tulpen")
    assert [p.woord for p in begonnen.plekken("Dahlia's en tulpen")] == ["dahlia"]


def test_a_full_book_of_words_is_begun_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schrift, "MAX_BEKEND", 2)
    splitser = Splitser()
    vormen = Vormen(stammen=frozenset(("roos",)))
    assert len(Herkenner(vormen, "nl", splitser).plekken("een roos van rozen")) == 2
    assert len(splitser.schrift.bekend) == 0
    assert len(Herkenner(vormen, "nl", splitser).plekken("een roos van rozen")) == 2
