"""Crisis words: which fixed banner stands above the results. By rule, in six languages at once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .aanvulling import aanvulling
from .woorden import GEGEVENS, woorden

SOORTEN: Final = ("acuut", "zelfdoding", "geweld")
MAX_TEKST: Final = 1_000
BEGIN: Final = 3  # letters by which rules are found: one search should not try each of a thousand
_WEG: Final = str.maketrans("", "", "'’ʼ")  # Ukrainian б'є is one word


@dataclass(frozen=True)
class Crisisregel:
    soort: str
    rij: tuple[str, ...]  # patterns; a trailing * fits every word that begins so
    los: bool  # in any order, anywhere
    taal: str = "nl"
    niet: tuple[str, ...] = ()  # patterns that show that it is about something else

    @property
    def begin(self) -> str:
        """How a word begins that every text has to which this rule applies: the start of its longest pattern."""
        return max((patroon.rstrip("*") for patroon in self.rij), key=len)[:BEGIN]

    def past(self, tekst: tuple[str, ...]) -> bool:
        if any(_gelijk(patroon, woord) for woord in tekst for patroon in self.niet):
            return False
        if self.los:
            return all(any(_gelijk(patroon, woord) for woord in tekst) for patroon in self.rij)
        eind = len(tekst) - len(self.rij) + 1
        return any(all(map(_gelijk, self.rij, tekst[i : i + len(self.rij)])) for i in range(eind))


def _gelijk(patroon: str, woord: str) -> bool:
    return woord.startswith(patroon[:-1]) if patroon.endswith("*") else woord == patroon


def _woorden(tekst: str) -> tuple[str, ...]:
    """Folded words, hyphenated ones joined: 'zelf-moord' must not slip through."""
    return tuple("".join(delen) for delen in woorden(tekst.translate(_WEG)))


def leesbaar(zin: str) -> bool:
    """Can this be a rule? A pattern of two letters would fit everything."""
    patronen = _lees("", zin).rij
    return bool(patronen) and all(patronen) and any(len(patroon.rstrip("*")) > 2 for patroon in patronen)


@lru_cache(maxsize=4)
def _eigen(zinnen: tuple[tuple[str, str], ...]) -> tuple[Crisisregel, ...]:
    gekeurd = [(soort, zin) for soort, zin in zinnen if soort in SOORTEN and leesbaar(zin)]
    return tuple(_lees(soort, zin) for soort, zin in gekeurd)


@lru_cache(maxsize=4)
def _op_rij(zinnen: tuple[tuple[str, str], ...]) -> tuple[Crisisregel, ...]:
    """Acute danger goes before the others, the site's own among them."""
    return tuple(sorted(_meegeleverd() + _eigen(zinnen), key=lambda regel: SOORTEN.index(regel.soort)))


@lru_cache(maxsize=4)
def _per_begin(zinnen: tuple[tuple[str, str], ...]) -> dict[str, list[int]]:
    """Start of a word → places in the row of rules."""
    uit: dict[str, list[int]] = {}
    for plaats, regel in enumerate(_op_rij(zinnen)):
        uit.setdefault(regel.begin, []).append(plaats)
    return uit


def blok(taal: str) -> dict[str, str]:
    """The banner's words in this language; Dutch where we have none."""
    woorden_ = _blokken()
    return woorden_.get(taal, woorden_["nl"])


@lru_cache(maxsize=1)
def _blokken() -> dict[str, dict[str, str]]:
    return tomllib.loads((GEGEVENS / "crisisblok.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _meegeleverd() -> tuple[Crisisregel, ...]:
    gegevens = tomllib.loads((GEGEVENS / "crisis.toml").read_text("utf-8"))
    if set(gegevens) != set(SOORTEN):
        raise ValueError(f"crisis.toml holds {sorted(gegevens)}, not {SOORTEN}")
    return tuple(
        _lees(soort, zin, taal) for soort in SOORTEN for taal, zinnen in gegevens[soort].items() for zin in zinnen
    )


def _lees(soort: str, zin: str, taal: str = "nl") -> Crisisregel:
    """'wil + dood !gras': both words, in any order, without that one."""
    stukken = zin.replace("+", " ").split()
    niet = tuple(_patroon(stuk[1:]) for stuk in stukken if stuk.startswith("!"))
    rij = tuple(_patroon(stuk) for stuk in stukken if not stuk.startswith("!"))
    return Crisisregel(soort, rij, "+" in zin, taal, niet)


def _patroon(stuk: str) -> str:
    deel = "".join(_woorden(stuk.removesuffix("*")))
    return f"{deel}*" if stuk.endswith("*") else deel


def geraakt(tekst: str) -> Crisisregel | None:
    """The rule that calls for a banner. Acute danger goes before the others."""
    return _geraakt(tekst[:MAX_TEKST], aanvulling().crisis)


@lru_cache(maxsize=256)  # one search asks it for the banner and, a few times, for the language that was typed
def _geraakt(tekst: str, zinnen: tuple[tuple[str, str], ...]) -> Crisisregel | None:
    gelezen = _woorden(tekst)
    regels, per_begin = _op_rij(zinnen), _per_begin(zinnen)
    plaatsen = sorted({plaats for woord in gelezen for plaats in per_begin.get(woord[:BEGIN], ())})
    return next((regels[plaats] for plaats in plaatsen if regels[plaats].past(gelezen)), None)


def crisis(tekst: str) -> str:
    """'acuut', 'zelfdoding', 'geweld' or ''."""
    regel = geraakt(tekst)
    return regel.soort if regel else ""
