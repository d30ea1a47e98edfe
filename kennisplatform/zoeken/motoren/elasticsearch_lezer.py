"""A reader of one index on a cluster: searches, lists and reads for the shared answering code."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from elasticsearch import Elasticsearch
from elasticsearch_dsl import A, Q, Search
from elasticsearch_dsl.query import Query

from ..antwoord.knopen import Knoop
from ..antwoord.lezer import Bewaard, Snede, Zicht, talen
from ..antwoord.plan import DREMPEL
from ..antwoord.spelling import bijna_begin
from ..antwoord.telling import SOORT, filters
from ..antwoord.vraag import Vraag
from ..poort import MotorWeg
from ..taal.samenstelling import Splitser
from ..velden import SLEUTELVELDEN, TEKSTVELDEN, getal
from .elasticsearch_boom import begint_met, filterdelen, naar_q, samen, zichtbaar
from .elasticsearch_schema import MAX_VENSTER
from .elasticsearch_woorden import Woordenlijst

VOLGORDE: Final = {"titel": "titel_op_rij", "nieuw": "-nieuw", "sterkte": "-sterkte"}
MAX_WAARDEN: Final = 10_000  # of all facets together; an aggregation without a size hides all but ten
MAX_GROEPEN: Final = 50_000
KANDIDATEN: Final = 200  # words that begin as what is typed, of which the commonest are counted
NODIG: Final = "hits.total,hits.max_score,hits.hits._id,hits.hits._score,hits.hits._source,aggregations"
BEWAARD: Final = (*SLEUTELVELDEN, *TEKSTVELDEN)

Plek = Mapping[str, Any]  # a hit as the server gives it


@dataclass
class ElasticLezer:
    client: Elasticsearch
    index: str
    splitser: Splitser
    woordenlijst: Woordenlijst
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

    def heeft_stam(self, stam: str) -> bool:
        zoek = self._zoek(Q("term", all_s=stam))[:0].extra(track_total_hits=1)
        return bool(self._doe(zoek)["hits"]["total"]["value"])

    def heeft_etiket(self, etiket: str) -> bool:
        return etiket in self.woordenlijst.telling

    def kandidaten(self, woord: str, afstand: int) -> Sequence[tuple[str, int, int]]:
        return self.woordenlijst.kandidaten(woord, afstand)

    def met_begin(self, begin: str, n: int) -> Sequence[str]:
        return self.woordenlijst.met_begin(begin, n)

    def begint_bijna_zo(self, begin: str, n: int) -> Sequence[str]:
        self.woordenlijst.ververs()
        return bijna_begin(begin, self.woordenlijst.telling, n)

    def titelwoorden(self, begin: str, n: int) -> Sequence[str]:
        return self._geteld("titelwoorden", begin, None, n)

    def begint_zo(self, begin: str, eis: Knoop | None, taal: str, n: int) -> Sequence[str]:
        zicht = zichtbaar(talen(taal))
        if eis is None:
            return self._geteld("woorden", begin, zicht, n)
        # Few documents meet it, so their own words are counted: the commonest of all need not be among them.
        zoek = self._zoek(samen(None, zicht, naar_q(eis)))[:0]
        zoek.aggs.bucket("w", A("terms", field="woorden", include=begint_met(begin), size=n))
        return [bak["key"] for bak in self._doe(zoek)["aggregations"]["w"]["buckets"]]

    def _geteld(self, veld: str, begin: str, waar: Query | None, n: int) -> list[str]:
        """Of the words in our list that begin so, those that most documents hold now. Counting every word of every
        document by a pattern takes a third of a second at 100,000 of them."""
        keuze = self.woordenlijst.met_begin(begin, KANDIDATEN)
        zoek = self._zoek(samen(None, *([waar] if waar else [])))[:0]
        zoek.aggs.bucket("w", A("filters", filters={woord: Q("term", **{veld: woord}) for woord in keuze}))
        bakken = self._doe(zoek)["aggregations"]["w"]["buckets"] if keuze else {}
        aantallen = {woord: int(bak["doc_count"]) for woord, bak in bakken.items() if bak["doc_count"]}
        return sorted(aantallen, key=lambda woord: (-aantallen[woord], woord))[:n]

    # --- searching

    def _zoek(self, query: Query | None = None) -> Search:
        zoek = Search().source(False).extra(track_total_hits=False)
        return zoek.query(query) if query else zoek

    def _doe(self, zoek: Search) -> dict[str, Any]:
        """The plain answer: with several shards by the counts of words of all of them together; and wrapping thousands of hits in objects takes longer than finding them."""
        wijze: dict[str, Any] = {"search_type": "dfs_query_then_fetch"} if self.schijven > 1 else {}
        wijze |= zoek._params
        antwoord = self._op_tijd.search(index=self.index, body=zoek.to_dict(), filter_path=NODIG, **wijze).body
        return {"hits": {"hits": [], **antwoord.get("hits", {})}, "aggregations": antwoord.get("aggregations", {})}

    def snede(self, boom: Knoop, zicht: Zicht, vraag: Vraag, begin: int, n: int) -> Snede:
        """Two requests: the best score, then what reaches DREMPEL of it. The cluster counts; only a page travels."""
        # The same copy for both, and for the next page: copies may differ a little in their scores.
        voorkeur = f"vraag-{getal(vraag.tekst)}"
        zoek = self._zoek(samen(naar_q(boom), self._zicht(zicht))).params(preference=voorkeur)
        eerste = self._doe(zoek[:1])["hits"]["hits"]
        if not eerste:
            return Snede()
        gekozen = filters(vraag)
        zoek = zoek.extra(min_score=DREMPEL * eerste[0]["_score"], track_total_hits=True, track_scores=True)
        zoek = zoek.source(BEWAARD).post_filter(Q("bool", filter=filterdelen(gekozen))).sort(*_orde(vraag.volgorde))
        self._vraag_tellers(zoek, gekozen)
        begin = min(begin, MAX_VENSTER - n - 1)
        uit = self._doe(zoek[begin : begin + max(1, n)])
        over = uit["hits"]
        return Snede(
            beste=float(eerste[0]["_score"]),
            beste_over=float(over.get("max_score") or 0.0),
            totaal=int(over["total"]["value"]),
            hits=[(float(hit["_score"]), hit) for hit in over["hits"][: max(0, n)]],
            tellers=self._lees_alle_tellers(uit["aggregations"], gekozen, vraag),
        )

    def besten(self, boom: Knoop, taal: str, n: int) -> Sequence[Plek]:
        zoek = self._zoek(samen(naar_q(boom), zichtbaar(talen(taal)))).source(BEWAARD)
        return list(self._doe(zoek[:n])["hits"]["hits"])

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
        zoek = zoek.sort(VOLGORDE[volgorde], "titel_op_rij", "sleutel").extra(track_total_hits=True).source(BEWAARD)
        gevonden = self._doe(zoek[begin : begin + max(0, n)])["hits"]
        return int(gevonden["total"]["value"]), list(gevonden["hits"])

    def tellers(self, vraag: Vraag) -> dict[str, dict[str, int]]:
        gekozen = filters(vraag)
        zicht = [self._zicht(Zicht(t, vraag.taal)) for t in talen(vraag.taal)]
        zoek = self._zoek(Q("bool", filter=[Q("bool", should=zicht, minimum_should_match=1)]))[:0]
        self._vraag_tellers(zoek, gekozen)
        return self._lees_alle_tellers(self._doe(zoek)["aggregations"], gekozen, vraag)

    def _vraag_tellers(self, zoek: Search, gekozen: Mapping[str, frozenset[str]]) -> None:
        """All in one request: facets without a choice together, one with a choice without its own filter."""
        self._tel(zoek, "*", filterdelen(gekozen), None)
        for naam in gekozen:
            rest = {k: w for k, w in gekozen.items() if k != naam}
            self._tel(zoek, f"+{naam}", filterdelen(rest), naam)

    def _lees_alle_tellers(
        self, uit: Mapping[str, Any], gekozen: Mapping[str, frozenset[str]], vraag: Vraag
    ) -> dict[str, dict[str, int]]:
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

    def lees(self, plekken: Sequence[Plek]) -> list[Bewaard]:
        """What came with the hit: asking for it afterwards could miss what went away meanwhile."""
        return [Bewaard(*(str(plek["_source"].get(veld, "")) for veld in BEWAARD)) for plek in plekken]


def _orde(volgorde: str) -> list[str]:
    """Best first, also among equals of another order."""
    return [VOLGORDE[volgorde], "_score"] if volgorde in VOLGORDE else ["_score"]
