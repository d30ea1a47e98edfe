"""What every engine must do: one suite, run for each of them. Here: finding, languages, expiry, completion."""

from __future__ import annotations

import time

import pytest

from kennisplatform.zoeken.antwoord.vraag import Vraag
from kennisplatform.zoeken.poort import Motor

from .conftest import TUIN, doc, sleutels, telling

DAG = 86_400


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("tuinen", {"a:1", "a:2", "a:4"}),  # stem, and a part of a compound
        ("vallen", {"a:2"}),  # 'gevallen'
        ("onderhoud tuin", {"a:1", "a:2"}),
        ("tuinonderhoud", {"a:1", "a:2"}),  # its parts, apart
        ("appel bomen", {"a:4"}),  # neighbours joined
        ("fruitt", {"a:4"}),  # a slip
        ("rhododendron", set()),
    ],
)
def test_finds(motor: Motor, tekst: str, verwacht: set[str]) -> None:
    gevonden = set(sleutels(motor, tekst))
    assert verwacht <= gevonden if verwacht else gevonden == set()


def test_a_real_word_that_is_nowhere_is_read_as_its_neighbour(motor: Motor) -> None:
    antwoord = motor.zoek(Vraag("rozen platen"))
    assert (antwoord.verbeterd, antwoord.treffers[0].sleutel) == ("rozen planten", "a:3")
    assert motor.zoek(Vraag("platen", letterlijk=True)).verbeterd == ""
    assert motor.zoek(Vraag("snoeit")).verbeterd == "", "another form of it is there"


def test_the_best_hit_is_first_and_says_why(motor: Motor) -> None:
    eerste = motor.zoek(Vraag(tekst="rozen")).treffers[0]
    assert eerste.sleutel == "a:3"
    assert eerste.titel == "<mark>Rozen</mark> planten"
    assert "gids over <mark>rozen</mark>" in eerste.fragment
    assert eerste.gevonden_op == ("rozen",)
    assert eerste.score > 0


def test_synonyms(motor: Motor) -> None:
    motor.zet([doc("a:9", "Omgaan met diabetes")])
    uit = motor.zoek(Vraag(tekst="suikerziekte"))
    assert [t.sleutel for t in uit.treffers] == ["a:9"]
    assert uit.treffers[0].titel == "Omgaan met <mark>diabetes</mark>"
    assert sleutels(motor, "suikersiekte") == ["a:9"]


def test_a_slip_is_told_and_can_be_refused(motor: Motor) -> None:
    uit = motor.zoek(Vraag(tekst="tuinonderhuod"))
    assert uit.verbeterd == "tuinonderhoud"
    assert uit.treffers[0].sleutel == "a:1"
    assert motor.zoek(Vraag(tekst="tuinonderhuod", letterlijk=True)).verbeterd == ""


@pytest.mark.parametrize(
    "tekst",
    [
        "de het een",
        "?!?",
        "\x00",
        "a" * 10_000,
        "tuin " * 3_000,
        "\x00tuin\x00",
        "حديقة",
        "сад",
        "💐",
        'titel:tuin AND (rozen^9 OR "snoei"~3) NOT [a TO z] /.*/ \\',
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "\ud800",
        "*",
        "tuin*",
        "+tuin -rozen",
        "{{7*7}}",
    ],
)
def test_any_text_gets_an_answer(motor: Motor, tekst: str) -> None:
    uit = motor.zoek(Vraag(tekst=tekst, tel=("kleur",)))
    assert uit.totaal == len(uit.treffers) <= len(TUIN)
    assert isinstance(motor.suggereer(tekst), list)


def test_html_of_a_document_is_escaped(motor: Motor) -> None:
    motor.zet([doc("a:9", "<b>Vet</b> & mos", "<img src=x onerror=alert(1)> mos")])
    for vraag in (Vraag(tekst="mos"), Vraag(facetten={}, per_pagina=50)):
        treffer = next(t for t in motor.zoek(vraag).treffers if t.sleutel == "a:9")
        assert "<b>" not in treffer.titel
        assert "<img" not in treffer.fragment


def test_labels_are_searched_as_words(motor: Motor) -> None:
    motor.zet([doc("a:9", "Iets", labels=("sterke geur",))])
    assert sleutels(motor, "sterk geurend")[0] == "a:9"


def test_a_label_goes_before_the_same_words_in_a_text(motor: Motor) -> None:
    """And it is no word: nobody is offered it, and no slip is read as it."""
    motor.zet(
        [
            doc("a:8", "Rozen voor de schaduw", "Geef ze goede grond. Volg de aanwijzingen op de zak met rozen."),
            doc("a:9", "Rozen voor de zon", "Rozen.", labels=("goede aanwijzingen", "kweekschema")),
        ]
    )
    assert motor.zoek(Vraag("goede aanwijzingen rozen")).treffers[0].sleutel == "a:9"
    assert [t.sleutel for t in motor.zoek(Vraag("kweekschemas")).treffers] == ["a:9"]
    assert motor.zoek(Vraag("kweekschemma")).verbeterd == "kweekschema"
    assert not [s.tekst for s in motor.suggereer("_") + motor.suggereer("kweek") if "_" in s.tekst]


