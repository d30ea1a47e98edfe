"""Whole sets of sentences, each measured once before a rule was made for it, and how the command counts them."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kennisplatform.zoeken.management.commands.crisisproef import lees_zinnen
from kennisplatform.zoeken.oordeel import lees_vragen
from kennisplatform.zoeken.taal.crisis import crisis

MAP = Path(__file__).parent / "crisis"
# The first twelve sets. The first was written before the rules were read, and the rules were then made with it in
# sight; the fifth before the frames were made, one half of it scored between rounds and never tuned on: 90 % of its
# needs with 9 % false alarms, now 97 and 4 %. The others were each written afterwards and measured once before
# anything was changed because of them: 63, 82 and 77 % of the needs by rules alone; by the frames 57 % (meant to be
# hard: 42 % before), 78 % (55 %), 83 % (58 %) and then 92 % (70 %), with 10, 3, 0 and 3 % false alarms. After the
# ninth only one false alarm was mended. The tenth (100 needs, 60 plays) and eleventh were written together before a
# rule was read: 95 % with 5 % false alarms, and after the mending of the tenth's mistakes 93 % with 8 % of the
# eleventh, which was not seen in that; the twelfth, by one who had then read the rules, 95 % with 5 %. The nineteenth
# (125 needs, 84 plays) before the rules were read: 97 % with 2 %. The twentieth and twenty-first are whole stories
# ('we zitten aan tafel en mijn tante …'), each part measured before anything was changed because of it: 80, 68 and 81
# % (together 95 of 124) with one false alarm of 83. What the six after those gave when they were first measured
# stands at the head of each.
SETS = (
    *("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "tiende", "elfde", "twaalfde"),
    *("dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende"),
    *("negentiende", "twintigste", "eenentwintigste", "tweeentwintigste", "drieentwintigste", "vierentwintigste"),
    *("zevenentwintigste", "achtentwintigste", "negenentwintigste"),
    *("dertigste", "eenendertigste", "tweeendertigste", "drieendertigste", "vijfendertigste", "zesendertigste"),
)


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
    ("naam", "deel"),
    [
        ("negende", 0.9),
        ("vijfentwintigste", 0.85),
        ("zesentwintigste", 0.8),
        ("vierendertigste", 0.95),
        ("zevenendertigste", 0.95),
    ],
    ids=str,
)
def test_it_hears_most_of_a_set_that_no_rule_was_made_for(naam: str, deel: float) -> None:
    zinnen = list(lees_zinnen(MAP / f"{naam}.tsv"))
    nood = [bool(crisis(zin)) for soort, zin in zinnen if soort == "ja"]
    spel = [bool(crisis(zin)) for soort, zin in zinnen if soort == "nee"]
    assert sum(nood) >= deel * len(nood)
    assert sum(spel) <= 0.08 * len(spel)


def test_what_readers_ask_every_day_shows_no_panel() -> None:
    """The judged questions are about health: a panel above each of them would be looked past."""
    vragen = [v for map in ("oordeel", "oordeel_tweede") for v in lees_vragen(MAP.parent / map / "vragen.tsv")]
    assert sum(bool(crisis(vraag.tekst)) for vraag in vragen) <= 0.05 * len(vragen)


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
