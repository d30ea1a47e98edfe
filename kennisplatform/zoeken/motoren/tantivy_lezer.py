"""A reader of one build at one moment: searches, lists and reads for the shared answering code."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, cast

import tantivy
from tantivy import Occur, Order, Query

from ..antwoord.knopen import Knoop
from ..antwoord.lezer import BRON, Bewaard, Snede, Zicht, talen
from ..antwoord.plan import DREMPEL
from ..antwoord.spelling import bijna_begin, nabij
from ..antwoord.telling import SOORT, Kenmerkboek, filters, tel
from ..antwoord.vraag import Vraag
from ..taal.analyse import is_etiket
from ..taal.samenstelling import Splitser
from ..velden import SLEUTELVELDEN, TEKSTVELDEN, TITELGETALLEN, lees_kenmerk, som_van
from .tantivy_boom import filterdelen, naar_query, veldnaam, verlopen_nu, zichtbaar, zonder_score

if TYPE_CHECKING:
    from .tantivy_bouw import TantivyBouw

MAX_KENMERKEN: Final = 200_000
VOLGORDE: Final = {
    "titel": ("titel_op_rij", Order.Asc),
    "nieuw": ("nieuw", Order.Desc),
    "sterkte": ("sterkte", Order.Desc),
}
# Of all documents, asked for at first: more costs time to hand over, and hardly a query keeps so many.
EERST: Final = 0.35
MIN_EERST: Final = 2_500
MAX_TELLINGEN: Final = 500
MAX_WAARDEN: Final = 10_000  # of a facet; an aggregation without a size hides all but ten

Clausules = list[tuple[Occur, Query]]


def _tekst(document: tantivy.Document, veld: str) -> str:
    """Of a field that every document of ours has; text to show is kept as bytes."""
    return cast(bytes, document.get_first(veld)).decode()


def _aantal(gevonden: tantivy.SearchResult) -> int:
    return int(gevonden.count or 0)  # type: ignore[attr-defined]  # not in its stub


@dataclass
class TantivyLezer:
    """What one request searches: it does not change while the request runs."""

    bouw: TantivyBouw
    searcher: tantivy.Searcher
    vertaald: dict[str, list[int]] = field(default_factory=dict)  # per language: groups that exist in it
    tellingen: dict[Hashable, dict[str, dict[str, int]]] = field(default_factory=dict)  # of listings
    naam = "tantivy"

    @property
    def splitser(self) -> Splitser:
        return self.bouw.splitser

    # --- words

    def vooruit(self, woorden: Sequence[str]) -> None:
        """Nothing is far away here."""

    def aantal(self, woord: str) -> int:
        return self.searcher.doc_freq("all_x", woord)

    def heeft_stam(self, stam: str) -> bool:
        return self.searcher.doc_freq("all_s", stam) > 0

    def heeft_etiket(self, etiket: str) -> bool:
        return self.aantal(etiket) > 0

    def kandidaten(self, woord: str, afstand: int) -> Sequence[tuple[str, int, int]]:
        telling, per_lengte = self._woorden
        bereik = range(len(woord) - afstand, len(woord) + afstand + 1)
        keuze = [w for lengte in bereik for w in per_lengte.get(lengte, ())]
        return [(w, d, telling[w]) for w, d in nabij(woord, keuze, afstand)]

    def met_begin(self, begin: str, n: int) -> Sequence[str]:
        return [woord for woord, _ in self.searcher.terms_with_prefix("all_x", begin, None, n)]

    def titelwoorden(self, begin: str, n: int) -> Sequence[str]:
        return [woord for woord, _ in self.searcher.terms_with_prefix("title_x", begin, None, n)]

    def begint_zo(self, begin: str, eis: Knoop | None, taal: str, n: int) -> Sequence[str]:
        waar = Query.boolean_query(self._eis(eis, taal))
        return [woord for woord, _ in self.searcher.terms_with_prefix("all_x", begin, waar, n)]

    def begint_bijna_zo(self, begin: str, n: int) -> Sequence[str]:
        return bijna_begin(begin, self._woorden[0], n)

    @cached_property
    def _woorden(self) -> tuple[dict[str, int], dict[int, list[str]]]:
        """(documents per word, words per length) of the index; read at the first slip, kept as long as this reader."""
        alle = self.searcher.terms_with_prefix("all_x", "")
        telling = {woord: keren for woord, keren in alle if not is_etiket(woord)}
        per_lengte: dict[int, list[str]] = defaultdict(list)
        for woord in telling:
            per_lengte[len(woord)].append(woord)
        return telling, dict(per_lengte)

    # --- searching

    def snede(self, boom: Knoop, zicht: Zicht, vraag: Vraag, begin: int, n: int) -> Snede:
        hits = self._boven_drempel(boom, zicht)
        if not hits:
            return Snede()
        plekken = [plek for _, plek in hits]
        merken = cast(list[int], self.searcher.fast_field_values("kenmerk", plekken))  # what tantivy_bouw puts there
        telling = tel(merken, self._kenmerken(merken, plekken), vraag)
        over = telling.toegelaten
        beste_over = float(hits[over[0]][0]) if over else 0.0
        if vraag.volgorde in VOLGORDE:
            over = self._op_volgorde(over, plekken, vraag.volgorde)
        pagina = [(float(hits[i][0]), plekken[i]) for i in over[begin : begin + n]]
        return Snede(float(hits[0][0]), beste_over, len(over), pagina, telling.tellers)

    def _boven_drempel(self, boom: Knoop, zicht: Zicht) -> Sequence[tuple[float, tantivy.DocAddress]]:
        """(score, place), best first. Mostly a few hundred of the thousands that match, so not all are asked for at once."""
        query = Query.boolean_query([(Occur.Must, naar_query(self.bouw.schema, boom)), *self._zichtbaar(zicht)])
        hits: list[tuple[float, tantivy.DocAddress]] = []
        eind = 0
        for limiet in (max(MIN_EERST, int(EERST * self._alles())), self._alles()):
            hits = self.searcher.search(query, limiet, count=False).hits
            eind = bisect_right(hits, -DREMPEL * hits[0][0], key=lambda hit: -hit[0]) if hits else 0
            if eind < limiet:
                break
        return hits[:eind]

    def _kenmerken(self, merken: Sequence[int], plekken: Sequence[tantivy.DocAddress]) -> Kenmerkboek:
        """What filters look at, by mark; one not met before in this process is read from the store, once."""
        boek = self.bouw.kenmerken
        if len(boek) > MAX_KENMERKEN:
            boek = self.bouw.kenmerken = Kenmerkboek()
        for merk, plek in dict(zip(merken, plekken, strict=True)).items():
            if merk not in boek:
                boek.leer(merk, lees_kenmerk(_tekst(self.searcher.doc(plek), "kenmerk_json")))
        return boek

    def _op_volgorde(self, over: Sequence[int], plekken: Sequence[tantivy.DocAddress], volgorde: str) -> Sequence[int]:
        velden = TITELGETALLEN if volgorde == "titel" else (volgorde,)
        gekozen = [plekken[i] for i in over]
        rijen = list(zip(*(self.searcher.fast_field_values(veld, gekozen) for veld in velden), strict=True))
        # Equals stay as they were: best first.
        plaatsen = sorted(range(len(over)), key=rijen.__getitem__, reverse=volgorde != "titel")
        return [over[i] for i in plaatsen]

    def besten(self, boom: Knoop, taal: str, n: int) -> Sequence[tantivy.DocAddress]:
        query = Query.boolean_query(self._eis(boom, taal))
        return [adres for _, adres in self.searcher.search(query, n, count=False).hits]

    def scores(self, boom: Knoop, sleutels: Sequence[str]) -> dict[str, float]:
        if not sleutels:
            return {}
        deze = zonder_score(Query.term_set_query(self.bouw.schema, "sleutel", list(sleutels)))
        query = Query.boolean_query([(Occur.Must, naar_query(self.bouw.schema, boom)), (Occur.Must, deze)])
        hits = self.searcher.search(query, len(sleutels), count=False).hits
        return {str(self.searcher.doc(adres).get_first("sleutel")): float(score) for score, adres in hits}

    def _eis(self, boom: Knoop | None, taal: str) -> Clausules:
        uit = zichtbaar(self.bouw.schema, talen(taal), [])
        return [*uit, (Occur.Must, naar_query(self.bouw.schema, boom))] if boom else uit

    def _zichtbaar(self, zicht: Zicht) -> Clausules:
        vertaald = self._vertaald(zicht.lezerstaal) if zicht.vreemd else []
        return zichtbaar(self.bouw.schema, [zicht.taal], vertaald)

    def _vertaald(self, taal: str) -> list[int]:
        """Groups that a reader of this language sees in it, so not in Dutch as well."""
        if taal not in self.vertaald:
            query = Query.boolean_query(zichtbaar(self.bouw.schema, [taal], []))
            adressen = [a for _, a in self.searcher.search(query, self._alles()).hits]
            groepen = {int(g or 0) for g in self.searcher.fast_field_values("groep", adressen)} - {0}
            self.vertaald[taal] = sorted(groepen)
        return self.vertaald[taal]

    def _alles(self) -> int:
        return max(1, int(self.searcher.num_docs))

    # --- listing

    def lijst(
        self, zicht: Zicht, gekozen: Mapping[str, frozenset[str]], volgorde: str, begin: int, n: int
    ) -> tuple[int, Sequence[tantivy.DocAddress]]:
        veld, richting = VOLGORDE[volgorde]
        query = Query.boolean_query(self._zichtbaar(zicht) + filterdelen(self.bouw.schema, gekozen))
        gevonden = self.searcher.search(query, max(1, n), order_by_field=veld, offset=begin, order=richting)
        return _aantal(gevonden), [adres for _, adres in gevonden.hits][: max(0, n)]

    def tellers(self, vraag: Vraag) -> dict[str, dict[str, int]]:
        """Remembered for this reader: without a commit the counts change only when a document expires."""
        gekozen = filters(vraag)
        verlopen = _aantal(self.searcher.search(verlopen_nu(self.bouw.schema), 1))
        sleutel = (tuple(sorted((k, tuple(sorted(w))) for k, w in gekozen.items())), vraag.tel, vraag.taal, verlopen)
        if sleutel not in self.tellingen:
            if len(self.tellingen) >= MAX_TELLINGEN:
                self.tellingen.clear()
            self.tellingen[sleutel] = self._tel_alles(vraag, gekozen)
        return self.tellingen[sleutel]

    def _tel_alles(self, vraag: Vraag, gekozen: Mapping[str, frozenset[str]]) -> dict[str, dict[str, int]]:
        """One aggregation for the facets without a choice, and one for each facet with one (its own filter left out)."""
        schema = self.bouw.schema
        basis = zichtbaar(schema, [BRON], []) if vraag.taal == BRON else [(Occur.Must, self._een_van(vraag.taal))]
        namen = (*vraag.tel, SOORT)
        tellers = self._tel(basis + filterdelen(schema, gekozen), [naam for naam in namen if naam not in gekozen])
        for naam in set(namen) & set(gekozen):
            rest = {k: w for k, w in gekozen.items() if k != naam}
            tellers |= self._tel(basis + filterdelen(schema, rest), [naam])
        return tellers

    def _een_van(self, lezerstaal: str) -> Query:
        """Visible in the reader's language, or in Dutch only."""
        return Query.boolean_query(
            [(Occur.Should, Query.boolean_query(self._zichtbaar(Zicht(t, lezerstaal)))) for t in talen(lezerstaal)]
        )

    def _tel(self, clausules: Clausules, namen: Iterable[str]) -> dict[str, dict[str, int]]:
        vraag = {naam or "soort": {"terms": {"field": veldnaam(naam), "size": MAX_WAARDEN}} for naam in namen}
        if not vraag:
            return {}
        uit = self.searcher.aggregate(Query.boolean_query(clausules), vraag)
        return {n: {str(bak["key"]): int(bak["doc_count"]) for bak in uit[n or "soort"]["buckets"]} for n in namen}

    # --- reading

    def lees(self, plekken: Sequence[tantivy.DocAddress]) -> list[Bewaard]:
        return [self._lees(self.searcher.doc(plek)) for plek in plekken]

    @staticmethod
    def _lees(document: tantivy.Document) -> Bewaard:
        exact = [str(document.get_first(veld)) for veld in ("sleutel", "soort", "taal")]
        return Bewaard(*exact, *(_tekst(document, veld) for veld in TEKSTVELDEN))

    def sommen(self) -> dict[str, str]:
        alle = self.searcher.search(Query.all_query(), self._alles(), count=False).hits
        return dict(self._som(self.searcher.doc(adres)) for _, adres in alle)

    @staticmethod
    def _som(document: tantivy.Document) -> tuple[str, str]:
        exact = {veld: str(document.get_first(veld)) for veld in SLEUTELVELDEN}
        rest = {veld: _tekst(document, veld) for veld in (*TEKSTVELDEN, "kenmerk_json")}
        return exact["sleutel"], som_van(exact | rest)
