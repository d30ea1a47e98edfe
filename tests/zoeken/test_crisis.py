from __future__ import annotations

import re
import tomllib
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kennisplatform.zoeken.management.commands.crisisproef import lees_zinnen
from kennisplatform.zoeken.oordeel import lees_vragen
from kennisplatform.zoeken.taal.crisis import BEGRIP, begrippen, blok, crisis, geraakt, soorten
from kennisplatform.zoeken.taal.crisis import MAP as MAP_REGELS
from kennisplatform.zoeken.taal.crisisboek import Crisisboek, Crisisregel
from kennisplatform.zoeken.taal.crisispatroon import PatroonFout, lees


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


MAP = Path(__file__).parent / "crisis"
# Twelve sets. The first was written before the rules were read, and the rules were then made with it in sight; the
# fifth before the frames were made, one half of it scored between rounds and never tuned on: 90 % of its needs with 9 %
# false alarms, now 97 and 4 %.
# The others were each written afterwards and measured once before anything was changed because of them: 63, 82 and 77 %
# of the needs by rules alone; by the frames 57 % (meant to be hard: 42 % before), 78 % (55 %), 83 % (58 %) and then
# 92 % (70 %), with 10, 3, 0 and 3 % false alarms. After the ninth only one false alarm was mended.
# The tenth (100 needs, 60 plays) and eleventh were written together before a rule was read: 95 % with 5 % false alarms,
# and after the mending of the tenth's mistakes 93 % with 8 % of the eleventh, which was not seen in that; the twelfth,
# by one who had then read the rules, 95 % with 5 %.
# The nineteenth (125 needs, 84 plays) before the rules were read: 97 % with 2 %. The twentieth and twenty-first are
# whole stories ('we zitten aan tafel en mijn tante …'), each part measured before anything was changed because of it:
# 80, 68 and 81 % (together 95 of 124) with one false alarm of 83. What the six after those gave when they were first
# measured stands at the head of each.
SETS = (
    *("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "tiende", "elfde", "twaalfde"),
    *("dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende"),
    *("negentiende", "twintigste", "eenentwintigste", "tweeentwintigste", "drieentwintigste", "vierentwintigste"),
    *("zevenentwintigste", "achtentwintigste", "negenentwintigste"),
)


@pytest.mark.parametrize(
    "tekst",
    ["mon père est inconscient dans la cuisine", "unconscious but breathing", "de man die ik ken is bewusteloos"],
)
def test_an_everyday_word_of_one_language_silences_no_other(tekst: str) -> None:
    assert crisis(tekst) == "acuut"  # 'dans' was dancing, 'but' a goal and 'ken' laughter


def test_two_expressions_may_share_a_word() -> None:
    assert crisis("mon mari coupe le pain avec un couteau") == ""  # 'coupe le pain' took the bread from the knife
    assert crisis("mon mari me menace avec un couteau") == "geweld"


def test_who_lost_a_coat_is_not_missing_but_who_went_without_one_is() -> None:
    assert crisis("die Brille meiner Mutter ist verschwunden") == ""
    assert crisis("opa is al sinds vanmorgen weg zonder jas en hij heeft dementie") == "acuut"


@pytest.mark.parametrize("naam", SETS)
def test_it_hears_need_in_many_languages_and_leaves_play_alone(naam: str) -> None:
    zinnen = list(lees_zinnen(MAP / f"{naam}.tsv"))
    nood = [zin for soort, zin in zinnen if soort == "ja"]
    spel = [zin for soort, zin in zinnen if soort == "nee"]
    assert len(nood) >= 60 and len(spel) >= 30
    doof = [zin for zin in nood if not crisis(zin)]
    vals = [zin for zin in spel if crisis(zin)]
    assert len(doof) <= 0.05 * len(nood), doof
    assert len(vals) <= 0.08 * len(spel), vals


@pytest.mark.parametrize(
    ("naam", "deel"), [("negende", 0.9), ("vijfentwintigste", 0.85), ("zesentwintigste", 0.8)], ids=str
)
def test_it_hears_most_of_a_set_that_no_rule_was_made_for(naam: str, deel: float) -> None:
    zinnen = list(lees_zinnen(MAP / f"{naam}.tsv"))
    nood = [bool(crisis(zin)) for soort, zin in zinnen if soort == "ja"]
    spel = [bool(crisis(zin)) for soort, zin in zinnen if soort == "nee"]
    assert sum(nood) >= deel * len(nood)
    assert sum(spel) <= 0.08 * len(spel)


def test_every_kind_of_danger_in_a_text_is_heard() -> None:
    """Who is held by the throat and can't breathe needs 112 and Veilig Thuis."""
    assert soorten("when he drinks he grabs me by the neck and i cant breathe") == {"acuut", "geweld"}
    assert soorten("er hat gedroht mich umzubringen") >= {"geweld"}
    assert soorten("wandelen") == set()


def test_each_language_gives_every_concept_of_the_frames_and_no_other() -> None:
    for bestand in BEGRIP.glob("*.toml"):
        eigen = set(tomllib.loads(bestand.read_text("utf-8"))) - {"uitdrukking"}
        gebruikt = begrippen() | {n for n in eigen if f"<{n}>" in bestand.read_text("utf-8")}
        assert eigen <= gebruikt, (bestand.stem, eigen - gebruikt)
        if bestand.stem != "ar_latijn":
            assert begrippen() <= eigen, (bestand.stem, begrippen() - eigen)


@pytest.mark.parametrize(
    ("nood", "spel"),
    [
        ("ik lach me dood maar ik wil niet meer leven", "ik lach me dood om die film"),
        ("boek uit en nu wil ik dood", "boek over een man die zijn vrouw slaat"),
        ("ne hochu zhyty", "ne zaboravi mleko"),
        ("zawji yadrubni", "zawji yatbokh"),  # Arabic in Latin letters is heard by its consonants
        ("أختي لا تريد أن تعيش", "أختي لا تريد أن تدرس"),  # and in every person of a verb
        ("gevallen op haar hoofd en ze spuugt", "stoot nooit je hoofd"),
        ("giftige bessen gegeten", "giftige planten in de tuin"),
        ("cholovik mene bye", "cholovik i zhinka"),
        ("il m'a poussée dans les escaliers", "il m'a dit bonjour"),
        ("ze heeft een hart aanval", "hart en ziel"),
        ("mein mann schlaegt mich", "schlaegt die sahne"),
        ("hij zegt dat hij mijn zusje en mijn moeder gaat vermoorden", "kan ik een basisverzekering krijgen"),
        ("hayattan biktim olmek istiyorum", "gülmekten ölüyorum"),
        ("ik kan zo niet verder leven", "kan vermek istiyorum"),  # a Turkish expression silences no Dutch words
        ("mijn man slaat mij over de hele kamer", "mijn man slaat geen maaltijd over"),
        ("ik ben iedereen tot last", "ik ben iedereen dankbaar"),
        ("mijn vader kreeg net een hartaanval", "my dad had a heart attack ten years ago"),
        ("ik wil ölmek", "ik wil börek"),  # two languages in one sentence
        ("امي طاحت وما ترد علي", "امي طبخت وما نسيت الملح"),  # 'and' is written on to 'not'
        ("sasiad lezy nieprzytomny na klatce", "beroerte na jaren"),  # 'na' is 'on' in Polish, 'after' in Dutch
    ],
)
def test_frames_hear_other_spellings_and_leave_expressions_alone(nood: str, spel: str) -> None:
    assert crisis(nood) and not crisis(spel)


@pytest.mark.parametrize("bestand", sorted(MAP_REGELS.glob("*.toml")), ids=lambda pad: pad.stem)
def test_every_bare_word_of_every_language_calls_for_help(bestand: Path) -> None:
    """A word that another rule vetoes, or that folds to nothing, would stand there for show."""
    gegevens = tomllib.loads(bestand.read_text("utf-8"))
    for soort in ("zelfdoding", "geweld", "acuut"):
        assert gegevens[soort]["woorden"]
        for zin in gegevens[soort]["woorden"]:
            kaal = re.sub(r"[*+^$]|!\S+", " ", zin)
            if not re.search(r"[/|<]", kaal):
                assert crisis(kaal), zin


def test_what_readers_ask_every_day_shows_no_panel() -> None:
    """The judged questions are about health: a panel above each of them would be looked past."""
    vragen = [v for map in ("oordeel", "oordeel_tweede") for v in lees_vragen(MAP.parent / map / "vragen.tsv")]
    assert sum(bool(crisis(vraag.tekst)) for vraag in vragen) <= 0.05 * len(vragen)


def test_of_what_languages_share_the_readers_own_speaks() -> None:
    assert geraakt("suicide", "fr").taal == "fr"
    assert geraakt("suicide", "nl").taal == "nl"
    assert geraakt("je veux mourir", "nl").taal == "fr"


@pytest.mark.parametrize("tekst", ["verkragt", "bewustelos", "zelfmoortgedachten"])
def test_a_slip_is_heard(tekst: str) -> None:
    assert crisis(tekst)


def test_the_command_counts_and_names_what_was_wrong(tmp_path: Path) -> None:
    bestand = tmp_path / "zinnen.tsv"
    bestand.write_text(
        "# need and play\nja\tik wil dood\nja\tik wil taart\nnee\tdode hoek\nnee\thij ademt niet\n", "utf-8"
    )
    uit = StringIO()
    call_command("crisisproef", str(bestand), stdout=uit)
    assert "nood: 1 van 2 tonen hulp (50.0%)" in uit.getvalue()
    assert "spel: 1 van 2 tonen hulp (50.0%)" in uit.getvalue()
    assert "fout (nood): ik wil taart" in uit.getvalue() and "fout (spel): hij ademt niet" in uit.getvalue()
    bestand.write_text("misschien\tiets\n", "utf-8")
    with pytest.raises(CommandError, match=r"zinnen\.tsv:1"):
        call_command("crisisproef", str(bestand))


@pytest.mark.parametrize(
    ("zin", "past", "niet"),
    [
        ("ademt niet", "hij ademt niet meer", "ademt hij niet"),
        ("wil + dood !gras", "dood wil ik", "ik wil dood gras"),
        ("geen .. lucht", "geen beetje lucht", "lucht geen"),
        ("wil/wou weg", "ik wou weg", "ik wens weg"),
        ("heet water|gas + huis", "gas in huis", "heet in huis"),
        ("^ help $", "Help!", "help met belasting"),
        ("*moord*", "zelfmoordplan", "mond"),
        ("boek over >", "boek over", "boek van over"),
        ("a1b + a1c", "a1c x x x x a1b", "a1c x x x x x a1b"),
    ],
)
def test_how_a_rule_is_read(zin: str, past: str, niet: str) -> None:
    boek = Crisisboek([Crisisregel("acuut", zin, lees(zin))], frozenset())
    assert boek.geraakt(past) and not boek.geraakt(niet)


@pytest.mark.parametrize("zin", ["a + b .. c", "<weg> slaat", " + "])
def test_a_rule_that_can_not_be_read_is_an_error(zin: str) -> None:
    with pytest.raises(PatroonFout):
        lees(zin)


def test_the_banner_says_every_line_in_every_language() -> None:
    regels = {taal: blok(taal) for taal in ("nl", "en", "tr", "ar", "pl", "uk", "de", "fr", "es", "fa", "so", "ti")}
    for naam, zin in regels["nl"].items():
        anders = {taal: woorden[naam] for taal, woorden in regels.items()}
        assert zin and len(set(anders.values())) == len(anders), naam
    assert blok("xx") == blok("nl")


def test_a_huge_text_is_cut() -> None:
    assert crisis("a " * 100_000) == ""
