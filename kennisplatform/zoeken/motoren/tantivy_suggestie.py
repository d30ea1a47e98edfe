"""Completion while typing: words of the index that begin so, and titles that hold all the words."""

from __future__ import annotations

from typing import Final

from tantivy import Occur, Query

from ..fragment import schoon
from ..motor import Suggestie
from ..woorden import stam, stopwoorden, vouw, woorden
from .tantivy_boom import zichtbaar
from .tantivy_lezer import Lezer

MAX_WOORDEN: Final = 3  # completed words; the rest of the list is titles
MAX_BEGIN: Final = 30
MIN_LETTERS: Final = 3


def suggereer(lezer: Lezer, tekst: str, taal: str, n: int) -> list[Suggestie]:
    alle = [deel for delen in woorden(tekst[:200]) for deel in delen]
    if not alle or n < 1:
        return []
    *eerder, laatste = alle
    eerder = [woord for woord in eerder if woord not in stopwoorden()]
    vast = _vast(lezer, eerder, taal)
    titels = _titels(lezer, vast, laatste, taal, n)
    gevonden = _woorden(lezer, vast, eerder, laatste, n)
    rest = max(MAX_WOORDEN, n - len(titels))
    return (gevonden[:rest] + titels)[:n]


def _vast(lezer: Lezer, eerder: list[str], taal: str) -> list[tuple[Occur, Query]]:
    """Visible to this reader, with every earlier word."""
    schema = lezer.bouw.schema
    talen = dict.fromkeys((taal, "nl"))
    delen = zichtbaar(schema, talen, [])
    for woord in eerder:
        stammen = [Query.term_query(schema, "all_s", stam(woord, t), "freq") for t in talen]
        delen.append((Occur.Must, Query.disjunction_max_query(stammen)))
    return delen


def _titels(lezer: Lezer, vast: list[tuple[Occur, Query]], laatste: str, taal: str, n: int) -> list[Suggestie]:
    """Titles with a word that begins as the last one typed."""
    schema = lezer.bouw.schema
    begin = [w for w, _ in lezer.searcher.terms_with_prefix("title_x", laatste, None, MAX_BEGIN)]
    mogelijk = [Query.term_query(schema, "title_x", woord, "freq") for woord in begin]
    # A finished word may stand in the title in another form.
    mogelijk.append(Query.term_query(schema, "title_s", stam(laatste, taal), "freq"))
    query = Query.boolean_query([*vast, (Occur.Must, Query.disjunction_max_query(mogelijk))])
    uit = {}
    for _, adres in lezer.searcher.search(query, n, count=False).hits:
        document = lezer.searcher.doc(adres)
        titel = schoon(bytes(document.get_first("titel")).decode())
        uit.setdefault(titel, Suggestie(titel, document.get_first("soort"), document.get_first("sleutel")))
    return list(uit.values())


def _woorden(lezer: Lezer, vast: list[tuple[Occur, Query]], eerder: list[str], laatste: str, n: int) -> list[Suggestie]:
    """Completions of the last word that, with the earlier ones, find something."""
    filter_query = Query.boolean_query(vast)
    gevonden = lezer.searcher.terms_with_prefix("all_x", laatste, filter_query, MAX_BEGIN)
    goed = [w for w, _ in gevonden if len(w) >= MIN_LETTERS and w not in stopwoorden() and w not in eerder]
    return [Suggestie(" ".join((*eerder, _zoals_geschreven(lezer, w, filter_query)))) for w in goed[:n]]


def _zoals_geschreven(lezer: Lezer, woord: str, filter_query: Query) -> str:
    """The index holds folded words; people want to read 'coördinator'."""
    term = Query.term_query(lezer.bouw.schema, "all_x", woord, "freq")
    for _, adres in lezer.searcher.search(
        Query.boolean_query([(Occur.Must, term), (Occur.Must, filter_query)]), 1, count=False
    ).hits:
        document = lezer.searcher.doc(adres)
        for veld in ("titel", "samenvatting", "tekst"):
            for stuk in bytes(document.get_first(veld)).decode()[:4000].lower().split():
                kaal = stuk.strip(".,;:!?()[]\"'‘’“”…")
                if vouw(kaal) == woord:
                    return kaal
    return woord
