"""What people in need type shows the panel, what others type does not, and what the panel says."""

from __future__ import annotations

import pytest

from kennisplatform.zoeken.taal.crisis import blok, crisis


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("ik wil dood", "zelfdoding"),
        ("Ik wil niet meer leven.", "zelfdoding"),
        ("suïcidale gedachten", "zelfdoding"),
        ("zelf-moord", "zelfdoding"),
        ("zelf moord", "zelfdoding"),
        ("zelfmoort", "zelfdoding"),
        ("ik wil er niet meer zijn", "zelfdoding"),
        ("niet meer willen leven", "zelfdoding"),
        ("beroerte", "acuut"),
        ("vergiftiging", "acuut"),
        ("ZELFMOORD", "zelfdoding"),
        ("113", "zelfdoding"),
        ("mijn man slaat mij", "geweld"),
        ("kindermishandeling melden", "geweld"),
        ("huiselijk geweld", "geweld"),
        ("hij ademt niet", "acuut"),
        ("hartinfarct", "acuut"),
        ("borstpijn", "acuut"),
        ("ik stik", "acuut"),
        ("mijn vrouw is flauwgevallen", "acuut"),
        ("hij spuugt bloed", "acuut"),
        ("pijn op de borst", "acuut"),
        ("heb pijn op me borst", "acuut"),
        ("drukkend gevoel op mijn borst", "acuut"),
        ("ik krijg geen lucht", "acuut"),
        ("verliest veel bloed", "acuut"),
        ("moeder gevallen kan niet opstaan", "acuut"),
        ("I can't breathe", "acuut"),
        ("göğsüm ağrıyor", "acuut"),
        ("لا أستطيع التنفس", "acuut"),
        ("nie mogę oddychać", "acuut"),
        ("не можу дихати", "acuut"),
        ("overdosis, wil dood", "acuut"),
        ("I want to kill myself", "zelfdoding"),
        ("intihar etmek", "zelfdoding"),
        ("أريد أن أموت", "zelfdoding"),
        ("chcę umrzeć", "zelfdoding"),
        ("хочу померти", "zelfdoding"),
        ("aile içi şiddet", "geweld"),
        ("العنف الأسري", "geweld"),
        ("przemoc domowa", "geweld"),
        ("чоловік б’є мене", "geweld"),
        ("geslagen", "geweld"),
        ("mijn vader slaat mama", "geweld"),
        ("hij knijpt en duwt mij", "geweld"),
        ("mąż mnie bije", "geweld"),
        ("чоловік мене б'є", "geweld"),
        ("ik ga mezelf wat aandoen", "zelfdoding"),
        ("ik snij mezelf", "zelfdoding"),
        ("ik wil er een eind aan maken", "zelfdoding"),
        ("ik zie het niet meer zitten", "zelfdoding"),
        ("żyć mi się nie chce", "zelfdoding"),
        ("teveel pillen geslikt", "acuut"),
        ("mijn kind heeft een pil ingeslikt", "acuut"),
        ("vergif gedronken", "acuut"),
        ("hij bloedt heel erg", "acuut"),
        ("epilepsie aanval", "acuut"),
        ("scheve mond", "acuut"),
        ("kalp krizi", "acuut"),
        ("ألم في الصدر", "acuut"),
        ("zawał serca", "acuut"),
        ("не дихає", "acuut"),
    ],
)
def test_crisis_words_in_six_languages(tekst: str, soort: str) -> None:
    assert crisis(tekst) == soort


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "?",
        "wandelen",
        "praten over het levenseinde",
        "stoppen met roken",
        "leven met pijn",
        "borstvoeding",
        "buurt opstaan tegen eenzaamheid",
        "leren ademen",
        "bloed prikken",
        "ik wil niet meer naar het ziekenhuis",
        "mijn hart slaat over",
        "ik slik veel pillen",
        "ik wil bewegen",
        "geweldige cursus",
        "dode hoek",
        "1123",
        "ik ben blij met de hulp",
        "ik ben weer beter",
        "mijn arm doet pijn",
        "I am better now",
        "mijn vader is vorig jaar overleden aan een hartaanval",
        "wat is een beroerte",
        "was ist ein Schlaganfall",
        "mijn man slaat het ontbijt over",
    ],
)
def test_ordinary_words_show_no_banner(tekst: str) -> None:
    assert crisis(tekst) == ""


