"""Synonyms: Solr notation → stems of a phrase to the phrases it also stands for. Applied at query time."""

from __future__ import annotations

import contextlib
import logging
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .aanvulling import aanvulling
from .woorden import GEGEVENS, stam, stopwoorden, vouw, woorden

logger = logging.getLogger(__name__)

BESTAND: Final = GEGEVENS / "synoniemen.txt"
MAX_WOORDEN: Final = 4

Stammen = tuple[str, ...]


class SynoniemFout(ValueError):
    """One or more lines are wrong: `fouten` holds 'line: what' texts."""

    def __init__(self, fouten: list[str]) -> None:
        super().__init__("; ".join(fouten))
        self.fouten = fouten


@dataclass(frozen=True)
class Synoniemregel:
    nummer: int
    links: tuple[str, ...]
    rechts: tuple[str, ...]  # empty: all of `links` are alike


@dataclass(frozen=True)
class Synoniemen:
    """`uitbreiding`: stems → phrases, each a tuple of folded words. `woorden`: every word that occurs. `zinsneden`: the
    terms of several words as they are written, by their folded form and in its order."""

    uitbreiding: Mapping[Stammen, tuple[tuple[str, ...], ...]]
    woorden: frozenset[str]
    zinsneden: tuple[tuple[str, str], ...] = ()

    def met_begin(self, tekst: str, n: int) -> list[str]:
        """Terms of several words that begin as this text."""
        begin = " ".join(vouw(tekst).split())
        plek = bisect_left(self.zinsneden, (begin,))
        gevonden = self.zinsneden[plek : plek + n]
        return [geschreven for gevouwen, geschreven in gevonden if gevouwen.startswith(begin)]

    def zoek(self, stammen: Stammen) -> tuple[tuple[str, ...], ...]:
        return self.uitbreiding.get(tuple(sorted(stammen)), ())


@lru_cache(maxsize=20_000)  # the shipped terms are asked for again at every check of an own one
def termwoorden(term: str) -> tuple[str, ...]:
    """The words of a term that count; all of them if it has only stop words."""
    alle = tuple("".join(delen) for delen in woorden(term))
    return tuple(w for w in alle if w not in stopwoorden()) or alle


@lru_cache(maxsize=20_000)
def termstammen(term: str) -> Stammen:
    """Stems in alphabetical order: 'alleen voelen' is also 'voel me alleen'."""
    return tuple(sorted(stam(woord) for woord in termwoorden(term)))


def lees(tekst: str, eigen_vanaf: int = 0) -> Synoniemen:
    """Parse a synonym file; raises SynoniemFout with every wrong line.

    `eigen_vanaf`: from this line on they are a site's own. Those before are sound by themselves, so what goes wrong
    is said of the own line; and an own line may say more than a shipped one.
    """
    fouten: list[str] = []
    regels = list(_regels(tekst, fouten))
    fouten += _dubbel(regels) + _tegenspraken(regels)
    if fouten := [fout for fout in fouten if int(fout.partition(":")[0]) >= eigen_vanaf]:
        raise SynoniemFout(fouten)
    return _maak(regels)


def _regels(tekst: str, fouten: list[str]) -> Iterator[Synoniemregel]:
    for nummer, ruw in enumerate(tekst.splitlines(), start=1):
        regel = ruw.strip()
        if not regel or regel.startswith("#"):
            continue
        links, *rechts = (tuple(term.strip() for term in kant.split(",")) for kant in regel.split("=>"))
        uitkomst = Synoniemregel(nummer, links, rechts[0] if rechts else ())
        if fout := _vormfout(uitkomst, len(rechts)):
            fouten.append(f"{nummer}: {fout}")
        else:
            yield uitkomst


def _vormfout(regel: Synoniemregel, pijlen: int) -> str:
    termen = regel.links + regel.rechts
    gevouwen = [" ".join(vouw(term).split()) for term in termen]
    if pijlen > 1:
        return "meer dan één =>"
    if not all(termwoorden(term) for term in termen) or (pijlen and not regel.rechts):
        return "een lege term"
    if not pijlen and len(termen) < 2:
        return "een synoniem heeft ten minste twee termen"
    return _termfout(gevouwen)


def _termfout(gevouwen: list[str]) -> str:
    for term in gevouwen:
        if len(termwoorden(term)) > MAX_WOORDEN:
            return f"‘{term}’ heeft meer dan {MAX_WOORDEN} woorden"
        if set(termwoorden(term)) <= stopwoorden():
            return f"‘{term}’ zegt te weinig: daar zoeken wij niet op"
        if gevouwen.count(term) > 1:
            return f"‘{term}’ staat er twee keer"
    return ""


