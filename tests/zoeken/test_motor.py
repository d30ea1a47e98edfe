"""What every engine must do: one suite, run for each of them."""

from __future__ import annotations

import time

import pytest

from kennisplatform.zoeken.document import Document
from kennisplatform.zoeken.motor import Motor
from kennisplatform.zoeken.vraag import Vraag

from .conftest import TUIN, doc, sleutels

DAG = 86_400


# --- finding


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
        "de het een", "?!?", "\x00", "a" * 10_000, "tuin " * 3_000, "\x00tuin\x00", "حديقة", "сад", "💐",
        'titel:tuin AND (rozen^9 OR "snoei"~3) NOT [a TO z] /.*/ \\', "' OR 1=1 --", "<script>alert(1)</script>",
        "\ud800", "*", "tuin*", "+tuin -rozen", "{{7*7}}",
    ],
)  # fmt: skip
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


# --- facets, kinds, order, pages


def telling(motor: Motor, vraag: Vraag) -> dict[str, dict[str, int]]:
    return {n: {w.code: w.aantal for w in f.waarden} for n, f in motor.zoek(vraag).facetten.items()}


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


# --- languages, expiry


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


# --- completion


def test_completes_words_and_titles(motor: Motor) -> None:
    uit = motor.suggereer("tuin")
    assert "tuinonderhoud" in {s.tekst for s in uit if s.soort == "woord"}
    assert ("Tuinonderhoud in de herfst", "blad", "a:1") in {(s.tekst, s.soort, s.sleutel) for s in uit}
    assert [s.sleutel for s in motor.suggereer("onderhoud van tui") if s.sleutel] == ["a:2"]
    assert len(motor.suggereer("t", n=2)) <= 2
    assert motor.suggereer("") == []


def test_completed_words_keep_their_accents(motor: Motor) -> None:
    motor.zet([doc("a:9", "Het idee van een reünie")])
    assert "reünie" in {s.tekst for s in motor.suggereer("reun")}


# --- explaining


def gronden(motor: Motor, tekst: str) -> dict[str, tuple[str, str]]:
    return {g.vraagwoord: (g.soort, g.gevonden) for g in motor.zoek(Vraag(tekst)).treffers[0].waarom}


def test_a_hit_says_on_what_ground_it_is_there(motor: Motor) -> None:
    motor.zet([doc("a:9", "Leven met diabetes", "Bewegen helpt.")])
    assert gronden(motor, "rozen") == {"rozen": ("woord", "rozen")}
    assert gronden(motor, "roos planten")["planten"] == ("woord", "planten")
    assert gronden(motor, "suikerziekte") == {"suikerziekte": ("synoniem", "diabetes")}
    assert gronden(motor, "diabetis") == {"diabetis": ("verbeterd", "diabetes")}
    assert gronden(motor, "appelbomenkweek")["appelbomenkweek"][0] == "deel"


def test_a_phrase_that_only_half_stands_there_is_not_marked(motor: Motor) -> None:
    motor.zet(
        [doc("a:8", "Zuster", "De zuster komt. Thuis is er een zuster aan huis."), doc("a:9", "Rozen", "Een huis.")]
    )
    fragmenten = {t.sleutel: t.titel + t.fragment for t in motor.zoek(Vraag("wijkverpleging rozen")).treffers}
    assert "<mark>" in fragmenten["a:8"]
    assert "<mark>huis" not in fragmenten["a:9"], "'zuster aan huis' is known as a whole"


def test_what_hardly_answers_is_called_weak(motor: Motor) -> None:
    motor.zet([doc("a:9", "Over hekken", "Gras.", "gras heg poort pad " * 80 + "rozen", soort="hek")])
    assert not motor.zoek(Vraag("rozen")).zwak
    assert motor.zoek(Vraag("rozen", soorten=("hek",))).zwak
    assert motor.zoek(Vraag("onderh", letterlijk=True)).zwak, "half a word"


def test_the_points_of_the_parts_add_up_to_the_score(motor: Motor) -> None:
    uit = motor.leg_uit(Vraag("onderhuod tuinen"))
    woorden = {w.woord: w for w in uit.woorden}
    assert woorden["onderhuod"].correctie == "onderhoud"
    assert woorden["tuinen"].stam == "tuin"
    assert uit.delen[:2] == ("onderhuod", "tuinen")
    assert uit.treffers[0].sleutel == uit.antwoord.treffers[0].sleutel
    for treffer in uit.treffers:
        assert sum(treffer.per_deel) == pytest.approx(treffer.totaal, rel=1e-3)
    assert any("tuin (stam, titel)" in regel for _, regel in uit.boom)


def test_a_query_without_words_has_an_empty_explanation(motor: Motor) -> None:
    assert motor.leg_uit(Vraag("?!")).delen == ()


# --- writing


def test_set_replaces_and_delete_takes_out(motor: Motor) -> None:
    motor.zet([doc("a:3", "Tulpen planten")])
    assert sleutels(motor, "rozen") == []
    assert sleutels(motor, "tulpen") == ["a:3"]
    motor.wis(["a:3", "bestaat:niet"])
    assert sleutels(motor, "tulpen") == []
    assert motor.aantal() == 3
    motor.leeg()
    assert motor.aantal() == 0
    assert motor.zoek(Vraag(tel=("kleur",))).totaal == 0
    assert motor.gezond()


def test_a_batch_that_fails_changes_nothing(motor: Motor) -> None:
    with pytest.raises(RuntimeError), motor.schrijver() as schrijver:
        schrijver.zet([doc("b:1", "Tulpen")])
        schrijver.wis(["a:1"])
        raise RuntimeError
    assert sleutels(motor, "tulpen") == []
    assert motor.aantal() == 4
    motor.zet([doc("b:1", "Tulpen")])
    assert sleutels(motor, "tulpen") == ["b:1"]


@pytest.mark.parametrize(
    "fout", [{"facetten": {"A.b": ("x",)}}, {"nieuw": None}, {"tekst": None}, {"sterkte": 1.5}, {"taal": 1}]
)
def test_a_wrong_document_fails_where_it_is_made(fout: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError), match="b:2"):
        Document(**({"sleutel": "b:2", "soort": "blad", "titel": "Fout"} | fout))  # type: ignore[arg-type]


def test_numbers_out_of_range_are_kept_in_it(motor: Motor) -> None:
    motor.zet([doc("b:1", "Tulpen", nieuw=-5, sterkte=999, verloopt=2**70)])
    assert sleutels(motor, "tulpen") == ["b:1"]


def test_rebuild_replaces_everything(motor: Motor) -> None:
    gezien: list[int] = []
    assert motor.herbouw(iter(TUIN[:2]), gezien.append) == 2
    assert gezien == [2]
    assert set(sleutels(motor)) == {"a:1", "a:2"}


def test_a_rebuild_that_fails_leaves_the_live_index(motor: Motor) -> None:
    def stuk() -> object:
        yield TUIN[0]
        raise RuntimeError("bron weg")

    with pytest.raises(RuntimeError):
        motor.herbouw(stuk())  # type: ignore[arg-type]
    assert motor.aantal() == 4
    assert not motor.herbouwt()
