"""Completion while typing: words of the index that begin so, and titles that hold all the words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from .fragment import schoon
from .lezer import Lezer, Plek, talen
from .plan import AllOf, AnyOf, BestOf, Knoop, Term
from .vertaalwoorden import vertaal
from .vraag import Suggestie
from .woorden import stam, stopwoorden, vouw, woorden

MAX_WOORDEN: Final = 3  # completed words; the rest of the list is titles
MAX_BEGIN: Final = 30
MIN_LETTERS: Final = 3
MAX_TEKST: Final = 200
KIJK: Final = 4_000  # characters in which the written form of a word is looked for


def vul_aan(lezer: Lezer, tekst: str, taal: str, n: int) -> list[Suggestie]:
    alle = [deel for delen in woorden(tekst[:MAX_TEKST]) for deel in delen]
    if not alle or n < 1:
        return []
    *eerder, laatste = alle
    eerder = [woord for woord in eerder if woord not in stopwoorden()]
    eis = _eis(eerder, taal)
    titels = _verschillend(_vertaald(lezer, tekst, taal, n) + _titels(lezer, eis, laatste, taal, n))
    gevonden = _woorden(lezer, eis, eerder, laatste, taal)[: max(MAX_WOORDEN, n - len(titels))]
    zinnen = [" ".join((*eerder, _zoals_geschreven(lezer, w, eis, taal))) for w in gevonden]
    return [*map(Suggestie, zinnen), *titels][:n]


def _eis(eerder: list[str], taal: str) -> Knoop | None:
    """Every earlier word, in this language or in Dutch."""
    delen = [BestOf(tuple(Term("all_s", stam(woord, t)) for t in talen(taal))) for woord in eerder]
    return AllOf(tuple(delen)) if delen else None


def _titels(lezer: Lezer, eis: Knoop | None, laatste: str, taal: str, n: int) -> list[Suggestie]:
    """Titles with a word that begins as the last one typed, or that hold it in another form."""
    mogelijk = [Term("title_x", woord) for woord in lezer.titelwoorden(laatste, MAX_BEGIN)]
    mogelijk += [Term("title_s", stam(laatste, t)) for t in talen(taal)]
    return _gelezen(lezer, lezer.besten(_met(eis, BestOf(tuple(mogelijk))), taal, n))


def _vertaald(lezer: Lezer, tekst: str, taal: str, n: int) -> list[Suggestie]:
    """Dutch titles for a text in another language; those with more of its Dutch words first."""
    woorden = vertaal(tekst[:MAX_TEKST], taal)
    if not woorden:
        return []
    titels = AnyOf(tuple(Term("title_s", stam(woord)) for woord in woorden))
    return _gelezen(lezer, lezer.besten(titels, taal, n))


def _gelezen(lezer: Lezer, plekken: Sequence[Plek]) -> list[Suggestie]:
    bewaard = [(schoon(b.titel), b) for b in lezer.lees(plekken)]
    return _verschillend(Suggestie(titel, b.soort, b.sleutel) for titel, b in bewaard)


def _verschillend(titels: Iterable[Suggestie]) -> list[Suggestie]:
    uit: dict[str, Suggestie] = {}
    for titel in titels:
        uit.setdefault(titel.tekst, titel)
    return list(uit.values())


def _met(eis: Knoop | None, knoop: Knoop) -> Knoop:
    return AllOf((eis, knoop)) if eis else knoop


def _woorden(lezer: Lezer, eis: Knoop | None, eerder: list[str], laatste: str, taal: str) -> list[str]:
    """Completions of the last word that, with the earlier ones, find something."""
    gevonden = lezer.begint_zo(laatste, eis, taal, MAX_BEGIN)
    return [w for w in gevonden if len(w) >= MIN_LETTERS and w not in stopwoorden() and w not in eerder]


def _zoals_geschreven(lezer: Lezer, woord: str, eis: Knoop | None, taal: str) -> str:
    """The index holds folded words; people want to read 'coördinator'."""
    for bewaard in lezer.lees(lezer.besten(_met(eis, Term("all_x", woord)), taal, 1)):
        for tekst in (bewaard.titel, bewaard.samenvatting, bewaard.tekst):
            for stuk in tekst[:KIJK].lower().split():
                kaal = stuk.strip(".,;:!?()[]\"'‘’“”…")
                if vouw(kaal) == woord:
                    return kaal
    return woord
