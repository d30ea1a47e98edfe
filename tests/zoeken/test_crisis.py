from __future__ import annotations

import tomllib

import pytest

from kennisplatform.zoeken.taal.crisis import blok, crisis
from kennisplatform.zoeken.taal.woorden import GEGEVENS


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("ik wil dood", "zelfdoding"), ("Ik wil niet meer leven.", "zelfdoding"), ("suïcidale gedachten", "zelfdoding"),
        ("zelf-moord", "zelfdoding"), ("zelf moord", "zelfdoding"), ("zelfmoort", "zelfdoding"), ("ik wil er niet meer zijn", "zelfdoding"),
        ("niet meer willen leven", "zelfdoding"), ("beroerte", "acuut"), ("vergiftiging", "acuut"), ("ZELFMOORD", "zelfdoding"), ("113", "zelfdoding"),
        ("mijn man slaat mij", "geweld"), ("kindermishandeling melden", "geweld"), ("huiselijk geweld", "geweld"),
        ("hij ademt niet", "acuut"), ("hartinfarct", "acuut"), ("borstpijn", "acuut"), ("ik stik", "acuut"), ("mijn vrouw is flauwgevallen", "acuut"), ("hij spuugt bloed", "acuut"), ("pijn op de borst", "acuut"), ("heb pijn op me borst", "acuut"),
        ("drukkend gevoel op mijn borst", "acuut"), ("ik krijg geen lucht", "acuut"), ("verliest veel bloed", "acuut"),
        ("moeder gevallen kan niet opstaan", "acuut"), ("I can't breathe", "acuut"), ("göğsüm ağrıyor", "acuut"),
        ("لا أستطيع التنفس", "acuut"), ("nie mogę oddychać", "acuut"), ("не можу дихати", "acuut"), ("overdosis, wil dood", "acuut"),
        ("I want to kill myself", "zelfdoding"), ("intihar etmek", "zelfdoding"), ("أريد أن أموت", "zelfdoding"),
        ("chcę umrzeć", "zelfdoding"), ("хочу померти", "zelfdoding"), ("aile içi şiddet", "geweld"),
        ("العنف الأسري", "geweld"), ("przemoc domowa", "geweld"), ("чоловік б’є мене", "geweld"),
        ("geslagen", "geweld"), ("mijn vader slaat mama", "geweld"), ("hij knijpt en duwt mij", "geweld"), ("mąż mnie bije", "geweld"),
        ("чоловік мене б'є", "geweld"), ("ik ga mezelf wat aandoen", "zelfdoding"), ("ik snij mezelf", "zelfdoding"),
        ("ik wil er een eind aan maken", "zelfdoding"), ("ik zie het niet meer zitten", "zelfdoding"), ("żyć mi się nie chce", "zelfdoding"),
        ("teveel pillen geslikt", "acuut"), ("mijn kind heeft een pil ingeslikt", "acuut"), ("vergif gedronken", "acuut"),
        ("hij bloedt heel erg", "acuut"), ("epilepsie aanval", "acuut"), ("scheve mond", "acuut"),
        ("kalp krizi", "acuut"), ("ألم في الصدر", "acuut"), ("zawał serca", "acuut"), ("не дихає", "acuut"),
    ],
)  # fmt: skip
def test_crisis_words_in_six_languages(tekst: str, soort: str) -> None:
    assert crisis(tekst) == soort


@pytest.mark.parametrize(
    "tekst",
    ["", "?", "wandelen", "praten over het levenseinde", "stoppen met roken", "leven met pijn", "borstvoeding", "buurt opstaan tegen eenzaamheid", "leren ademen", "bloed prikken",
     "ik wil niet meer naar het ziekenhuis", "mijn hart slaat over", "ik slik veel pillen", "ik wil bewegen", "geweldige cursus", "dode hoek", "1123"],
)  # fmt: skip
def test_ordinary_words_show_no_banner(tekst: str) -> None:
    assert crisis(tekst) == ""


def test_every_kind_speaks_every_language() -> None:
    gegevens = tomllib.loads((GEGEVENS / "crisis.toml").read_text("utf-8"))
    for soort in ("zelfdoding", "geweld", "acuut"):
        assert set(gegevens[soort]) == {"nl", "en", "tr", "ar", "pl", "uk"}
        for zin in [zin for zinnen in gegevens[soort].values() for zin in zinnen]:
            assert crisis(zin.replace("*", "").replace("+", " ")), zin


def test_the_banner_says_every_line_in_every_language() -> None:
    regels = {taal: blok(taal) for taal in ("nl", "en", "tr", "ar", "pl", "uk")}
    for naam, zin in regels["nl"].items():
        anders = {taal: woorden[naam] for taal, woorden in regels.items()}
        assert zin and len(set(anders.values())) == len(anders), naam
    assert blok("xx") == blok("nl")


def test_a_huge_text_is_cut() -> None:
    assert crisis("a " * 100_000) == ""
