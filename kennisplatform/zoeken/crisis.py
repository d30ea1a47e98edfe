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
_WEG: Final = str.maketrans("", "", "'’ʼ")  # Ukrainian б'є is one word


@dataclass(frozen=True)
class Regel:
    soort: str
    rij: tuple[str, ...]  # patterns; a trailing * fits every word that begins so
    los: bool  # in any order, anywhere
    taal: str = "nl"

    def past(self, tekst: tuple[str, ...]) -> bool:
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
    patronen = _patronen(zin)
    return bool(patronen) and all(patronen) and any(len(patroon.rstrip("*")) > 2 for patroon in patronen)


@lru_cache(maxsize=4)
def _eigen(zinnen: tuple[tuple[str, str], ...]) -> tuple[Regel, ...]:
    gekeurd = [(soort, zin) for soort, zin in zinnen if soort in SOORTEN and leesbaar(zin)]
    return tuple(Regel(soort, _patronen(zin), "+" in zin) for soort, zin in gekeurd)


@lru_cache(maxsize=4)
def _op_rij(zinnen: tuple[tuple[str, str], ...]) -> tuple[Regel, ...]:
    """Acute danger goes before the others, the site's own among them."""
    return tuple(sorted(_meegeleverd() + _eigen(zinnen), key=lambda regel: SOORTEN.index(regel.soort)))


def blok(taal: str) -> dict[str, str]:
    """The banner's words in this language; Dutch where we have none."""
    woorden_ = _blokken()
    return woorden_.get(taal, woorden_["nl"])


@lru_cache(maxsize=1)
def _blokken() -> dict[str, dict[str, str]]:
    return tomllib.loads((GEGEVENS / "crisisblok.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _meegeleverd() -> tuple[Regel, ...]:
    gegevens = tomllib.loads((GEGEVENS / "crisis.toml").read_text("utf-8"))
    if set(gegevens) != set(SOORTEN):
        raise ValueError(f"crisis.toml holds {sorted(gegevens)}, not {SOORTEN}")
    return tuple(
        Regel(soort, _patronen(zin), "+" in zin, taal)
        for soort in SOORTEN
        for taal, zinnen in gegevens[soort].items()
        for zin in zinnen
    )


def _patronen(zin: str) -> tuple[str, ...]:
    uit: list[str] = []
    for stuk in zin.replace("+", " ").split():
        deel = "".join(_woorden(stuk.removesuffix("*")))
        uit.append(f"{deel}*" if stuk.endswith("*") else deel)
    return tuple(uit)


def geraakt(tekst: str) -> Regel | None:
    """The rule that calls for a banner. Acute danger goes before the others."""
    return _geraakt(tekst[:MAX_TEKST], aanvulling().crisis)


@lru_cache(maxsize=256)  # one search asks it for the banner and, a few times, for the language that was typed
def _geraakt(tekst: str, zinnen: tuple[tuple[str, str], ...]) -> Regel | None:
    gelezen = _woorden(tekst)
    return next((regel for regel in _op_rij(zinnen) if regel.past(gelezen)), None) if gelezen else None


def crisis(tekst: str) -> str:
    """'acuut', 'zelfdoding', 'geweld' or ''."""
    regel = geraakt(tekst)
    return regel.soort if regel else ""
