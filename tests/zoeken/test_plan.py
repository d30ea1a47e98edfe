from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from kennisplatform.zoeken.antwoord.knopen import AllOf, Knoop, Term
from kennisplatform.zoeken.antwoord.plan import plan, vangnet
from kennisplatform.zoeken.antwoord.spelling import nabij
from kennisplatform.zoeken.antwoord.vormen import Waarom, Zoekreden
from kennisplatform.zoeken.antwoord.woordenschat import Woordenschat
from kennisplatform.zoeken.taal.analyse import etiket
from kennisplatform.zoeken.taal.synoniemen import lees
from kennisplatform.zoeken.taal.woorden import stam


class Lijst(Woordenschat):
    """The words of an index that is only a list."""

    def __init__(self, *woorden: str) -> None:
        self.woorden = woorden

    def vooruit(self, woorden: object) -> None: ...

    def aantal(self, woord: str) -> int:
        return self.woorden.count(woord)

    def heeft_stam(self, gezocht: str) -> bool:
        return any(stam(woord) == gezocht for woord in self.woorden)

    def heeft_etiket(self, gezocht: str) -> bool:
        return gezocht in self.woorden

    def kandidaten(self, woord: str, afstand: int) -> Sequence[tuple[str, int, int]]:
        return [(w, d, self.aantal(w)) for w, d in nabij(woord, self.woorden, afstand)]

    def met_begin(self, begin: str, n: int) -> Sequence[str]:
        return [w for w in self.woorden if w.startswith(begin)][:n]


def alle_van(knoop: Knoop) -> Iterator[AllOf]:
    if isinstance(knoop, AllOf):
        yield knoop
    for deel in () if isinstance(knoop, Term) else knoop.delen:
        yield from alle_van(deel)


def bladeren(knoop: Knoop | None) -> Iterator[Term]:
    if isinstance(knoop, Term):
        yield knoop
    elif knoop is not None:
        for deel in knoop.delen:
            yield from bladeren(deel)


def termen(knoop: Knoop | None, veld: str) -> set[str]:
    return {t.tekst for t in bladeren(knoop) if t.veld == veld}


def test_a_word_is_sought_in_every_way() -> None:
    boom = plan("tuinonderhoud", Lijst()).boom
    assert termen(boom, "all_x") == {"tuinonderhoud"}
    assert termen(boom, "all_s") == {"tuinonderhoud", "tuin", "onderhoud"}
    assert "tuin" in termen(boom, "all_p")
    assert "_tui" in termen(boom, "all_n")
    assert termen(boom, "title_s") == termen(boom, "all_s")


def test_stop_words_are_left_out_unless_there_is_nothing_else() -> None:
    assert termen(plan("de rozen van de tuin", Lijst()).boom, "all_x") == {"rozen", "tuin"}
    alleen = plan("van de het", Lijst())
    assert termen(alleen.boom, "all_x") == {"van", "de", "het"}
    assert termen(alleen.boom, "all_s") == set()


@pytest.mark.parametrize("tekst", ["", "   ", "?!", "\x00", "&& ||", "💐"])
def test_nothing_to_search_with(tekst: str) -> None:
    assert plan(tekst, Lijst()).boom is None


def test_synonyms_of_one_and_of_more_words() -> None:
    lijst = lees("fiets, rijwiel\nhart pompt niet goed, hartfalen, zwak hart")
    assert "rijwiel" in termen(plan("fietsen", Lijst(), synoniemen=lijst).boom, "all_s")
    boom = plan("mijn hart pompt niet meer goed", Lijst(), synoniemen=lijst).boom
    assert "hartfaal" in termen(boom, "all_s")
    samen = [d for d in boom.delen if "zwak" in termen(d, "all_s")]
    assert any("zwak" in termen(k, "all_s") for k in alle_van(samen[0])), "a synonym of two words needs both"


