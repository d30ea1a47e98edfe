from __future__ import annotations

import logging

import pytest

from kennisplatform.zoeken.taal import synoniemen
from kennisplatform.zoeken.taal.aanvulling import Aanvulling
from kennisplatform.zoeken.taal.synoniemen import BESTAND, SynoniemFout, lees, termstammen
from kennisplatform.zoeken.taal.woorden import vouw


def test_the_shipped_file_is_sound() -> None:
    tekst = BESTAND.read_text("utf-8")
    lees(tekst)
    groepen = [regel for regel in tekst.splitlines() if regel and not regel.startswith("#")]
    assert len(groepen) >= 400
    assert len(groepen) == len(set(groepen))
    for deel in tekst.split("# ---")[1:]:
        regels = [vouw(regel) for regel in deel.splitlines()[1:] if regel and not regel.startswith("#")]
        assert regels == sorted(regels), deel.splitlines()[0]


def test_a_group_works_both_ways_an_arrow_one() -> None:
    lijst = lees("# uitleg\n\nfiets, rijwiel\nfruit => appel, peer")
    assert lijst.zoek(termstammen("fietsen")) == (("rijwiel",),)
    assert lijst.zoek(termstammen("rijwielen")) == (("fiets",),)
    assert lijst.zoek(termstammen("fruit")) == (("appel",), ("peer",))
    assert lijst.zoek(termstammen("appel")) == ()
    assert lijst.woorden == {"fiets", "rijwiel", "fruit", "appel", "peer"}


def test_groups_are_not_joined_through_a_shared_term() -> None:
    lijst = lees("roos, bloem\nbloem, meel")
    assert lijst.zoek(("roos",)) == (("bloem",),)
    assert set(lijst.zoek(("bloem",))) == {("roos",), ("meel",)}


@pytest.mark.parametrize(
    ("tekst", "fout"),
    [
        ("fiets", "1: een synoniem heeft"),
        ("fiets, , rijwiel", "1: een lege term"),
        ("fiets =>", "1: een lege term"),
        ("\na => b => c", "2: meer dan één"),
        ("fiets, Fiets", "1: ‘fiets’ staat er twee keer"),
        ("fiets, een heel erg lange mooie snelle rode wagen", "meer dan 4 woorden"),
        ("fiets, rijwiel\nfiets => rijwiel", "2: spreekt regel 1 tegen"),
        ("peer => fruit\npeer => fruit", "2: ‘fruit’ volgt al uit regel 1"),
        ("peer => fruit\nfruit => eten\neten => peer", "loopt in een kring"),
        ("fiets, rijwiel\nRijwielen, fietsen", "2: deze groep staat al op regel 1"),
        ("fiets, rijwiel, karretje\nfiets, rijwiel", "2: deze groep staat al op regel 1"),
        ("fiets, rijwiel\nfiets, rijwiel, karretje", "1: deze groep staat al, met meer termen, op regel 2"),
    ],
)
def test_errors_say_the_line(tekst: str, fout: str) -> None:
    with pytest.raises(SynoniemFout) as gevangen:
        lees(tekst)
    assert fout in "; ".join(gevangen.value.fouten)


def _stel_in(monkeypatch: pytest.MonkeyPatch, regels: str) -> None:
    monkeypatch.setattr(synoniemen, "aanvulling", lambda: Aanvulling(synoniemen=regels))


def test_an_own_line_may_say_more_than_a_shipped_group(monkeypatch: pytest.MonkeyPatch) -> None:
    groep = next(r for r in BESTAND.read_text("utf-8").splitlines() if "," in r and r[0] != "#" and "=>" not in r)
    _stel_in(monkeypatch, f"{groep}, zwamvlok\nmycelium, schimmeldraad")
    assert synoniemen.synoniemen().zoek(("zwamvlok",))
    assert synoniemen.synoniemen().zoek(("mycelium",)) == (("schimmeldraad",),)


def test_own_lines_are_added_and_wrong_ones_are_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    _stel_in(monkeypatch, "zwamvlok, mycelium")
    assert synoniemen.synoniemen().zoek(("mycelium",)) == (("zwamvlok",),)
    _stel_in(monkeypatch, "alleen")
    with caplog.at_level(logging.ERROR):
        assert synoniemen.synoniemen().zoek(("mycelium",)) == ()
    assert "own synonyms left out" in caplog.text


def test_a_wrong_own_line_does_not_take_the_others_along(monkeypatch: pytest.MonkeyPatch) -> None:
    regel = next(r for r in BESTAND.read_text("utf-8").splitlines() if "," in r and r[0] != "#" and "=>" not in r)
    _stel_in(monkeypatch, f"{regel}\nzwamvlok, mycelium")
    assert synoniemen.synoniemen().zoek(("mycelium",)) == (("zwamvlok",),)


def test_no_term_of_the_shipped_file_falls_apart_into_stop_words() -> None:
    """'zelf doen' would never be looked up, and 'zelf weer kunnen' would be the weather."""
    termen = [
        term
        for regel in BESTAND.read_text("utf-8").splitlines()
        if regel and regel[0] != "#"
        for kant in regel.split("=>")
        for term in kant.split(",")
    ]
    assert not [term for term in termen if set(synoniemen.termwoorden(term)) <= synoniemen.stopwoorden()]


def test_a_file_for_the_time_being() -> None:
    with synoniemen.tijdelijk("zwamvlok, mycelium"):
        assert synoniemen.synoniemen().woorden == {"zwamvlok", "mycelium"}
    assert "mycelium" not in synoniemen.synoniemen().woorden
