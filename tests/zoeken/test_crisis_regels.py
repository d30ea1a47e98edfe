"""How the rules are read: frames, expressions, other spellings and languages."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from kennisplatform.zoeken.taal.crisis import BEGRIP, MAP, begrippen, crisis, geraakt, soorten
from kennisplatform.zoeken.taal.crisisboek import Crisisboek, Crisisregel
from kennisplatform.zoeken.taal.crisispatroon import PatroonFout, lees


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


@pytest.mark.parametrize("bestand", sorted(MAP.glob("*.toml")), ids=lambda pad: pad.stem)
def test_every_bare_word_of_every_language_calls_for_help(bestand: Path) -> None:
    """A word that another rule vetoes, or that folds to nothing, would stand there for show."""
    gegevens = tomllib.loads(bestand.read_text("utf-8"))
    for soort in ("zelfdoding", "geweld", "acuut"):
        assert gegevens[soort]["woorden"]
        for zin in gegevens[soort]["woorden"]:
            kaal = re.sub(r"[*+^$]|!\S+", " ", zin)
            if not re.search(r"[/|<]", kaal):
                assert crisis(kaal), zin


def test_of_what_languages_share_the_readers_own_speaks() -> None:
    assert geraakt("suicide", "fr").taal == "fr"
    assert geraakt("suicide", "nl").taal == "nl"
    assert geraakt("je veux mourir", "nl").taal == "fr"


@pytest.mark.parametrize("tekst", ["verkragt", "bewustelos", "zelfmoortgedachten"])
def test_a_slip_is_heard(tekst: str) -> None:
    assert crisis(tekst)


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


@pytest.mark.parametrize(
    ("nood", "spel"),
    [
        ("me man krijg geen lug meer en word blou", "ik krijg geen lucht in de band"),  # lucht, blauw
        ("mijn opa ken niet goed prate en zijn mont hang scheef", "ik ken niet goed prate in het engels"),
        ("mijn zus heeft alle slaaptabletten geslikt", "mijn zus heeft alle broodjes gegeten"),  # tablets, of a kind
        ("annem uyanmıyor", "bebeğim geceleri uyanıyor"),  # one letter, and she wakes up
        ("سأرمي نفسي تحت القطار", "سأشرب الشاي تحت الشجرة"),  # 'shall' is written on to the verb
    ],
)
def test_what_is_written_as_it_is_spoken_is_heard_and_a_denial_is_no_slip(nood: str, spel: str) -> None:
    assert crisis(nood) and not crisis(spel)


@pytest.mark.parametrize(
    ("nood", "spel"),
    [
        ("ineens zo'n hoofdpijn als een klap", "hoofdpijn na het werk"),
        ("kortademig en mijn kuit is dik", "dikke enkels met warm weer"),
        ("er spatte ontstopper in mijn oog", "druppels in mijn oog"),
        ("fietser aangereden en hij ligt stil", "vorig jaar ben ik aangereden en het is goed genezen"),
        ("39 graden en ik krijg chemo", "na de chemo weer sporten"),
        ("mijn trainer stuurt mij vieze berichten ik ben 14", "mijn trainer stuurt het rooster"),
        ("my ex is waiting outside my house", "my ex is a good father"),
        ("mijn kind zit elke week onder de blauwe plekken", "blauwe plek na bloedprikken"),
    ],
)
def test_a_danger_that_no_list_had_is_heard_in_every_language(nood: str, spel: str) -> None:
    assert crisis(nood) and not crisis(spel)


def test_a_dutch_cry_is_answered_in_dutch_and_by_the_right_number() -> None:
    """'hang' is an English danger, and 'mont hang scheef' a Dutch one: the panel came in English, about violence."""
    zin = "me man ze mont hang scheef"
    assert soorten(zin) == {"acuut"}
    assert geraakt(zin).taal == "nl"
