from __future__ import annotations

import tomllib

import pytest

from kennisplatform.preventie.models import StartPagina
from kennisplatform.zoeken.antwoord.plan import plan
from kennisplatform.zoeken.antwoord.vraag import Antwoord, Vraag
from kennisplatform.zoeken.motor import kent_woord
from kennisplatform.zoeken.motor import motor as kies_motor
from kennisplatform.zoeken.taal.synoniemen import synoniemen
from kennisplatform.zoeken.taal.vertaalwoorden import BESTAND, MAX_WOORDEN, TALEN, VertaalFout, Vertaling, lees, vertaal
from kennisplatform.zoeken.taal.woorden import in_woordenboek

from .test_plan import Lijst, alle_van, termen

VALLEN, SUIKER, EENZAAM = "Ik ben bang om te vallen", "Ik heb suikerziekte. Wat nu?", "Ik voel me eenzaam"


def zoek(tekst: str, taal: str) -> Antwoord:
    return kies_motor().zoek(Vraag(tekst=tekst, taal=taal))


def kaal(titel: str) -> str:
    return titel.replace("<mark>", "").replace("</mark>", "")


# --- the file


@pytest.fixture(scope="module")
def gegevens() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(BESTAND.read_text("utf-8"))


def test_every_language_has_its_words_for_the_same_subjects(gegevens: dict[str, dict[str, list[str]]]) -> None:
    lees(BESTAND.read_text("utf-8"))
    assert set(gegevens) == set(TALEN)
    assert len({tuple(groepen) for groepen in gegevens.values()}) == 1, "a subject of one language belongs in all"
    assert all(sum(map(len, groepen.values())) >= 100 for groepen in gegevens.values())


@pytest.mark.django_db
def test_the_dutch_side_is_dutch(gegevens: dict[str, dict[str, list[str]]]) -> None:
    """A slip on this side would find nothing, and nobody would see it."""
    woorden = {woord for nederlands in gegevens["en"] for woord in nederlands.split()}
    onbekend = {w for w in woorden - synoniemen().woorden if not in_woordenboek(w) and not kent_woord(w)}
    assert not onbekend


@pytest.mark.parametrize("taal", TALEN)
def test_every_term_is_found_by_itself(gegevens: dict[str, dict[str, list[str]]], taal: str) -> None:
    """A term that another one swallows would stand in the file for nothing."""
    fout = {
        term: vertaal(term.rstrip("*"), taal)
        for nederlands, termen_ in gegevens[taal].items()
        for term in termen_
        if vertaal(term.rstrip("*"), taal) != tuple(nederlands.split())
    }
    assert not fout


@pytest.mark.parametrize(
    ("tekst", "fout"),
    [
        ('[xx]\n"vallen" = ["a"]', "onbekende taal: xx"),
        ('[en]\n"vallen" = ["fall", " "]', "en: een lege term"),
        ('[en]\n"vallen" = ["?!"]', "lege term"),
        ('[en]\n"vallen" = ["fall"]\n"pijn" = ["Fall"]', "‘Fall’ staat er twee keer, bij ‘vallen’ en bij ‘pijn’"),
        ('[tr]\n"vallen" = ["düşme", "dusme"]', "‘dusme’ staat er twee keer"),
        ('[en]\n"de" = ["the"]', "en: met ‘de’ valt niet te zoeken"),
        ('[en]\n"een twee drie vier vijf" = ["x"]', "valt niet te zoeken"),
        ('[en]\n"twee drie vier vijf zes" = ["x"]', "meer dan 4 woorden"),
        ('[en]\n"vallen" = ["fal*"]', "4 letters"),
        ('[en]\n"vallen" = "fall"', "geen rij van woorden"),
        ("[en", "geen goede TOML"),
    ],
)
def test_a_wrong_file_is_an_error_that_names_it(tekst: str, fout: str) -> None:
    with pytest.raises(VertaalFout, match=fout.replace("?", r"\?")):
        lees(tekst)


# --- translating


@pytest.mark.parametrize(
    ("taal", "tekst", "nederlands"),
    [
        ("en", "I am AFRAID of falling down", ("bang", "vallen")),
        ("en", "my father falls", ("vallen",)),
        ("en", "pain after quitting smoking", ("stoppen", "roken", "pijn")),
        ("tr", "SİGARAYI BIRAKMAK", ("stoppen", "roken")),
        ("tr", "hamileyim", ("zwanger",)),
        ("ar", "سكري", ("suikerziekte",)),
        ("ar", "أدويتي", ("medicijnen",)),
        ("pl", "Jestem w ciąży", ("zwanger",)),
        ("uk", "втрата пам’яті", ("vergeten",)),
        ("en", "bicycle", ()),
        ("en", "", ()),
        ("nl", "falling", ()),
        ("de", "fallen", ()),
    ],
)
def test_words_and_phrases_in_their_forms(taal: str, tekst: str, nederlands: tuple[str, ...]) -> None:
    assert vertaal(tekst, taal) == nederlands


def test_many_words_stay_four_and_whole() -> None:
    assert len(vertaal("pain sleep smoking alcohol stress dementia stroke", "en")) == MAX_WOORDEN
    assert vertaal("pain, sleep, afraid of falling", "en") == ("bang", "vallen", "pijn", "slapen")


# --- the plan


