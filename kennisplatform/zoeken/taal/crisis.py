"""Crisis words: when the help panel stands above the results. By rule, in every language at once, whatever the page's.

`gegevens/crisisramen.toml` says once what people in need say (who, a danger, how), in concepts; a file a language in
`gegevens/begrip` gives the words for these, and the expressions that only sound like need. Beside it a file a language in
`gegevens/crisis`: 'zinnen' are a call for help; 'woorden' are one too, unless a word of 'elders', of any language, shows
that somebody speaks about it.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from .aanvulling import aanvulling
from .crisisboek import GEMENGD, Crisisboek, Crisisregel
from .crisispatroon import WIJD, Deel, Patroon, PatroonFout, lees, lees_groepen, voeg_samen
from .woorden import GEGEVENS

SOORTEN: Final = ("acuut", "zelfdoding", "geweld")  # acute danger goes before the others
BRON: Final = "nl"
MAP: Final = GEGEVENS / "crisis"
BEGRIP: Final = GEGEVENS / "begrip"
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


@dataclass(frozen=True)
class _Gelezen:
    regels: tuple[Crisisregel, ...] = ()
    elders: frozenset[str] = frozenset()
    uitdrukkingen: tuple[tuple[str, Patroon], ...] = ()  # with the language that says so
    begrippen: tuple[tuple[str, Deel], ...] = ()


@lru_cache(maxsize=1)
def _meegeleverd() -> _Gelezen:
    eigen = [_lees(pad) for pad in sorted(MAP.glob("*.toml"), key=lambda pad: (pad.stem != BRON, pad.stem))]
    ramen = _ramen()
    begrip = [_lees_begrip(pad, ramen) for pad in sorted(BEGRIP.glob("*.toml"))]
    alle = [*eigen, *begrip, _Gelezen(_gemengd(begrip, ramen))]
    return _Gelezen(
        tuple(regel for deel in alle for regel in deel.regels),
        frozenset().union(*(deel.elders for deel in alle)),
        tuple(paar for deel in alle for paar in deel.uitdrukkingen),
    )


def _lees(bestand: Path) -> _Gelezen:
    """The rules of a language's own: words that call by themselves, and sentences."""
    gegevens: dict[str, Any] = tomllib.loads(bestand.read_text("utf-8"))
    if vreemd := set(gegevens) - {*SOORTEN, "groep", "elders"}:
        raise ValueError(f"{bestand.name} holds {sorted(vreemd)}")
    try:
        groepen = lees_groepen(gegevens.get("groep", {}))
        regels = [
            Crisisregel(soort, zin, lees(zin, groepen), bestand.stem, los=lijst == "woorden")
            for soort in SOORTEN
            for lijst in ("zinnen", "woorden")
            for zin in gegevens[soort].get(lijst, ())
        ]
        elders = frozenset().union(*(lees(zin).woordpatronen for zin in gegevens.get("elders", ())))
    except PatroonFout as fout:
        raise ValueError(f"{bestand.name}: {fout}") from fout
    return _Gelezen(tuple(regels), elders)


def _begrippen(zin: str) -> set[str]:
    return set(re.findall("<(.+?)>", zin))


def begrippen() -> set[str]:
    """Every concept that a frame asks for."""
    return {naam for zinnen in _ramen().values() for zin in zinnen for naam in _begrippen(zin)}


def _ramen() -> dict[str, list[str]]:
    return tomllib.loads((GEGEVENS / "crisisramen.toml").read_text("utf-8"))


def _lees_begrip(bestand: Path, ramen: dict[str, list[str]]) -> _Gelezen:
    """The frames that all languages share, filled with one language's words for each of their concepts."""
    gegevens: dict[str, Any] = tomllib.loads(bestand.read_text("utf-8"))
    uitdrukkingen = gegevens.pop("uitdrukking")
    taal = bestand.stem.partition("_")[0]  # ar_latijn is Arabic
    try:
        begrippen = lees_groepen({naam: (woorden,) for naam, woorden in gegevens.items()})
        regels = [
            Crisisregel(soort, zin, lees(zin, begrippen, WIJD), taal, raam=True)
            for soort in SOORTEN
            for zin in ramen[soort]
            if _begrippen(zin) <= set(begrippen)  # a language may lack the words for one
        ]
        patronen = tuple((taal, lees(zin, begrippen)) for zin in uitdrukkingen)
    except PatroonFout as fout:
        raise ValueError(f"{BEGRIP.name}/{bestand.name}: {fout}") from fout
    return _Gelezen(tuple(regels), uitdrukkingen=patronen, begrippen=tuple(begrippen.items()))


def _gemengd(gelezen: Sequence[_Gelezen], ramen: dict[str, list[str]]) -> tuple[Crisisregel, ...]:
    """The frames with the words of all languages in every part: who speaks two mixes them, 'ik wil ölmek'."""
    samen: dict[str, list[tuple[frozenset[str], ...]]] = defaultdict(list)
    for naam, deel in (paar for een in gelezen for paar in een.begrippen):
        samen[naam] += deel
    begrippen = {naam: voeg_samen(rijen) for naam, rijen in samen.items()}
    zinnen = ((soort, zin) for soort in SOORTEN for zin in ramen[soort] if " + " in zin)
    return tuple(Crisisregel(soort, zin, lees(zin, begrippen, WIJD), GEMENGD, raam=True) for soort, zin in zinnen)


@lru_cache(maxsize=4)
def _boek(eigen: tuple[tuple[str, str], ...]) -> Crisisboek:
    mee = _meegeleverd()
    erbij = [Crisisregel(soort, zin, lees(zin)) for soort, zin in eigen if soort in SOORTEN and leesbaar(zin)]
    regels = sorted((*erbij, *mee.regels), key=lambda regel: SOORTEN.index(regel.soort))
    return Crisisboek(regels, mee.elders, mee.uitdrukkingen)


def geraakt(tekst: str, lezerstaal: str = BRON) -> Crisisregel | None:
    """The rule that calls for help: of the gravest kind, and of what languages share, in the reader's own."""
    ernst = gronden(tekst)
    return next((regel for regel in ernst if regel.taal == lezerstaal), ernst[0] if ernst else None)


def gronden(tekst: str) -> tuple[Crisisregel, ...]:
    """All rules of the gravest kind that it fits."""
    regels = _alle(tekst[:MAX_TEKST], aanvulling().crisis)
    return tuple(regel for regel in regels if regel.soort == regels[0].soort)


def soorten(tekst: str) -> frozenset[str]:
    """Every kind that it fits: who is held by the throat and can't breathe needs more than one number."""
    return frozenset(regel.soort for regel in _alle(tekst[:MAX_TEKST], aanvulling().crisis))


@lru_cache(maxsize=256)  # one search asks it for the panel, for the order and, a few times, for the language typed
def _alle(tekst: str, eigen: tuple[tuple[str, str], ...]) -> tuple[Crisisregel, ...]:
    return tuple(_boek(eigen).geraakt(tekst))


def crisis(tekst: str) -> str:
    """'acuut', 'zelfdoding', 'geweld' or ''."""
    regel = geraakt(tekst)
    return regel.soort if regel else ""