def _dubbel(regels: list[Synoniemregel]) -> list[str]:
    """Groups that say nothing new: the same terms as another, or some of them."""
    fouten: list[str] = []
    eerder: list[tuple[int, frozenset[Stammen]]] = []
    for regel in (r for r in regels if not r.rechts):
        nieuw = frozenset(map(termstammen, regel.links))
        for nummer, oud in eerder:
            if nieuw <= oud:
                fouten.append(f"{regel.nummer}: deze groep staat al op regel {nummer}")
            elif oud < nieuw:
                fouten.append(f"{nummer}: deze groep staat al, met meer termen, op regel {regel.nummer}")
        eerder.append((regel.nummer, nieuw))
    return fouten


def _tegenspraken(regels: list[Synoniemregel]) -> list[str]:
    """Arrows that contradict a group, repeat another arrow, or run in a circle."""
    fouten: list[str] = []
    groepen: dict[Stammen, dict[Stammen, int]] = defaultdict(dict)
    for regel in (r for r in regels if not r.rechts):
        for links in map(termstammen, regel.links):
            groepen[links] |= dict.fromkeys(map(termstammen, regel.links), regel.nummer)
    pijlen: dict[Stammen, dict[Stammen, int]] = defaultdict(dict)
    for regel in (r for r in regels if r.rechts):
        for van in map(termstammen, regel.links):
            for term in regel.rechts:
                naar = termstammen(term)
                if groep := groepen.get(van, {}).get(naar):
                    fouten.append(f"{regel.nummer}: spreekt regel {groep} tegen (daar geldt het beide kanten op)")
                elif naar in pijlen[van]:
                    fouten.append(f"{regel.nummer}: ‘{term}’ volgt al uit regel {pijlen[van][naar]}")
                pijlen[van][naar] = regel.nummer
    return fouten + _kringen(pijlen)


def _kringen(pijlen: Mapping[Stammen, Mapping[Stammen, int]]) -> list[str]:
    fouten: list[str] = []
    for begin, naar in pijlen.items():
        gezien: set[Stammen] = set()
        rij = list(naar)
        while rij:
            nu = rij.pop()
            if nu not in gezien:
                gezien.add(nu)
                rij.extend(pijlen.get(nu, ()))
        if begin in gezien:
            fouten.append(f"{min(naar.values())}: ‘{' '.join(begin)}’ loopt in een kring; maak er één groep van")
    return fouten


def _maak(regels: list[Synoniemregel]) -> Synoniemen:
    uit: dict[Stammen, dict[tuple[str, ...], None]] = defaultdict(dict)
    alle: set[str] = set()
    for regel in regels:
        alle.update(woord for term in regel.links + regel.rechts for woord in termwoorden(term))
        naar = [(termstammen(term), termwoorden(term)) for term in regel.rechts or regel.links]
        for van in map(termstammen, regel.links):
            uit[van].update((woorden_, None) for stammen, woorden_ in naar if stammen != van)
    zinnen = {" ".join(vouw(t).split()): t for r in regels for t in r.links + r.rechts if " " in t.strip()}
    return Synoniemen({k: tuple(v) for k, v in uit.items()}, frozenset(alle), tuple(sorted(zinnen.items())))


@lru_cache(maxsize=1)
def _meegeleverd() -> str:
    return BESTAND.read_text("utf-8")


def _aantal_regels() -> int:
    return len(_meegeleverd().split("\n"))


@lru_cache(maxsize=4)
def _samen(eigen: str) -> Synoniemen:
    try:
        return lees(f"{_meegeleverd()}\n{eigen}", _aantal_regels() + 1)
    except SynoniemFout as fout:
        logger.error("own synonyms left out: %s", fout)
        return _zonder(eigen, fout)


def _zonder(eigen: str, fout: SynoniemFout) -> Synoniemen:
    """The own lines that are sound: a newer shipped file may say one of them too, the others must stay."""
    al = _aantal_regels()
    fout_op = {int(tekst.split(":")[0]) - al for tekst in fout.fouten}
    goed = "\n".join(regel for nummer, regel in enumerate(eigen.splitlines(), start=1) if nummer not in fout_op)
    try:
        return lees(f"{_meegeleverd()}\n{goed}", al + 1)
    except SynoniemFout:
        return lees(_meegeleverd())


_alleen: ContextVar[Synoniemen | None] = ContextVar("synoniemen", default=None)


@contextlib.contextmanager
def tijdelijk(tekst: str | None) -> Iterator[None]:
    """Within this block only the synonyms of `tekst` hold (None: as always). Raises SynoniemFout."""
    merk = _alleen.set(None if tekst is None else lees(tekst))
    try:
        yield
    finally:
        _alleen.reset(merk)


def synoniemen() -> Synoniemen:
    """The shipped file with the site's own lines. Own lines that are wrong are left out: search goes on."""
    alleen = _alleen.get()
    return alleen if alleen is not None else _samen(aanvulling().synoniemen)
