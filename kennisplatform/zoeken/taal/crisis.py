"""Crisis words: when the help panel stands above the results. By rule, in every language at once, whatever the page's.

A file a language in `gegevens/crisis`: 'zinnen' are a call for help; 'woorden' are one too, unless a word of 'elders', of
any language, shows that somebody speaks about it.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from .aanvulling import aanvulling
from .crisisboek import Crisisboek, Crisisregel
from .crisispatroon import PatroonFout, lees, lees_groepen
from .woorden import GEGEVENS

SOORTEN: Final = ("acuut", "zelfdoding", "geweld")  # acute danger goes before the others
BRON: Final = "nl"
MAP: Final = GEGEVENS / "crisis"
MAX_TEKST: Final = 1_000
MIN_LETTERS: Final = 3  # of the longest word of an editor's rule: two letters would fit everything


def leesbaar(zin: str) -> bool:
    """Can this be a rule of an editor's?"""
    try:
        patroon = lees(zin)
    except PatroonFout:
        return False
    woorden = [woord.strip("*") for deel in patroon.delen for rij in deel for keuzen in rij for woord in keuzen]
    return any(len(woord) >= MIN_LETTERS for woord in woorden)


def blok(taal: str) -> dict[str, str]:
    """The panel's words in this language; Dutch where we have none."""
    return _blokken().get(taal, _blokken()[BRON])


def heeft_blok(taal: str) -> bool:
    return taal in _blokken()


@lru_cache(maxsize=1)
def _blokken() -> dict[str, dict[str, str]]:
    return tomllib.loads((GEGEVENS / "crisisblok.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _meegeleverd() -> tuple[tuple[Crisisregel, ...], frozenset[str]]:
    """(rules, patterns of 'elders')"""
    bestanden = sorted(MAP.glob("*.toml"), key=lambda pad: (pad.stem != BRON, pad.stem))
    gelezen = [_lees(bestand) for bestand in bestanden]
    return tuple(r for regels, _ in gelezen for r in regels), frozenset().union(*(elders for _, elders in gelezen))


def _lees(bestand: Path) -> tuple[list[Crisisregel], frozenset[str]]:
    gegevens: dict[str, Any] = tomllib.loads(bestand.read_text("utf-8"))
    if vreemd := set(gegevens) - {*SOORTEN, "groep", "elders"}:
        raise ValueError(f"{bestand.name} holds {sorted(vreemd)}")
    try:
        groepen = lees_groepen(gegevens.get("groep", {}))
        regels = [
            Crisisregel(soort, zin, lees(zin, groepen), bestand.stem, los=lijst == "woorden")
            for soort in SOORTEN
            for lijst in ("zinnen", "woorden")
            for zin in gegevens[soort][lijst]
        ]
        elders = frozenset().union(*(lees(zin).woordpatronen for zin in gegevens.get("elders", ())))
    except PatroonFout as fout:
        raise ValueError(f"{bestand.name}: {fout}") from fout
    return regels, elders


@lru_cache(maxsize=4)
def _boek(eigen: tuple[tuple[str, str], ...]) -> Crisisboek:
    regels, elders = _meegeleverd()
    erbij = [Crisisregel(soort, zin, lees(zin)) for soort, zin in eigen if soort in SOORTEN and leesbaar(zin)]
    return Crisisboek(sorted((*erbij, *regels), key=lambda regel: SOORTEN.index(regel.soort)), elders)


def geraakt(tekst: str, lezerstaal: str = BRON) -> Crisisregel | None:
    """The rule that calls for help: of the gravest kind, and of what languages share, in the reader's own."""
    return _geraakt(tekst[:MAX_TEKST], lezerstaal, aanvulling().crisis)


@lru_cache(maxsize=256)  # one search asks it for the panel and, a few times, for the language that was typed
def _geraakt(tekst: str, lezerstaal: str, eigen: tuple[tuple[str, str], ...]) -> Crisisregel | None:
    regels = _boek(eigen).geraakt(tekst)
    ernst = [regel for regel in regels if regel.soort == regels[0].soort]
    return next((regel for regel in ernst if regel.taal == lezerstaal), ernst[0] if ernst else None)


def crisis(tekst: str) -> str:
    """'acuut', 'zelfdoding', 'geweld' or ''."""
    regel = geraakt(tekst)
    return regel.soort if regel else ""
