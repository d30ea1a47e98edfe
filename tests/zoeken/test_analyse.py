from __future__ import annotations

import time

import pytest

from kennisplatform.zoeken.taal.analyse import analyse, grammen
from kennisplatform.zoeken.taal.samenstelling import STANDAARD, Splitser
from kennisplatform.zoeken.taal.woorden import MAX_WOORD, stam, stopwoorden, vouw


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("gevallen", "vallen"),
        ("valt", "vallen"),
        ("gezondheid", "gezonde"),
        ("huisartsen", "huisarts"),
        ("gestopt", "stoppen"),
        ("rookt", "roken"),
        ("schulden", "schuld"),
        ("dementerend", "dementie"),
        ("opgenomen", "opname"),
        ("gezinnen", "gezin"),
        ("coördinatoren", "coordinator"),
    ],
)
def test_forms_of_one_word_share_a_stem(een: str, ander: str) -> None:
    assert stam(vouw(een)) == stam(ander)


@pytest.mark.parametrize(
    ("een", "ander"), [("gezond", "zon"), ("ouders", "ouderen"), ("gezin", "zin"), ("jongeren", "jong")]
)
def test_different_words_keep_apart(een: str, ander: str) -> None:
    assert stam(een) != stam(ander)


def test_no_word_in_ge_turns_into_another_word() -> None:
    assert stam("gebruikt") == stam("gebruiken") == stam("gebruik")
    assert stam("genieten") == stam("geniet") != stam("niet")
    woorden = [
        "gebeuren",
        "gevoelens",
        "gezond",
        "gezondheid",
        "gebied",
        "gebouw",
        "gedrag",
        "gemeente",
        "gezag",
        "gezicht",
        "geweld",
    ]
    assert [w for w in woorden if not stam(w).startswith("ge")] == []


def test_streams_of_a_sentence() -> None:
    uit = analyse("De e-bike van Café’s")
    assert uit.x == ("de", "e", "bike", "ebike", "van", "cafe")
    assert uit.s == ("bike", "ebike", "cafe")
    assert analyse("tuinonderhoud").p == (stam("tuin"), stam("onderhoud"))


def test_grams_are_padded_and_only_of_longer_words() -> None:
    assert grammen("rozen") == ()
    assert grammen("bloemen") == ("_blo", "bloe", "loem", "oeme", "emen", "men_")


@pytest.mark.parametrize(
    ("woord", "delen"),
    [
        ("valpreventie", ("val", "preventie")),
        ("levenseinde", ("leven", "einde")),
        ("zonnebrand", ("zonne", "brand")),
        ("schuldhulpverlening", ("schuld", "hulp", "verlening")),
        ("oogzorg", ("oog", "zorg")),
        ("wijkverpleegkundige", ("wijk", "verpleegkundige")),
        ("gezondheid", ()),
        ("behandeling", ()),
        ("vereniging", ()),
    ],
)
def test_compounds(woord: str, delen: tuple[str, ...]) -> None:
    assert STANDAARD.splits(woord) == delen


def test_words_of_the_index_help_to_split() -> None:
    assert STANDAARD.splits("fluxorpad") == ()
    assert Splitser(frozenset({"fluxor"})).splits("fluxorpad") == ("fluxor", "pad")


def test_other_scripts_and_languages() -> None:
    assert analyse("السُّكَّري", "ar").x == ("السكري",)
    assert analyse("Здоров'я їжак", "uk").x == ("здоров", "я", "іжак")
    assert analyse("İstanbul'da ağrı", "tr").x[0] == "istanbul"
    assert analyse("zdrowie łódź", "pl").x == ("zdrowie", "lodz")
    assert analyse("running", "en").s == analyse("runs", "en").s


@pytest.mark.parametrize("tekst", ["", "  ", "?!…", "\x00", "💐", "---", "'s"])
def test_nothing_to_analyse(tekst: str) -> None:
    assert analyse(tekst).s == ()


def test_long_and_hostile_text_is_quick() -> None:
    begin = time.process_time()
    analyse("a" * 10_000)
    analyse("ab-" * 5_000)
    analyse(" ".join(f"zorg{i}pad" for i in range(1_000)))
    analyse("zorg" * 9 + "x")
    assert time.process_time() - begin < 5
    assert analyse("a" * (MAX_WOORD + 1)).x == ()


def test_stop_words_are_folded() -> None:
    assert [w for w in stopwoorden() if vouw(w) != w] == []
    assert 100 <= len(stopwoorden()) <= 140
