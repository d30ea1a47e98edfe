"""From a resident's own language to the Dutch words that the same thing is found under: most content is Dutch."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from .woorden import GEGEVENS, stam, stopwoorden, woorden

BESTAND: Final = GEGEVENS / "vertaalwoorden.toml"
TALEN: Final = ("en", "tr", "ar", "pl", "uk")
MAX_WOORDEN: Final = 4  # Dutch words for one text: more is another question
MAX_TEKST: Final = 24  # words of a text that are looked at, as in plan.py
MIN_TYPEN: Final = 2  # letters before terms are proposed
MIN_BEGIN: Final = 4  # letters before a *


class VertaalFout(ValueError):
    """The file is wrong; says the language and the term."""


@dataclass(frozen=True)
class Vertaalterm:
    tekst: str  # as written, for people
    rij: tuple[str, ...]  # folded words; a trailing * fits every word that begins so
    stammen: tuple[str, ...]
    nederlands: tuple[str, ...]


@dataclass(frozen=True)
class Vertaling:
    """What the text of a reader of another language stands for."""

    woorden: tuple[str, ...] = ()
    bron: frozenset[str] = frozenset()  # folded words of the text that were translated: no slips


GEEN: Final = Vertaling()


class Termenlijst:
    """The terms of one language, by every sign that the first word of a term can be known from."""

    def __init__(self, taal: str, termen: Sequence[Vertaalterm]) -> None:
        self.taal = taal
        self.termen = tuple(termen)
        self.langste = max((len(term.rij) for term in termen), default=0)
        self._op: dict[str, list[Vertaalterm]] = defaultdict(list)
        for term in termen:
            # A stem has a = before it: the stem of one word may be another word.
            for sleutel in (term.rij[0], f"={term.stammen[0]}"):
                self._op[sleutel].append(term)

    def lees(self, tekst: str) -> Vertaling:
        """The longest phrases first, wherever they stand; a word serves one phrase."""
        alle = _woorden(tekst)[:MAX_TEKST]
        vrij = set(range(len(alle)))
        uit: dict[str, None] = {}
        bron: set[str] = set()
        for lengte in range(min(self.langste, len(alle)), 0, -1):
            for i in range(len(alle) - lengte + 1):
                if not vrij.issuperset(range(i, i + lengte)):
                    continue
                if term := self._beste(alle[i : i + lengte]):
                    nieuw = dict.fromkeys((*uit, *term.nederlands))
                    vrij.difference_update(range(i, i + lengte))
                    bron.update(alle[i : i + lengte])
                    # Whole terms only: half a phrase means something else.
                    uit = nieuw if len(nieuw) <= MAX_WOORDEN else uit
        return Vertaling(tuple(uit), frozenset(bron))

    def _beste(self, rij: tuple[str, ...]) -> Vertaalterm | None:
        """As written before by its stem, by its stem before by its beginning."""
        begin = rij[0]
        sleutels = [begin, f"={stam(begin, self.taal)}"]
        sleutels += [f"{begin[:n]}*" for n in range(len(begin), MIN_BEGIN - 1, -1)]
        termen = [t for sleutel in sleutels for t in self._op.get(sleutel, ()) if len(t.rij) == len(rij)]
        if not termen:
            return None
        stammen = tuple(stam(woord, self.taal) for woord in rij)
        for past in (
            lambda term: term.rij == rij,
            lambda term: term.stammen == stammen,
            lambda term: all(map(_gelijk, term.rij, rij)),
        ):
            if gevonden := next(filter(past, termen), None):
                return gevonden
        return None


def _gelijk(patroon: str, woord: str) -> bool:
    return woord.startswith(patroon[:-1]) if patroon.endswith("*") else woord == patroon


def _woorden(tekst: str) -> tuple[str, ...]:
    return tuple(deel for delen in woorden(tekst) for deel in delen)


def lees(tekst: str) -> dict[str, Termenlijst]:
    """Parse and check a file; raises VertaalFout at the first thing that is wrong."""
    try:
        gegevens = tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as fout:
        raise VertaalFout(f"geen goede TOML: {fout}") from fout
    if vreemd := sorted(set(gegevens) - set(TALEN)):
        raise VertaalFout(f"onbekende taal: {', '.join(vreemd)}")
    return {taal: Termenlijst(taal, tuple(_termen(taal, gegevens.get(taal, {})))) for taal in TALEN}


def _termen(taal: str, groepen: Mapping[str, Any]) -> Iterator[Vertaalterm]:
    gezien: dict[tuple[str, ...], str] = {}
    for nederlands, termen in groepen.items():
        naar = _nederlands(taal, nederlands)
        if not isinstance(termen, list) or not all(isinstance(term, str) for term in termen):
            raise VertaalFout(f"{taal}: ‘{nederlands}’ heeft geen rij van woorden")
        for term in termen:
            rij = _rij(taal, term)
            if rij in gezien:
                raise VertaalFout(f"{taal}: ‘{term}’ staat er twee keer, bij ‘{gezien[rij]}’ en bij ‘{nederlands}’")
            gezien[rij] = nederlands
            yield Vertaalterm(term.rstrip("*"), rij, tuple(w if w.endswith("*") else stam(w, taal) for w in rij), naar)


def _nederlands(taal: str, tekst: str) -> tuple[str, ...]:
    """The words to search with. A stop word among them would never be looked for."""
    uit = _woorden(tekst)
    if not uit or stopwoorden().intersection(uit):
        raise VertaalFout(f"{taal}: met ‘{tekst}’ valt niet te zoeken")
    if len(uit) > MAX_WOORDEN:
        raise VertaalFout(f"{taal}: ‘{tekst}’ heeft meer dan {MAX_WOORDEN} woorden")
    return uit


def _rij(taal: str, term: str) -> tuple[str, ...]:
    *eerder, laatste = _woorden(term) or ("",)
    if not laatste:
        raise VertaalFout(f"{taal}: een lege term (‘{term}’)")
    if "*" not in term:
        return (*eerder, laatste)
    if not term.endswith("*") or term.count("*") > 1 or len(laatste) < MIN_BEGIN:
        raise VertaalFout(f"{taal}: ‘{term}’: een * staat achteraan, na ten minste {MIN_BEGIN} letters")
    return (*eerder, f"{laatste}*")


@lru_cache(maxsize=1)
def _meegeleverd() -> dict[str, Termenlijst]:
    return lees(BESTAND.read_text("utf-8"))


def vertaling(tekst: str, taal: str) -> Vertaling:
    """GEEN for a language without a list, Dutch among them."""
    return _meegeleverd()[taal].lees(tekst) if taal in TALEN else GEEN


def vertaal(tekst: str, taal: str) -> tuple[str, ...]:
    """The Dutch words that the text stands for, those of the longest phrase first; () when it has none."""
    return vertaling(tekst, taal).woorden


def begint_zo(tekst: str, taal: str, n: int = 3) -> list[str]:
    """Terms of a reader's own language that begin as the text: what can be asked here in it. Shortest first."""
    begin = " ".join(_woorden(tekst))
    if taal not in TALEN or len(begin) < MIN_TYPEN:
        return []
    gevonden = [t.tekst for t in _meegeleverd()[taal].termen if " ".join(t.rij).startswith(begin)]
    return sorted(gevonden, key=lambda term: (len(term), term))[:n]
