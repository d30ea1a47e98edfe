"""The patterns of the crisis rules: rows of words, groups of them, in order or not. Knows no danger and no language.

ademt niet          these words in a row
<ik> wil/wou dood   <ik>: one of the group of that name; wil/wou: one of these words
gas|heet water      one of these rows of words
zelfmoord*          a word that begins so; *moord: that ends so; *自杀*: that holds it
pijn + borst        both, in any order, with few words between
geen .. lucht       in this order, with few words between
stikt !lachen       not when that word is there too
^ help $            the text begins and ends here: nothing else was typed
boek over >         these words and all that follows
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from .woorden import woorden

BEGIN, EIND = "^", "$"
VERDER: Final = ">"
RUIMTE: Final = 4  # words that may stand between two parts
WIJD: Final = 12  # between those of a frame
_ELISIE: Final = re.compile(
    r"\b([jmtsldnc]|qu)['’](?=[a-zà-ÿ]{2}|a\b|y\b)", re.IGNORECASE
)  # m'a, j'ai; not the Dutch m'n
_SCHRIJF: Final = str.maketrans({
    **dict.fromkeys("'’ʼ`´‘", ""),  # Ukrainian б'є is one word, and so is can't
    "\u200c": " ",  # Persian writes it where others type a space
    "ی": "ي", "ک": "ك", "ٱ": "ا",
})  # fmt: skip  # a table

_UMLAUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})  # who has no such key types schlaegt

Rij = tuple[str, ...]  # word patterns
Deel = tuple[tuple[frozenset[str], ...], ...]  # the rows of a part; each word of a row is one of some patterns
Ingang = dict[str, list[tuple[frozenset[str], ...]]]  # word pattern → the rows that are looked up by it
Plaatsen = Mapping[str, Sequence[int]]  # word pattern → where it stands in a text


class PatroonFout(ValueError):
    """A pattern that can not be read."""


def gelezen(tekst: str) -> tuple[str, ...]:
    """Folded words, hyphenated ones joined: 'zelf-moord' must not slip through."""
    return tuple("".join(delen) for delen in woorden(_ELISIE.sub(r"\1 ", tekst).translate(_SCHRIJF)))


def met_grenzen(tekst: str) -> tuple[str, ...]:
    return BEGIN, *gelezen(tekst), EIND


@dataclass(frozen=True)
class Patroon:
    delen: tuple[Deel, ...]
    vrij: bool = True  # in any order
    niet: frozenset[str] = frozenset()
    verder: bool = False  # all that follows belongs to it
    ruimte: int = RUIMTE

    @cached_property
    def anker(self) -> frozenset[str]:
        """Word patterns of which every text that fits has one: those of the part that says most."""
        return min((frozenset().union(*(_zeldzaamst(rij) for rij in deel)) for deel in self.delen), key=len)

    @property
    def woordpatronen(self) -> frozenset[str]:
        return self.niet.union(*(patronen for deel in self.delen for rij in deel for patronen in rij))

    @cached_property
    def _ingangen(self) -> tuple[Ingang, ...]:
        """Of each part its rows, by the words that say most: a text has few words, a part may have hundreds of rows."""
        uit: list[Ingang] = []
        for deel in self.delen:
            op_woord: Ingang = {}
            for rij in deel:
                for patroon in _zeldzaamst(rij):
                    op_woord.setdefault(patroon, []).append(rij)
            uit.append(op_woord)
        return tuple(uit)

    def past(self, waar: Plaatsen) -> bool:
        return bool(self.plaats(waar))

    def plaats(self, waar: Plaatsen) -> list[tuple[int, int]]:
        """(from, to) of each part where the text fits; none where it does not."""
        if any(patroon in waar for patroon in self.niet):
            return []
        if any(waar.keys().isdisjoint(ingang) for ingang in self._ingangen):
            return []
        vondsten = [sorted({*_plekken(ingang, waar)}) for ingang in self._ingangen]
        return _sluit_aan(vondsten, self.ruimte, vrij=self.vrij) if all(vondsten) else []


def _zeldzaamst(rij: tuple[frozenset[str], ...]) -> frozenset[str]:
    """The place in a row where fewest words fit, of equals the longest: 'me' and 'niet' stand everywhere."""
    plekken = [patronen for patronen in rij if patronen.isdisjoint((BEGIN, EIND))]
    return min(plekken, key=lambda patronen: (len(patronen), -min(map(len, patronen))))


def _plekken(ingang: Ingang, waar: Plaatsen) -> Iterator[tuple[int, int]]:
    """(from, to) of every row of a part that stands in the text."""
    for patroon in waar.keys() & ingang.keys():
        for rij in ingang[patroon]:
            plaatsen = [{plek for p in waar.keys() & patronen for plek in waar[p]} for patronen in rij]
            for begin in plaatsen[0]:
                if all(begin + i in anders for i, anders in enumerate(plaatsen)):
                    yield begin, begin + len(rij)


def _sluit_aan(vondsten: Sequence[Sequence[tuple[int, int]]], ruimte: int, *, vrij: bool) -> list[tuple[int, int]]:
    """One place of each part, near the last one and not on top of it; none when there are no such places."""

    def verder(over: Sequence[int], begin: int, eind: int, bij: list[tuple[int, int]]) -> list[tuple[int, int]]:
        if not over:
            return bij
        for i in over if vrij else over[:1]:
            for van, tot in vondsten[i]:
                na, voor = eind <= van <= eind + ruimte, vrij and tot <= begin <= tot + ruimte
                if na or voor:
                    nog = [j for j in over if j != i]
                    if gevonden := verder(nog, min(begin, van), max(eind, tot), [*bij, (van, tot)]):
                        return gevonden
        return []

    eerste, *rest = range(len(vondsten))
    return next((g for van, tot in vondsten[eerste] if (g := verder(rest, van, tot, [(van, tot)]))), [])


# --- reading


def lees_groepen(groepen: Mapping[str, Iterable[str]]) -> dict[str, Deel]:
    """Groups may hold groups that stand before them."""
    uit: dict[str, Deel] = {}
    for naam, regels in groepen.items():
        uit[naam] = tuple(rij for regel in regels for rij in _deel(regel, uit))
    return uit


def lees(zin: str, groepen: Mapping[str, Deel] | None = None, ruimte: int = RUIMTE) -> Patroon:
    stukken = zin.split()
    verder = stukken[-1:] == [VERDER]
    stukken = stukken[:-1] if verder else stukken
    niet = frozenset(_woord(stuk[1:]) for stuk in stukken if stuk.startswith("!"))
    wel = " ".join(stuk for stuk in stukken if not stuk.startswith("!"))
    vrij = " .. " not in wel
    if not vrij and " + " in wel:
        raise PatroonFout(f"‘{zin}’: + of .. , niet allebei")
    delen = tuple(_deel(deel, groepen or {}) for deel in wel.split(" + " if vrij else " .. "))
    if not all(deel and all(rij and all(map(all, rij)) for rij in deel) for deel in delen):
        raise PatroonFout(f"‘{zin}’ heeft een leeg deel")
    return Patroon(delen, vrij, niet, verder, ruimte)


def _deel(tekst: str, groepen: Mapping[str, Deel]) -> Deel:
    return voeg_samen(rij for keus in tekst.split("|") for rij in _rijen(keus, groepen))


def voeg_samen(alle: Iterable[tuple[frozenset[str], ...]]) -> Deel:
    """Rows as one part. Single words are put together in one row: a group may hold a hundred."""
    rijen = list(dict.fromkeys(alle))
    los = frozenset().union(*(rij[0] for rij in rijen if len(rij) == 1))
    return (*([(los,)] if los else []), *(rij for rij in rijen if len(rij) != 1))


def _rijen(tekst: str, groepen: Mapping[str, Deel]) -> Deel:
    """Rows of places; what fits one place is put together, a group of phrases makes as many rows as it has lengths."""
    rijen: list[tuple[frozenset[str], ...]] = [()]
    for stuk in tekst.split():
        keuzen = [rij for keus in stuk.split("/") for rij in _keus(keus, groepen)]
        los = frozenset().union(*(rij[0] for rij in keuzen if len(rij) == 1))
        erbij = [*([(los,)] if los else []), *(rij for rij in keuzen if len(rij) > 1)]
        rijen = [(*rij, *nieuw) for rij in rijen for nieuw in erbij]
    return tuple(rijen)


def _keus(keus: str, groepen: Mapping[str, Deel]) -> Deel:
    if not keus.startswith("<"):
        return ((frozenset((_woord(keus), _woord(keus.translate(_UMLAUT)))),),)
    if keus[1:-1] not in groepen:
        raise PatroonFout(f"er is geen groep {keus}")
    return groepen[keus[1:-1]]


@lru_cache(maxsize=20_000)
def _woord(stuk: str) -> str:
    """One pattern, folded as texts are; '' when nothing is left of it."""
    if stuk in {BEGIN, EIND}:
        return stuk
    kaal = "".join(gelezen(stuk.strip("*")))
    return f"{'*' * stuk.startswith('*')}{kaal}{'*' * stuk.endswith('*')}" if kaal else ""
