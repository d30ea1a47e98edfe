"""The words of one index on a cluster, kept in this process: for spelling and for half words, where a minute old is
new enough. Whether a word is there at all is asked live (see the reader)."""

from __future__ import annotations

import logging
import threading
import time
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

from elasticsearch import ApiError, Elasticsearch, TransportError

from ..antwoord.spelling import nabij
from ..taal.analyse import is_etiket

GOED: Final = 60.0  # seconds that a list may be old
HAP: Final = 10_000  # words a request
EERST_WACHT: Final = 0.4  # seconds; without a list a query is answered, only its spelling is not corrected
OPNIEUW: Final = 5.0  # seconds after a failure
LEES_S: Final = 10.0

logger = logging.getLogger(__name__)


class Woordenlijst:
    def __init__(self, client: Elasticsearch, index: str) -> None:
        self.client, self.index = client.options(request_timeout=LEES_S), index
        self.telling: dict[str, int] = {}
        self._rij: list[str] = []
        self._per_lengte: dict[int, list[str]] = {}
        self._gelezen = 0.0
        self._slot = threading.Lock()
        self._er_is_een = threading.Event()

    def ververs(self) -> None:
        """Read in a thread; the first readers wait a little for it, later ones take the old list meanwhile."""
        if time.monotonic() - self._gelezen >= GOED and self._slot.acquire(blocking=False):
            threading.Thread(target=self._ververs, name="woordenlijst", daemon=True).start()
        self._er_is_een.wait(EERST_WACHT)

    def _ververs(self) -> None:
        try:
            self._lees()
        except (ApiError, TransportError) as fout:
            logger.warning("the words of %s could not be read: %s", self.index, fout)
            self._gelezen = time.monotonic() - GOED + OPNIEUW
        finally:
            self._er_is_een.set()
            self._slot.release()

    def verouder(self) -> None:
        """After a change of our own: the next reader waits for the new one."""
        self._gelezen = 0.0
        self._er_is_een.clear()

    def _lees(self) -> None:
        telling: dict[str, int] = {}
        na: dict[str, Any] | None = None
        while True:
            samengesteld = {"size": HAP, "sources": [{"w": {"terms": {"field": "woorden"}}}]}
            samengesteld |= {"after": na} if na else {}
            uit = self.client.search(index=self.index, size=0, aggs={"w": {"composite": samengesteld}})
            bakken = uit["aggregations"]["w"]["buckets"]
            telling.update((bak["key"]["w"], bak["doc_count"]) for bak in bakken)
            na = uit["aggregations"]["w"].get("after_key")
            if na is None or len(bakken) < HAP:
                break
        per_lengte: dict[int, list[str]] = defaultdict(list)
        woorden = sorted(woord for woord in telling if not is_etiket(woord))
        for woord in woorden:
            per_lengte[len(woord)].append(woord)
        self.telling, self._rij, self._per_lengte = telling, woorden, dict(per_lengte)
        self._gelezen = time.monotonic()

    def kandidaten(self, woord: str, afstand: int) -> Sequence[tuple[str, int, int]]:
        self.ververs()
        bereik = range(len(woord) - afstand, len(woord) + afstand + 1)
        keuze = [w for lengte in bereik for w in self._per_lengte.get(lengte, ())]
        return [(w, d, self.telling.get(w, 0)) for w, d in nabij(woord, keuze, afstand)]

    def met_begin(self, begin: str, n: int) -> Sequence[str]:
        """The most frequent words that start so."""
        self.ververs()
        rij = self._rij
        eind = bisect_left(rij, begin + "\U0010ffff")
        gevonden = rij[bisect_left(rij, begin) : eind]
        return sorted(gevonden, key=lambda w: (-self.telling.get(w, 0), w))[:n]