@pytest.mark.parametrize(("tekst", "nl"), [("", 4), ("rozen", 1)])
def test_own_language_first_then_dutch_and_no_other(motor: Motor, tekst: str, nl: int) -> None:
    motor.zet([doc("b:1", "Zeker rozen", taal="tr", groep="g"), doc("b:2", "Rozen", taal="pl")])
    motor.zet([doc("b:3", "Rozen zelf", groep="g")])
    turks = sleutels(motor, tekst, taal="tr")
    assert turks[0] == "b:1"
    assert len(turks) == nl + 1
    assert "b:3" not in turks, "the same thing is shown in the reader's own language only"
    assert "b:3" in sleutels(motor, tekst)
    assert not {"b:1", "b:2"} & set(sleutels(motor, tekst))
    assert motor.zoek(Vraag(tekst, taal="tr")).soorten["blad"] == len([s for s in turks if s != "a:4"])


def test_pages_run_on_from_one_language_into_the_other(motor: Motor) -> None:
    motor.zet([doc(f"t:{i}", f"Gül {i}", taal="tr") for i in range(3)])
    samen = [s for p in (1, 2, 3, 4) for s in sleutels(motor, taal="tr", pagina=p, per_pagina=2)]
    assert samen == ["t:0", "t:1", "t:2", "a:4", "a:2", "a:3", "a:1"]


def test_arabic_and_ukrainian_are_found(motor: Motor) -> None:
    motor.zet([doc("b:1", "مرض السُّكَّري", taal="ar"), doc("b:2", "Здоров’я серця", taal="uk")])
    assert sleutels(motor, "السكري", taal="ar") == ["b:1"]
    assert sleutels(motor, "серця", taal="uk") == ["b:2"]


@pytest.mark.parametrize("tekst", ["", "rozen"])
def test_an_expired_document_hides_by_itself(motor: Motor, tekst: str) -> None:
    nu = int(time.time())
    motor.zet([doc("b:1", "Rozen", verloopt=nu - 1), doc("b:2", "Rozen", verloopt=nu + DAG)])
    gevonden = sleutels(motor, tekst)
    assert "b:1" not in gevonden
    assert "b:2" in gevonden
    assert "b:1" not in {s.sleutel for s in motor.suggereer("roz", n=20)}


def test_counts_follow_an_expiry_without_a_commit(motor: Motor, monkeypatch: pytest.MonkeyPatch) -> None:
    nu = time.time()
    motor.zet([doc("b:1", "Rozen", facetten={"kleur": ("wit",)}, verloopt=int(nu) + 100)])
    vraag = Vraag(tel=("kleur",))
    assert telling(motor, vraag)["kleur"]["wit"] == 1
    monkeypatch.setattr(time, "time", lambda: nu + 200)
    assert "wit" not in telling(motor, vraag)["kleur"]


def test_completes_words_and_titles(motor: Motor) -> None:
    uit = motor.suggereer("tuin")
    assert "tuinonderhoud" in {s.tekst for s in uit if s.soort == "woord"}
    assert ("Tuinonderhoud in de herfst", "blad", "a:1") in {(s.tekst, s.soort, s.sleutel) for s in uit}
    assert [s.sleutel for s in motor.suggereer("onderhoud van tui") if s.sleutel] == ["a:2"]
    assert len(motor.suggereer("t", n=2)) <= 2
    assert motor.suggereer("") == []


def test_a_title_that_begins_so_goes_first_and_the_sentence_stays(motor: Motor) -> None:
    motor.zet([doc("a:8", "Wieden in tuinen"), doc("a:9", "Tuinen wieden")])
    eerste, *rest = motor.suggereer("tuinen")
    assert eerste.sleutel == "a:9" and "a:8" in {s.sleutel for s in rest}
    assert all(s.sleutel for s in motor.suggereer("over het groen snoe")), "nobody wrote that, so nobody is offered it"
    assert "bang om te vallen" in {s.tekst for s in motor.suggereer("bang om te v")}, "a term"


def test_of_titles_that_begin_so_the_thing_itself_is_first(motor: Motor) -> None:
    motor.zet([doc("a:8", "Rozentuinvriendelijke straat"), doc("a:9", "Rozentuin")])
    assert [s.tekst for s in motor.suggereer("rozentu") if s.sleutel][:2] == [
        "Rozentuin",
        "Rozentuinvriendelijke straat",
    ]


def test_a_slip_is_completed_as_what_was_meant(motor: Motor) -> None:
    assert "onderhoud" in {s.tekst for s in motor.suggereer("onderhuo")}
    assert "a:2" in {s.sleutel for s in motor.suggereer("onderhuod van tui")}
    assert motor.suggereer("qwxyz") == []
    assert motor.suggereer("rozn") == [], "four letters are near everything"


def test_behind_a_small_word_there_is_nothing_to_complete(motor: Motor) -> None:
    motor.zet([doc("a:9", "Nieten in hout", "Een niethamer.")])
    assert {s.soort for s in motor.suggereer("rozen niet")} <= {"blad"}
    assert motor.suggereer("wat moet ik") == []
    assert "niethamer" in {s.tekst for s in motor.suggereer("nieth")}


def test_a_reader_of_another_language_sees_words_of_it(motor: Motor) -> None:
    assert "fall" in {s.tekst for s in motor.suggereer("fal", "en")}
    assert "fall" not in {s.tekst for s in motor.suggereer("fal", "nl")}
    assert any("şeker" in s.tekst for s in motor.suggereer("şek", "nl")), "letters say which language"


def test_completed_words_keep_their_accents(motor: Motor) -> None:
    motor.zet([doc("a:9", "Het idee van een reünie")])
    assert "reünie" in {s.tekst for s in motor.suggereer("reun")}