# What fresh eyes typed and got no help with, and where help stood that nobody needed.
NIET_MEER_WILLEN = [
    "ik maak er een eind aan",
    "wil me eigen van kant maken",
    "ik ga mezelf van kant maken",
    "ik wil slapen en nooit meer wakker worden",
    "het hoeft voor mij niet meer",
    "ik ben levensmoe",
    "ik spring van het dak",
    "doodgaan is beter",
    "niemand zou me missen als ik er niet was",
    "mijn dochter snijdt zichzelf",
    "me dochter snijd zich zelf",
    "snijden in armen",
    "mezelf pijn doen",
    "automutileren",
    "chcę się zabić",
    "chcę ze sobą skończyć",
    "I don't want to live anymore",
    "I don’t want to live",
    "hayatıma son vermek istiyorum",
    "سأقتل نفسي",
    "بدي موت",
    "أفكر في الموت",
    "я хочу умереть",
]  # fmt: skip  # a list of words
BANG = [
    "hij dreigt mij te vermoorden",
    "hij gaat me vermoorden",
    "hij knijpt mijn keel dicht",
    "stiefvader zit aan mij",
    "hij zit aan mijn dochter",
    "gedwongen seks",
    "word gestalkt",
    "mantelzorger slaat moeder",
    "verpleegster slaat opa",
    "opgesloten in huis",
    "ik durf niet naar huis hij doet me wat aan",
    "jestem bita",
    "mąż mnie pobił",
    "eşim bana vuruyor",
    "أبي يضرب أمي",
    "ضربني زوجي",
    "мене б'ють вдома",
    "муж меня бьет",
]  # fmt: skip  # a list of words
NU_HULP = [
    "kind heeft bleekwater gedronken",
    "kind heeft chloor gedronken",
    "kind heeft pillen opgegeten",
    "afwasblokje gegeten",
    "arm en gezicht verlamd",
    "kan niet meer praten ineens",
    "reageert niet",
    "kind heeft stuip",
    "van de trap gevallen en beweegt niet",
    "hoge koorts baby suf",
    "allergische reactie keel dik",
    "ademnood",
    "valt flauw",
    "stroke",
]  # fmt: skip  # a list of words
IETS_ANDERS = [
    "kind slaat andere kinderen op school",
    "geslagen worden bij dammen",
    "mijn man slaat wartaal uit",
    "mijn kind stikt van het lachen",
    "ik wil dood gras weghalen",
    "vergif tegen ratten",
    "geen lucht in de band",
    "geen adem halen zwemmen",
    "mishandeld dier",
    "bewusteloos betekenis",
    "beroerte nazorg",
    "beroerte revalidatie",
    "hartaanval voorkomen",
    "na een hartaanval weer werken",
    "zij reageert niet op mijn mail",
]  # fmt: skip  # a list of words


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [(t, s) for s, rij in (("zelfdoding", NIET_MEER_WILLEN), ("geweld", BANG), ("acuut", NU_HULP)) for t in rij],
)
def test_it_hears_people_in_need(tekst: str, soort: str) -> None:
    assert crisis(tekst) == soort


@pytest.mark.parametrize("tekst", IETS_ANDERS)
def test_a_word_that_shows_it_is_about_something_else(tekst: str) -> None:
    assert crisis(tekst) == ""


def test_the_banner_says_every_line_in_every_language() -> None:
    regels = {taal: blok(taal) for taal in ("nl", "en", "tr", "ar", "pl", "uk", "de", "fr", "es", "fa", "so", "ti")}
    for naam, zin in regels["nl"].items():
        anders = {taal: woorden[naam] for taal, woorden in regels.items()}
        assert zin and len(set(anders.values())) == len(anders), naam
    assert blok("xx") == blok("nl")


def test_a_huge_text_is_cut() -> None:
    assert crisis("a " * 100_000) == ""
