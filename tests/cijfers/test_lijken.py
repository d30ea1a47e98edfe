"""Which neighbourhoods are alike: judged pairs, what is unknown, weights, and how long a thousand take. Pure."""

from __future__ import annotations

import random
import time

from kennisplatform.cijfers.lijken import ANDERS, GELIJK, Kenmerk, zoek

KENMERKEN = (Kenmerk("mensen", orde=True), Kenmerk("oud"), Kenmerk("koop"), Kenmerk("arm"), Kenmerk("alleen"))
STAD = {"mensen": 9000, "oud": 14, "koop": 30, "arm": 18, "alleen": 50}
DORP = {"mensen": 24000, "oud": 26, "koop": 70, "arm": 5, "alleen": 25}
# Twenty pairs that were judged by eye: of each, which neighbourhood belongs with which.
PAREN = [(STAD, {**STAD, "mensen": 7400 + 200 * n, "arm": 17 + n / 5}, {**DORP, "koop": 65 + n}) for n in range(10)]
PAREN += [
    (DORP, {**DORP, "oud": 24 + n / 4, "mensen": 30000 - 900 * n}, {**STAD, "oud": 13 + n / 5}) for n in range(10)
]


def test_judged_pairs() -> None:
    for wij, lijkt, niet in PAREN:
        alle = {1: wij, 2: niet, 3: lijkt, 4: {**niet, "oud": niet["oud"] + 3}}
        eerste = zoek(1, alle, KENMERKEN)[0]
        assert eerste.wie == 3, (wij, lijkt, niet)
        assert len(eerste.gelijk) == 3 and all(abs(a.verschil) <= GELIJK for a in eerste.gelijk)
        assert len(eerste.anders) <= 2 and all(abs(a.verschil) >= ANDERS for a in eerste.anders)


def test_what_is_unknown_is_said_and_too_little_known_is_not_compared() -> None:
    alle = {1: STAD, 2: {k: v for k, v in STAD.items() if k != "arm"}, 3: {"mensen": 9000, "oud": 14}, 4: DORP, 5: {}}
    gevonden = {g.wie: g for g in zoek(1, alle, KENMERKEN)}
    assert set(gevonden) == {2, 4}, "three features of five are too few when two are known"
    assert gevonden[2].onbekend == ("arm",) and gevonden[4].onbekend == ()
    assert zoek(5, alle, KENMERKEN) == [] and zoek(99, alle, KENMERKEN) == []
    assert zoek(1, {1: STAD, 2: STAD}, KENMERKEN) == [], "nothing differs, so nothing can be measured"


def test_a_chosen_challenge_weighs_more_and_equals_keep_their_order() -> None:
    arm = {**DORP, "arm": 18.0, "alleen": 50}
    alle = {1: STAD, 2: {**STAD, "arm": 6, "koop": 31}, 3: arm, 4: DORP}
    assert zoek(1, alle, KENMERKEN)[0].wie == 2
    assert zoek(1, alle, KENMERKEN, {"arm": 50, "alleen": 50})[0].wie == 3
    gelijk = {1: STAD, 9: DORP, 5: DORP, 7: DORP, 3: {**DORP, "oud": 20}}
    assert [g.wie for g in zoek(1, gelijk, KENMERKEN)] == [3, 5, 7]


def test_a_thousand_within_a_second_and_the_whole_country_within_five() -> None:
    dobbel = random.Random(1)
    kenmerken = [Kenmerk(f"k{n}") for n in range(13)]
    for aantal, seconden in ((1_000, 1), (14_574, 5)):
        alle = {n: {k.code: dobbel.gauss(0, 1) for k in kenmerken if dobbel.random() > 0.1} for n in range(aantal)}
        begin = time.process_time()
        assert len(zoek(0, alle, kenmerken)) == 3
        assert time.process_time() - begin < seconden