def test_a_document_that_answers_to_every_telling_word_gets_more() -> None:
    laatste = plan("snoeien rozen", Lijst()).boom.delen[-1]
    assert isinstance(laatste, AllOf)
    assert [termen(deel, "all_n") for deel in laatste.delen] == [set(), set()], "n-grams alone are no answer"
    assert not any(isinstance(k, AllOf) for k in plan("rozen", Lijst()).boom.delen)
    boom = plan("mijn moeder vergeet rozen", Lijst()).boom
    assert "moeder" in termen(boom, "all_x"), "a word that says little still finds"
    assert all("moeder" not in termen(k, "all_x") for k in alle_van(boom))


def test_a_compound_is_also_about_its_parts_and_a_pair_about_the_compound() -> None:
    assert {"appel", "boom"} <= termen(plan("appelboom", Lijst()).boom, "all_s")
    assert "reukwerk" in termen(plan("rozengeur", Lijst(), synoniemen=lees("geur, reukwerk")).boom, "all_s")
    lijst = lees("appelboom, malus")
    assert "malus" in termen(plan("appel boom", Lijst(), synoniemen=lijst).boom, "all_s")


def test_a_compound_of_words_that_nobody_uses_is_a_slip() -> None:
    lijst = Lijst("appelboom", "appel", "boon")
    assert plan("appelboon", lijst).verbeterd == "appelboom", "both parts occur, but one slip away is a compound"
    assert not plan("perenboom", Lijst("perenbomen", "peren", "boom")).verbeterd, "a form of the same word is none"


def test_neighbours_are_joined_when_the_index_knows_the_word() -> None:
    assert "oogzorg" in termen(plan("oog zorg", Lijst("oogzorg")).boom, "all_s")
    assert "oogzorg" not in termen(plan("oog zorg", Lijst()).boom, "all_s")


def test_neighbours_of_which_one_is_a_slip_are_joined_by_their_sound() -> None:
    assert "oogzorg" in termen(plan("oog sorg", Lijst("oogzorg", "oog")).boom, "all_s")
    assert "oogzorg" not in termen(plan("oog borg", Lijst("oogzorg", "oog")).boom, "all_s")
    lijst = lees("bloembollenveld, tulpenveld")
    assert "tulpenveld" in termen(plan("bloem bollen veld", Lijst(), synoniemen=lijst).boom, "all_s"), "three in a row"


def test_a_slip_that_is_a_word_too() -> None:
    """Only where the index has the word in no form, and one that is near."""
    assert plan("valen", Lijst("vallen", "halen")).verbeterd == "vallen"
    assert plan("zwager begeleiding", Lijst("zwanger", "begeleiding")).verbeterd == "zwanger begeleiding"
    assert plan("valen", Lijst("vallen", "valen")).verbeterd == ""
    assert plan("fietste", Lijst("fietsen", "fietsten")).verbeterd == "", "a form of it is there"
    assert plan("moord", Lijst("woord")).verbeterd == "", "the first letter is seldom the slip"
    assert plan("verkracht", Lijst("veerkracht"), synoniemen=lees("verkrachting, misbruik")).verbeterd == ""


def test_of_a_text_that_is_mostly_foreign_nothing_is_mended() -> None:
    assert plan("kocam beni qlmt", Lijst("bent")).verbeterd == ""
    assert plan("tuinonderhuod benit", Lijst("tuinonderhoud")).verbeterd == "tuinonderhoud benit"


def test_half_a_word_is_not_read_as_another() -> None:
    lijst = Lijst("eend", "eens", "eenzaam", "slapen", "slapeloosheid")
    assert plan("eenz", lijst).verbeterd == "", "on its way to 'eenzaam'"
    assert plan("slaape", lijst).verbeterd == "slapen"


def test_what_sounds_the_same_goes_before_what_is_spelled_nearer() -> None:
    assert plan("slaape", Lijst("slaapt", "slapen")).verbeterd == "slapen"