def test_the_dutch_words_are_added_and_asked_for_together() -> None:
    vertaald = Vertaling(("rozen", "snoeien"), frozenset({"pruning", "roses"}))
    uit = plan("pruning my roses", Lijst("rozen", "snoeien", "rose"), vertaling=vertaald)
    assert {"pruning", "my", "roses", "rozen", "snoeien"} <= termen(uit.boom, "all_x")
    assert any(termen(k, "all_x") == {"rozen", "snoeien"} for k in alle_van(uit.boom)), "no document need say 'pruning'"
    assert uit.verbeterd == "", "a word that was translated is no slip"
    assert {"rozen", "snoeien"} <= uit.vormen.woorden


def test_another_language_is_corrected_by_one_slip_at_most() -> None:
    assert plan("falling", Lijst("daling")).verbeterd == "daling"
    assert plan("falling", Lijst("daling"), slips=1).verbeterd == ""
    assert plan("diabtes", Lijst("diabetes"), slips=1).verbeterd == "diabetes"


# --- on the site


@pytest.mark.django_db
@pytest.mark.parametrize("taal", TALEN)
def test_the_example_in_the_search_box_finds_its_article(taal: str) -> None:
    voorbeeld = StartPagina.objects.get(locale__language_code=taal).zoekvoorbeeld
    for tekst in (voorbeeld, voorbeeld.partition(":")[2]):
        uit = zoek(tekst, taal)
        assert kaal(uit.treffers[0].titel) == VALLEN
        assert uit.verbeterd == ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("taal", "tekst", "titel", "gemarkeerd"),
    [
        ("en", "afraid of falling", VALLEN, "<mark>vallen</mark>"),
        ("ar", "السكري", SUIKER, "<mark>suikerziekte</mark>"),
        ("en", "lonely", EENZAAM, "<mark>eenzaam</mark>"),
        ("tr", "şeker hastalığı", SUIKER, "<mark>suikerziekte</mark>"),
        ("pl", "samotność", EENZAAM, "<mark>eenzaam</mark>"),
        ("uk", "падіння", VALLEN, "<mark>vallen</mark>"),
    ],
)
def test_a_word_of_another_language_finds_the_dutch_article(taal: str, tekst: str, titel: str, gemarkeerd: str) -> None:
    uit = zoek(tekst, taal)
    eerste = uit.treffers[0]
    assert (kaal(eerste.titel), eerste.taal, uit.verbeterd) == (titel, "nl", "")
    assert gemarkeerd in eerste.titel
    assert "<mark>" in eerste.fragment
    assert titel in {suggestie.tekst for suggestie in kies_motor().suggereer(tekst, taal)}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("taal", "tekst", "titel"),
    [
        ("tr", "sigarayı bırakmak", "Ik wil stoppen met roken"),
        ("tr", "çocuğumun ateşi var", "Mijn kind heeft koorts"),
        ("ar", "ابني عنده حرارة", "Mijn kind heeft koorts"),
        ("ar", "السكري في رمضان", "Ik heb suikerziekte en wil vasten"),
    ],
)
def test_what_somebody_asks_for_themselves_comes_before_the_interventions(taal: str, tekst: str, titel: str) -> None:
    uit = zoek(tekst, taal)
    assert (kaal(uit.treffers[0].titel), uit.zwak) == (titel, False)


@pytest.mark.django_db
def test_a_dutch_reader_is_not_affected() -> None:
    assert "bent" not in zoek("kocam beni dövüyor", "nl").verbeterd
    assert EENZAAM not in {s.tekst for s in kies_motor().suggereer("lonely", "nl")}
    assert zoek("zorgpad diabtes", "nl").verbeterd == "zorgpad diabetes"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("tekst", "titel", "taal"),
    [
        ("afraid of falling", VALLEN, "en"),
        ("samotność", EENZAAM, "pl"),
        ("السكري", SUIKER, "ar"),
        ("şeker hastalığı", SUIKER, "tr"),
    ],
)
def test_on_the_dutch_pages_another_language_is_understood_too(tekst: str, titel: str, taal: str) -> None:
    uit = zoek(tekst, "nl")
    assert (kaal(uit.treffers[0].titel), uit.getypt, uit.verbeterd, uit.zwak) == (titel, taal, "", False)


@pytest.mark.django_db
@pytest.mark.parametrize(("taal", "tekst"), [("tr", "kocam beni dövüyor"), ("pl", "bolą kolana"), ("ar", "بيت")])
def test_what_nobody_here_knows_is_not_made_dutch(taal: str, tekst: str) -> None:
    assert zoek(tekst, taal).verbeterd == zoek(tekst, "nl").verbeterd == ""


@pytest.mark.django_db
@pytest.mark.parametrize("taal", ["en", "nl"])
def test_a_word_of_a_foreign_sentence_is_no_half_of_a_dutch_one(taal: str) -> None:
    uit = zoek("what if i am not able to make a will", taal)
    assert not {w for treffer in uit.treffers for w in treffer.gevonden_op if w.startswith("nota")}
    assert kaal(zoek("notar", taal).treffers[0].fragment).lower().count("notar"), (
        "though one word by itself may be half"
    )


@pytest.mark.django_db
def test_dutch_words_still_work_for_a_reader_of_another_language() -> None:
    assert kaal(zoek("suikerziekte", "pl").treffers[0].titel) == SUIKER
    assert zoek("diabtes", "en").verbeterd == "diabetes"
