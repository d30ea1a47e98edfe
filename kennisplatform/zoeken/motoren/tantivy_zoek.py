"""A Vraag to an Antwoord on one reader."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import tantivy
from tantivy import Occur, Order, Query

from ..fragment import Herkenner, maak_fragment, markeer, schoon
from ..plan import DREMPEL, Knoop, Plan, plan
from ..synoniemen import synoniemen
from ..telling import SOORT, filters, maak_facetten, tel
from ..vraag import Antwoord, Treffer, Vraag
from .tantivy_boom import filterdelen, naar_query, veldnaam, verlopen_nu, zichtbaar
from .tantivy_lezer import Lezer
from .tantivy_schema import TITELGETALLEN

VOLGORDE: Final = {
    "titel": ("titel_op_rij", Order.Asc),
    "nieuw": ("nieuw", Order.Desc),
    "sterkte": ("sterkte", Order.Desc),
}
STAPPEN: Final = (800, 3_000)  # hits asked for at first: the store of all of them costs more than the search
MAX_TELLINGEN: Final = 500
AFLOPEND: Final = ("nieuw", "sterkte")
MAX_WAARDEN: Final = 10_000  # of a facet; an aggregation without a size hides all but ten
BRON: Final = "nl"  # what is not there in the reader's language is shown in this one


@dataclass(frozen=True)
class Vondst:
    """A hit before it is shown."""

    adres: tantivy.DocAddress
    score: float
    herkenner: Herkenner | None = None


def zoek(lezer: Lezer, vraag: Vraag) -> Antwoord:
    if vraag.tekst.strip():
        return _met_tekst(lezer, vraag)
    return _zonder_tekst(lezer, vraag)


def talen(vraag: Vraag) -> tuple[str, ...]:
    return (vraag.taal,) if vraag.taal == BRON else (vraag.taal, BRON)


def _clausules(lezer: Lezer, vraag: Vraag, taal: str) -> list[tuple[Occur, Query]]:
    vertaald = _vertaald(lezer, vraag.taal) if taal != vraag.taal else []
    return zichtbaar(lezer.bouw.schema, [taal], vertaald)


def _vertaald(lezer: Lezer, taal: str) -> list[int]:
    """Groups that a reader of this language sees in it, so not in Dutch as well."""
    if taal not in lezer.vertaald:
        clausules = zichtbaar(lezer.bouw.schema, [taal], [])
        adressen = [a for _, a in lezer.searcher.search(Query.boolean_query(clausules), _alles(lezer)).hits]
        groepen = {int(g or 0) for g in lezer.searcher.fast_field_values("groep", adressen)} - {0}
        lezer.vertaald[taal] = sorted(groepen)
    return lezer.vertaald[taal]


def _alles(lezer: Lezer) -> int:
    return max(1, int(lezer.searcher.num_docs))


# --- with text: everything that matches, cut at a part of the top score, counted in Python


def _met_tekst(lezer: Lezer, vraag: Vraag) -> Antwoord:
    vondsten: list[Vondst] = []
    verbeterd = ""
    for taal in talen(vraag):
        gemaakt = plan(
            vraag.tekst, lezer, taal=taal, synoniemen=synoniemen() if taal == BRON else None,
            splitser=lezer.bouw.splitser, letterlijk=vraag.letterlijk,
        )  # fmt: skip
        nieuw = _vondsten(lezer, vraag, taal, gemaakt)
        if nieuw and not vondsten:
            verbeterd = gemaakt.verbeterd
        vondsten += nieuw
    telling = tel(lezer.kenmerken([v.adres for v in vondsten]), vraag)
    over = [vondsten[i] for i in telling.toegelaten]
    pagina = over[_begin(vraag) : _begin(vraag) + vraag.per_pagina]
    return Antwoord(vraag, len(over), _treffers(lezer, pagina), telling.facetten, telling.soorten, verbeterd, "tantivy")


def _vondsten(lezer: Lezer, vraag: Vraag, taal: str, gemaakt: Plan) -> list[Vondst]:
    """Hits in one language, in the order asked for; the weaker plan only when the first finds nothing."""
    for boom in (gemaakt.boom, gemaakt.zwak):
        if boom is None:
            continue
        query = _query(lezer, vraag, taal, boom)
        if hits := _boven_drempel(lezer, query):
            herkenner = Herkenner(gemaakt.vormen, taal, lezer.bouw.splitser)
            gesneden = [Vondst(adres, score, herkenner) for score, adres in hits]
            return _op_volgorde(lezer, vraag, gesneden)
    return []


def _boven_drempel(lezer: Lezer, query: Query) -> list[tuple[float, tantivy.DocAddress]]:
    """The hits above the cut. Mostly a few hundred of the thousands that match, so ask for few first."""
    for limiet in (*STAPPEN, _alles(lezer)):
        hits = lezer.searcher.search(query, limiet, count=False).hits
        eind = bisect_right(hits, -DREMPEL * hits[0][0], key=lambda hit: -hit[0]) if hits else 0
        if eind < limiet:
            break
    return list(hits[:eind])


def _query(lezer: Lezer, vraag: Vraag, taal: str, boom: Knoop) -> Query:
    kern = naar_query(lezer.bouw.schema, boom)
    return Query.boolean_query([(Occur.Must, kern), *_clausules(lezer, vraag, taal)])


def _op_volgorde(lezer: Lezer, vraag: Vraag, vondsten: list[Vondst]) -> list[Vondst]:
    velden = {"titel": TITELGETALLEN, "nieuw": ("nieuw",), "sterkte": ("sterkte",)}.get(vraag.volgorde, ())
    if not velden:
        return vondsten
    adressen = [v.adres for v in vondsten]
    kolommen = [[int(w or 0) for w in lezer.searcher.fast_field_values(veld, adressen)] for veld in velden]
    # sorted() keeps equals as they were: best first.
    rij = sorted(range(len(vondsten)), key=list(zip(*kolommen, strict=True)).__getitem__, reverse=velden[0] in AFLOPEND)
    return [vondsten[i] for i in rij]


# --- without text: a listing, counted by the engine


def _zonder_tekst(lezer: Lezer, vraag: Vraag) -> Antwoord:
    tellers = _tellers(lezer, vraag)
    totaal, pagina = _pagina(lezer, vraag)
    return Antwoord(
        vraag, totaal, _treffers(lezer, pagina), maak_facetten(tellers, vraag), tellers[SOORT], "", "tantivy"
    )


def _tellers(lezer: Lezer, vraag: Vraag) -> dict[str, dict[str, int]]:
    """Counts per facet, remembered for this reader: without a commit they change only when a document expires."""
    gekozen = filters(vraag)
    verlopen = lezer.searcher.search(verlopen_nu(lezer.bouw.schema), 1).count
    sleutel = (tuple(sorted((k, tuple(sorted(w))) for k, w in gekozen.items())), vraag.tel, vraag.taal, verlopen)
    if sleutel not in lezer.tellingen:
        if len(lezer.tellingen) >= MAX_TELLINGEN:
            lezer.tellingen.clear()
        lezer.tellingen[sleutel] = _tel_alles(lezer, vraag, gekozen)
    return lezer.tellingen[sleutel]


def _tel_alles(lezer: Lezer, vraag: Vraag, gekozen: Mapping[str, frozenset[str]]) -> dict[str, dict[str, int]]:
    """One aggregation for the facets without a choice, and one for each facet with one (its own filter left out)."""
    schema = lezer.bouw.schema
    basis = zichtbaar(schema, [BRON], []) if vraag.taal == BRON else [(Occur.Must, _een_van(lezer, vraag))]
    namen = (*vraag.tel, SOORT)
    tellers = _tel(lezer, basis + filterdelen(schema, gekozen), [naam for naam in namen if naam not in gekozen])
    for naam in set(namen) & set(gekozen):
        rest = {k: w for k, w in gekozen.items() if k != naam}
        tellers |= _tel(lezer, basis + filterdelen(schema, rest), [naam])
    return tellers


def _een_van(lezer: Lezer, vraag: Vraag) -> Query:
    """Visible in the reader's language, or in Dutch only."""
    return Query.boolean_query(
        [(Occur.Should, Query.boolean_query(_clausules(lezer, vraag, taal))) for taal in talen(vraag)]
    )