def test_a_slip_is_mended_from_the_words_of_the_index() -> None:
    uit = plan("Tuinonderhuod, graag", Lijst("tuinonderhoud", "tuin"))
    assert uit.verbeterd == "tuinonderhoud, graag"
    assert "tuinonderhoud" in uit.vormen.stammen
    assert plan("tuinonderhuod", Lijst("tuinonderhoud"), letterlijk=True).verbeterd == ""


@pytest.mark.parametrize("woord", ["fiets", "tuinpad", "roos", "abc", "x1y2z3"])
def test_known_words_and_codes_are_left_alone(woord: str) -> None:
    assert plan(woord, Lijst("fietst", "tuinpas", "rozs", "abd", "x1y2z4")).verbeterd == ""


def test_a_real_word_alone_is_read_as_another_only_when_it_sounds_so() -> None:
    """'planten' is no 'plannen'; beside another word, or by ear, it may be one."""
    assert plan("zwager", Lijst("zwanger")).verbeterd == ""
    assert plan("planten", Lijst("plannen")).verbeterd == ""
    assert plan("planten bespreken", Lijst("plannen", "bespreken")).verbeterd == "plannen bespreken"
    assert plan("valen", Lijst("vallen")).verbeterd == "vallen"


def test_the_n_that_is_not_heard() -> None:
    assert plan("opa is gevalle", Lijst("gevallen", "geval", "opa")).verbeterd == "opa is gevallen"
    assert plan("oude huizen", Lijst("ouden", "oude", "huizen")).verbeterd == ""


def test_a_correction_stands_where_the_slip_stood() -> None:
    assert plan("NEAR(tuinkerz)", Lijst("tuinkers", "near")).verbeterd == "NEAR(tuinkers)"


def test_of_two_near_words_the_nearest_and_then_the_most_used() -> None:
    assert plan("tuinkerz", Lijst("tuinkersen", "tuinkers")).verbeterd == "tuinkers"
    assert plan("zwxm", Lijst("zwem", "zwam", "zwam")).verbeterd == "zwam"


def test_half_a_word_is_every_word_that_begins_so() -> None:
    gemaakt = plan("rhod", Lijst("rhododendron"))
    assert "rhododendron" in termen(gemaakt.boom, "all_x")
    assert gemaakt.vormen.redenen[stam("rhododendron")] == Zoekreden(Waarom.BEGIN, "rhod", "rhododendron")


def test_a_whole_word_is_not_half_of_another() -> None:
    assert "roosters" not in termen(plan("roos", Lijst("roos", "roosters")).boom, "all_x")
    assert "rhododendron" not in termen(plan("rh", Lijst("rhododendron")).boom, "all_x"), "two letters are too few"


def test_a_whole_label_counts_besides_its_words() -> None:
    woorden = Lijst("goede", "aanwijzingen", etiket(["goede", "aanwijzingen"]), etiket(["aanwijzing"]))
    boom = plan("goede aanwijzingen vallen", woorden).boom
    assert {etiket(["goede", "aanwijzingen"]), etiket(["aanwijzing"])} <= termen(boom, "all_x")
    assert etiket(["aanwijzingen", "vallen"]) not in termen(boom, "all_x"), "no document has that label"


def test_a_label_is_no_word_to_be_meant() -> None:
    assert plan("_zorgpad", Lijst("zorgpad")).verbeterd == ""
    assert not list(bladeren(plan("_", Lijst("_")).boom))


def test_when_a_plan_finds_nothing_letters_in_common_are_left() -> None:
    woorden = Lijst("rhododendron")
    assert "_rod" in termen(vangnet(plan("rodondendrum", woorden), woorden), "all_n")


def test_a_pasted_page_stays_small() -> None:
    boom = plan(" ".join(f"woord{i}" for i in range(2_000)), Lijst()).boom
    assert len(boom.delen) < 60
