"""A reader of one index on a cluster: searches, lists and reads for the shared answering code."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from elasticsearch import Elasticsearch
from elasticsearch_dsl import A, Q, Search
from elasticsearch_dsl.query import Query

from ..lezer import Bewaard, Zicht, talen
from ..motor import MotorWeg
from ..plan import DREMPEL, Knoop
from ..samenstelling import Splitser
from ..telling import SOORT, Kenmerk, filters
from ..velden import SLEUTELVELDEN, TEKSTVELDEN, lees_kenmerk
from ..vraag import Vraag
from .elasticsearch_boom import begint_met, filterdelen, naar_q, samen, zichtbaar
from .elasticsearch_schema import MAX_VENSTER
from .elasticsearch_woorden import Woordenlijst

VOLGORDE: Final = {"titel": "titel_op_rij", "nieuw": "-nieuw", "sterkte": "-sterkte"}
EERST: Final = 800  # hits asked for at first; mostly the cut falls within them
MAX_WAARDEN: Final = 10_000  # of all facets together; an aggregation without a size hides all but ten
MAX_GROEPEN: Final = 50_000
HAP: Final = 10_000  # keys in one request
NODIG: Final = "hits.total,hits.hits._id,hits.hits._score,hits.hits.fields,hits.hits._source,aggregations"

Plek = Mapping[str, Any]  # a hit as the server gives it


@dataclass
class ElasticLezer:
    client: Elasticsearch
    index: str
    splitser: Splitser
    woordenlijst: Woordenlijst
    bekend: dict[int, Kenmerk]  # marks met before in this process
    schijven: int = 1
    antwoord_s: float = 5.0  # for all requests of one answer together
    _aantallen: dict[str, int] = field(default_factory=dict)
    _vertaald: dict[str, list[int]] = field(default_factory=dict)
    naam = "elasticsearch"

    def __post_init__(self) -> None:
        self._tot = time.monotonic() + self.antwoord_s

    @property
    def _op_tijd(self) -> Elasticsearch:
        """The client with what is left of the time that a reader may wait."""
        rest = self._tot - time.monotonic()
        if rest <= 0:
            raise MotorWeg(f"the search cluster took more than {self.antwoord_s} s")
        return self.client.options(request_timeout=rest)

    # --- words

    def vooruit(self, woorden: Sequence[str]) -> None:
        """Words that came since the list was read are asked for, all in one request."""
        self.woordenlijst.ververs()
        vreemd = [w for w in dict.fromkeys(woorden) if w not in self.woordenlijst.telling and w not in self._aantallen]
        if vreemd:
            zoek = self._zoek(Q("terms", woorden=vreemd))[:0]
            zoek.aggs.bucket("w", A("terms", field="woorden", include=vreemd, size=len(vreemd)))
            gevonden = {bak["key"]: bak["doc_count"] for bak in self._doe(zoek)["aggregations"]["w"]["buckets"]}
            self._aantallen.update((woord, int(gevonden.get(woord, 0))) for woord in vreemd)

    def aantal(self, woord: str) -> int:
        if woord not in self.woordenlijst.telling:
            self.vooruit([woord])
        return self.woordenlijst.telling.get(woord) or self._aantallen.get(woord, 0)

    def kandidaten(self, woord: str, afstand: int) -> Sequence[tuple[str, int, int]]:
        return self.woordenlijst.kandidaten(woord, afstand)

    def met_begin(self, begin: str, n: int) -> Sequence[str]:
        return self.woordenlijst.met_begin(begin, n)

    def titelwoorden(self, begin: str, n: int) -> Sequence[str]:
        return self._termen("titelwoorden", begin, None, n)

    def begint_zo(self, begin: str, eis: Knoop | None, taal: str, n: int) -> Sequence[str]:
        filters_ = [zichtbaar(talen(taal)), *([naar_q(eis)] if eis else [])]
        return self._termen("woorden", begin, samen(None, *filters_), n)

    def _termen(self, veld: str, begin: str, waar: Query | None, n: int) -> list[str]:
        zoek = self._zoek(waar)[:0]
        zoek.aggs.bucket("w", A("terms", field=veld, include=begint_met(begin), size=n))
        return [bak["key"] for bak in self._doe(zoek)["aggregations"]["w"]["buckets"]]

    # --- searching

    def _zoek(self, query: Query | None = None) -> Search:
        zoek = Search().source(False).extra(track_total_hits=False)
        return zoek.query(query) if query else zoek

    def _doe(self, zoek: Search) -> dict[str, Any]:
        """The plain answer: with several shards by the counts of words of all of them together; and wrapping thousands of hits in objects takes longer than finding them."""
        wijze = {"search_type": "dfs_query_then_fetch"} if self.schijven > 1 else {}
        antwoord = self._op_tijd.search(index=self.index, body=zoek.to_dict(), filter_path=NODIG, **wijze).body
        return {"hits": {"hits": [], **antwoord.get("hits", {})}, "aggregations": antwoord.get("aggregations", {})}

    def boven_drempel(self, boom: Knoop, zicht: Zicht) -> Sequence[tuple[float, Plek]]:
        zoek = self._zoek(samen(naar_q(boom), self._zicht(zicht))).extra(docvalue_fields=["kenmerk"])
        hits: list[dict[str, Any]] = self._doe(zoek[:EERST])["hits"]["hits"]
        if not hits:
            return []
        grens = DREMPEL * hits[0]["_score"]
        if len(hits) == EERST and hits[-1]["_score"] >= grens:
            hits = self._doe(zoek.extra(min_score=grens)[:MAX_VENSTER])["hits"]["hits"]
        eind = bisect_right(hits, -grens, key=lambda hit: -hit["_score"])
        return [(float(hit["_score"]), hit) for hit in hits[:eind]]

    def besten(self, boom: Knoop, taal: str, n: int) -> Sequence[Plek]:
        return list(self._doe(self._zoek(samen(naar_q(boom), zichtbaar(talen(taal))))[:n])["hits"]["hits"])

    def scores(self, boom: Knoop, sleutels: Sequence[str]) -> dict[str, float]:
        zoek = self._zoek(samen(naar_q(boom), Q("ids", values=list(sleutels))))[: max(1, len(sleutels))]
        return {hit["_id"]: float(hit["_score"]) for hit in self._doe(zoek)["hits"]["hits"]}

    def _zicht(self, zicht: Zicht) -> Query:
        return zichtbaar([zicht.taal], self._groepen(zicht.lezerstaal) if zicht.vreemd else ())

    def _groepen(self, taal: str) -> list[int]:
        """Groups that a reader of this language sees in it, so not in Dutch as well."""
        if taal not in self._vertaald:
            zoek = self._zoek(zichtbaar([taal]))[:0]
            zoek.aggs.bucket("g", A("terms", field="groep", size=MAX_GROEPEN))
            bakken = self._doe(zoek)["aggregations"]["g"]["buckets"]
            self._vertaald[taal] = sorted(int(bak["key"]) for bak in bakken if bak["key"])
        return self._vertaald[taal]

    # --- listing

    def lijst(
        self, zicht: Zicht, gekozen: Mapping[str, frozenset[str]], volgorde: str, begin: int, n: int
    ) -> tuple[int, Sequence[Plek]]:
        zoek = self._zoek(samen(None, self._zicht(zicht), *filterdelen(gekozen)))
        zoek = zoek.sort(VOLGORDE[volgorde], "titel_op_rij", "sleutel").extra(track_total_hits=True)
        gevonden = self._doe(zoek[begin : begin + max(0, n)])["hits"]
        return int(gevonden["total"]["value"]), list(gevonden["hits"])

    def tellers(self, vraag: Vraag) -> dict[str, dict[str, int]]:
        """All in one request: facets without a choice together, one with a choice without its own filter."""
        gekozen = filters(vraag)
        zicht = [self._zicht(Zicht(t, vraag.taal)) for t in talen(vraag.taal)]
        zoek = self._zoek(Q("bool", filter=[Q("bool", should=zicht, minimum_should_match=1)]))[:0]
        self._tel(zoek, "*", filterdelen(gekozen), None)
        for naam in gekozen:
            rest = {k: w for k, w in gekozen.items() if k != naam}
            self._tel(zoek, f"+{naam}", filterdelen(rest), naam)
        uit = self._doe(zoek)["aggregations"]
        tellers = self._lees_tellers(uit["*"])
        for naam in gekozen:
            tellers[naam] = self._lees_tellers(uit[f"+{naam}"]).get(naam, {})
        return {naam: tellers.get(naam, {}) for naam in (*vraag.tel, SOORT)}

    @staticmethod
    def _tel(zoek: Search, bak: str, delen: list[Query], naam: str | None) -> None:
        alleen = {} if naam is None else {"include": begint_met(f"{naam}:")}
        zoek.aggs.bucket(bak, A("filter", filter=Q("bool", filter=delen))).bucket(
            "w", A("terms", field="facet", size=MAX_WAARDEN, **alleen)
        )

    @staticmethod
    def _lees_tellers(bak: Mapping[str, Any]) -> dict[str, dict[str, int]]:
        uit: dict[str, dict[str, int]] = {}
        for waarde in bak["w"]["buckets"]:
            naam, _, code = str(waarde["key"]).partition(":")
            uit.setdefault(naam, {})[code] = int(waarde["doc_count"])
        return uit

    # --- reading

    def kenmerken(self, plekken: Sequence[Plek]) -> list[Kenmerk]:
        """What filters look at, per hit; a mark not met before in this process is read from the server, once."""
        merken = [int(plek["fields"]["kenmerk"][0]) for plek in plekken]
        nieuw = {merk: plek["_id"] for merk, plek in zip(merken, plekken, strict=True) if merk not in self.bekend}
        bronnen = self._bronnen(list(nieuw.values()), ["kenmerk_json"])
        for merk, id_ in nieuw.items():
            if id_ in bronnen:
                self.bekend[merk] = lees_kenmerk(bronnen[id_]["kenmerk_json"])
        # What went away between two requests has no marks, and no text below.
        return [self.bekend.get(merk, {}) for merk in merken]

    def ordesleutels(self, plekken: Sequence[Plek], volgorde: str) -> Sequence[tuple[Any, ...]]:
        veld = VOLGORDE[volgorde].lstrip("-")
        ids = [plek["_id"] for plek in plekken]
        waarden: dict[str, Any] = {}
        for i in range(0, len(ids), HAP):
            zoek = self._zoek(Q("ids", values=ids[i : i + HAP])).extra(docvalue_fields=[veld])[:HAP]
            waarden |= {hit["_id"]: hit["fields"][veld][0] for hit in self._doe(zoek)["hits"]["hits"]}
        if volgorde == "titel":
            return [(str(waarden[id_]),) for id_ in ids]
        return [(-int(waarden[id_]),) for id_ in ids]

    def lees(self, plekken: Sequence[Plek]) -> list[Bewaard | None]:
        velden = [*SLEUTELVELDEN, *TEKSTVELDEN]
        bronnen = self._bronnen([plek["_id"] for plek in plekken], velden)
        gelezen = [bronnen.get(plek["_id"]) for plek in plekken]
        return [bron and Bewaard(*(str(bron.get(veld, "")) for veld in velden)) for bron in gelezen]

    def _bronnen(self, ids: list[str], velden: list[str]) -> dict[str, dict[str, Any]]:
        """By search, not by get: get sees what is not searched yet, and what is gone already."""
        uit: dict[str, dict[str, Any]] = {}
        for i in range(0, len(ids), HAP):
            zoek = self._zoek(Q("ids", values=ids[i : i + HAP])).source(velden)[:HAP]
            uit |= {hit["_id"]: hit["_source"] for hit in self._doe(zoek)["hits"]["hits"]}
        return uit
