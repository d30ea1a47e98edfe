"""Completion while typing: words of the index that begin so, and titles that hold all the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ..taal.synoniemen import synoniemen
from ..taal.taalherkenning import door_letters
from ..taal.vertaalwoorden import begint_zo, vertaal
from ..taal.woorden import STIL, geschreven, stam, stopwoorden, vouw, woorden
from .fragment import schoon
from .knopen import AllOf, AnyOf, BestOf, Knoop, Term
from .lezer import BRON, Lezer, Plek, talen
from .spelling import verbeter
from .vraag import Zoeksuggestie

MAX_WOORDEN: Final = 3  # completed words; the rest of the list is titles
MAX_BEGIN: Final = 30
MIN_LETTERS: Final = 3
MAX_TEKST: Final = 200
_LAATSTE: Final = re.compile(r"[^\W_]+\W*$")
KIJK: Final = 4_000  # characters in which the written form of a word is looked for


@dataclass(frozen=True)
class _Getypt:
    """What stands in the box: the words that count, and the one that is being typed."""

    tekst: str
    eerder: tuple[str, ...]  # folded, without words that say nothing
    laatste: str
    af: bool  # the last one is a small word behind others: whole, and nothing to complete
    taal: str

    @property
    def begin(self) -> str:
        """The text up to the word that is being typed, as it was typed."""
        laatste = _LAATSTE.search(self.tekst)
        return self.tekst[: laatste.start()] if laatste else ""


def _lees(tekst: str, taal: str) -> _Getypt | None:
    alle = [deel for delen in woorden(tekst) for deel in delen]
    if not alle:
        return None
    *eerder, laatste = alle
    klein = stopwoorden() | STIL
    over = tuple(woord for woord in eerder if woord not in klein)
    return _Getypt(tekst, over, laatste, bool(eerder) and laatste in klein, taal)


def vul_aan(lezer: Lezer, tekst: str, taal: str, n: int) -> list[Zoeksuggestie]:
    """At most n: first titles that begin as the text, then words, then titles that hold it. When there are none, the
    same for what was probably meant."""
    tekst = tekst[:MAX_TEKST]
    getypt = _lees(tekst, taal)
    if getypt is None or n < 1:
        return []
    if gevonden := _vul_aan(lezer, getypt, n):
        return gevonden
    beter = _verbeterd(lezer, getypt)
    return _vul_aan(lezer, beter, n) if beter else []


def _vul_aan(lezer: Lezer, getypt: _Getypt, n: int) -> list[Zoeksuggestie]:
    eis = _eis(getypt.eerder, getypt.taal)
    titels = _verschillend(_vertaald(lezer, getypt.tekst, getypt.taal, n) + _titels(lezer, eis, getypt, n))
    eigen = begint_zo(getypt.tekst, door_letters(getypt.tekst) or getypt.taal)
    if getypt.begin.strip():
        # Behind other words only what somebody wrote as a whole: 'thuis uit het ziekenhuisbed' says nobody.
        zinnen = [*eigen, *synoniemen().met_begin(getypt.tekst, MAX_WOORDEN)]
    else:
        gevonden = [] if getypt.af else _woorden(lezer, eis, getypt)
        gevonden = gevonden[: max(0, max(MAX_WOORDEN, n - len(titels)) - len(eigen))]
        zinnen = [*eigen, *(_zoals_geschreven(lezer, w, eis, getypt.taal) for w in gevonden)]
    zo = vouw(getypt.tekst)
    # The shortest is the thing itself: 'Dementie' before 'Dementievriendelijke winkelstraat'.
    voorop = sorted((titel for titel in titels if vouw(titel.tekst).startswith(zo)), key=lambda t: len(t.tekst))
    return [*voorop, *map(Zoeksuggestie, zinnen[:n]), *(titel for titel in titels if titel not in voorop)][:n]


def _verbeterd(lezer: Lezer, getypt: _Getypt) -> _Getypt | None:
    """Slips mended, in the word that is being typed by its first letters."""
    if door_letters(getypt.tekst) or getypt.taal != BRON:
        return None
    beter = verbeter(getypt.eerder, lezer, synoniemen(), lezer.splitser, getypt.taal)
    laatste = next(iter(lezer.begint_bijna_zo(getypt.laatste, 1)), getypt.laatste)
    eerder = [beter.get(woord, woord) for woord in getypt.eerder]
    return _lees(" ".join((*eerder, laatste)), getypt.taal) if beter or laatste != getypt.laatste else None


def _eis(eerder: Sequence[str], taal: str) -> Knoop | None:
    """Every earlier word, in this language or in Dutch."""
    delen = [BestOf(tuple(Term("all_s", stam(woord, t)) for t in talen(taal))) for woord in eerder]
    return AllOf(tuple(delen)) if delen else None


def _titels(lezer: Lezer, eis: Knoop | None, getypt: _Getypt, n: int) -> list[Zoeksuggestie]:
    """Titles with a word that begins as the last one typed, or that hold it in another form."""
    if getypt.af:
        return _gelezen(lezer, lezer.besten(eis, getypt.taal, n)) if eis else []
    mogelijk = [Term("title_x", woord) for woord in lezer.titelwoorden(getypt.laatste, MAX_BEGIN)]
    mogelijk += [Term("title_s", stam(getypt.laatste, t)) for t in talen(getypt.taal)]
    return _gelezen(lezer, lezer.besten(_met(eis, BestOf(tuple(mogelijk))), getypt.taal, n))


def _vertaald(lezer: Lezer, tekst: str, taal: str, n: int) -> list[Zoeksuggestie]:
    """Dutch titles for a text in another language; those with more of its Dutch words first."""
    woorden = vertaal(tekst[:MAX_TEKST], taal)
    if not woorden:
        return []
    titels = AnyOf(tuple(Term("title_s", stam(woord)) for woord in woorden))
    return _gelezen(lezer, lezer.besten(titels, taal, n))


def _gelezen(lezer: Lezer, plekken: Sequence[Plek]) -> list[Zoeksuggestie]:
    bewaard = [(schoon(b.titel), b) for b in lezer.lees(plekken)]
    return _verschillend(Zoeksuggestie(titel, b.soort, b.sleutel) for titel, b in bewaard)


def _verschillend(titels: Iterable[Zoeksuggestie]) -> list[Zoeksuggestie]:
    uit: dict[str, Zoeksuggestie] = {}
    for titel in titels:
        uit.setdefault(titel.tekst, titel)
    return list(uit.values())


def _met(eis: Knoop | None, knoop: Knoop) -> Knoop:
    return AllOf((eis, knoop)) if eis else knoop


def _woorden(lezer: Lezer, eis: Knoop | None, getypt: _Getypt) -> list[str]:
    """Completions of the last word that, with the earlier ones, find something. Those that stand in the list of
    synonyms first: that are words of this field, the commonest of the others may be the name of a source."""
    gevonden = lezer.begint_zo(getypt.laatste, eis, getypt.taal, MAX_BEGIN)
    goed = [w for w in gevonden if len(w) >= MIN_LETTERS and w not in stopwoorden() and w not in getypt.eerder]
    return sorted(goed, key=lambda woord: woord not in synoniemen().woorden)


def _zoals_geschreven(lezer: Lezer, woord: str, eis: Knoop | None, taal: str) -> str:
    """The index holds folded words; people want to read 'coördinator'. A document is asked only where no dictionary
    can say it: every question takes a cluster some milliseconds."""
    delen = lezer.splitser.splits(woord)
    if vorm := geschreven(woord) or (woord if delen and all(geschreven(deel) == deel for deel in delen) else ""):
        return vorm
    for bewaard in lezer.lees(lezer.besten(_met(eis, Term("all_x", woord)), taal, 1)):
        for tekst in (bewaard.titel, bewaard.samenvatting, bewaard.tekst):
            for stuk in tekst[:KIJK].lower().split():
                kaal = stuk.strip(".,;:!?()[]\"'‘’“”…")
                if vouw(kaal) == woord:
                    return kaal
    return woord