def _tel(lezer: Lezer, clausules: Sequence[tuple[Occur, Query]], namen: Iterable[str]) -> dict[str, dict[str, int]]:
    vraag = {naam or "soort": {"terms": {"field": veldnaam(naam), "size": MAX_WAARDEN}} for naam in namen}
    if not vraag:
        return {}
    uit = lezer.searcher.aggregate(Query.boolean_query(list(clausules)), vraag)
    return {naam: {str(bak["key"]): int(bak["doc_count"]) for bak in uit[naam or "soort"]["buckets"]} for naam in namen}


def _pagina(lezer: Lezer, vraag: Vraag) -> tuple[int, list[Vondst]]:
    """(number in all, hits of this page): first the reader's language, then Dutch, each in order."""
    veld, richting = VOLGORDE.get(vraag.volgorde, VOLGORDE["titel"])
    totaal, vondsten = 0, []
    for taal in talen(vraag):
        delen = _clausules(lezer, vraag, taal) + filterdelen(lezer.bouw.schema, filters(vraag))
        begin = max(0, _begin(vraag) - totaal)
        nodig = vraag.per_pagina - len(vondsten)
        gevonden = lezer.searcher.search(
            Query.boolean_query(delen), max(1, nodig), order_by_field=veld, offset=begin, order=richting
        )
        totaal += int(gevonden.count or 0)
        vondsten += [Vondst(adres, 0.0) for _, adres in gevonden.hits][: max(0, nodig)]
    return totaal, vondsten


def _begin(vraag: Vraag) -> int:
    return (vraag.pagina - 1) * vraag.per_pagina


# --- showing


def _treffers(lezer: Lezer, vondsten: Iterable[Vondst]) -> tuple[Treffer, ...]:
    return tuple(_treffer(lezer, vondst) for vondst in vondsten)


def _treffer(lezer: Lezer, vondst: Vondst) -> Treffer:
    document = lezer.searcher.doc(vondst.adres)

    def tekst(veld: str) -> str:
        return bytes(document.get_first(veld)).decode()

    sleutel, soort, taal = (str(document.get_first(veld)) for veld in ("sleutel", "soort", "taal"))
    titel = schoon(tekst("titel"))
    in_titel = vondst.herkenner.plekken(titel) if vondst.herkenner else []
    fragment, woorden = maak_fragment((tekst("samenvatting"), tekst("tekst")), vondst.herkenner)
    gevonden = dict.fromkeys([*(titel[p.begin : p.eind].lower() for p in in_titel), *woorden])
    return Treffer(
        sleutel=sleutel, soort=soort, taal=taal, titel=markeer(titel, in_titel), fragment=fragment,
        score=float(vondst.score), rubriek=tekst("rubriek"), gevonden_op=tuple(gevonden)[:8],
    )  # fmt: skip
