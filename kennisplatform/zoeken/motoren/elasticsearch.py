"""The engine on a cluster: Elasticsearch 8, with the same analysis, plan and answers as the embedded one."""

from __future__ import annotations

import contextlib
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

from elasticsearch import Elasticsearch, NotFoundError
from elasticsearch.helpers import scan, streaming_bulk

from kennisplatform import naderhand

from ..antwoord.aanvullen import vul_aan
from ..antwoord.beantwoorden import beantwoord
from ..antwoord.uitleg import Uitleg, leg_uit
from ..antwoord.vraag import Antwoord, Vraag, Zoeksuggestie
from ..document import Document
from ..poort import MotorBezig, ZoekFout
from ..taal.samenstelling import Splitser
from ..velden import SLEUTELVELDEN, TEKSTVELDEN, lees_spoel, som_van, spoel_op
from .elasticsearch_index import Clusterindex, ElasticsearchBouw, netfouten
from .elasticsearch_lezer import ElasticLezer
from .elasticsearch_schema import naar_bron
from .elasticsearch_slot import Slot, losgelaten
from .elasticsearch_vervoer import TermijnVervoer

ANTWOORD_S: Final = 0.9  # where nobody says otherwise
SCHRIJF_S: Final = 30.0
SLOT_S: Final = 60.0
HERBOUW_S: Final = 300.0
POGINGEN: Final = 4
WACHT: Final = 0.05  # seconds between tries for the write lock
VOORTGANG: Final = 500

Actie = dict[str, Any]
T = TypeVar("T")


class ElasticSchrijver:
    """Collects; what is sent goes at the end of the batch, so a batch that fails changes nothing."""

    def __init__(self, index: str, splitser: Splitser) -> None:
        self.index, self.splitser = index, splitser
        self.acties: list[Actie] = []

    def zet(self, documenten: Iterable[Document]) -> None:
        for d in documenten:
            self.acties.append({"_index": self.index, "_id": d.sleutel, **naar_bron(d, self.splitser)})

    def wis(self, sleutels: Iterable[str]) -> None:
        self.acties += [{"_op_type": "delete", "_index": self.index, "_id": sleutel} for sleutel in sleutels]


class ElasticMotor:
    naam = "elasticsearch"
    elders = True

    def __init__(
        self,
        url: str,
        naam: str = "kennisplatform",
        instellingen: Mapping[str, Any] | None = None,
        antwoord_s: float | None = None,
    ) -> None:
        """`url`: one or more addresses, with commas. `instellingen`: number_of_shards, number_of_replicas, slot_s."""
        self.antwoord_s = antwoord_s or float((instellingen or {}).get("antwoord_s", ANTWOORD_S))
        self.slot_s = float((instellingen or {}).get("slot_s", SLOT_S))
        knopen = [adres.strip() for adres in url.split(",") if adres.strip()]
        # A node that is down is passed over at once; one that hangs must not make the reader wait twice.
        self._basis = Elasticsearch(
            knopen,
            retry_on_timeout=False,
            max_retries=2,
            request_timeout=self.antwoord_s,
            transport_class=TermijnVervoer,
        )
        self._schrijf = self._basis.options(request_timeout=SCHRIJF_S, retry_on_timeout=True, max_retries=3)
        self.schijven = int((instellingen or {}).get("number_of_shards", 1))
        self.cluster = Clusterindex(self._basis, naam, instellingen or {})
        self.beheer = Clusterindex(self._schrijf, naam, instellingen or {})

    def _lezer(self, bouw: ElasticsearchBouw) -> ElasticLezer:
        return ElasticLezer(self._basis, bouw.index, bouw.splitser, bouw.woordenlijst, self.schijven, self.antwoord_s)

    def _met_lezer(self, doe: Callable[[ElasticLezer], T]) -> T:
        """A build that was swapped away is gone at once: look again where the alias stands, once."""
        with netfouten():
            try:
                return doe(self._lezer(self.cluster.huidig()))
            except NotFoundError:
                self.cluster.vergeet()
                return doe(self._lezer(self.cluster.huidig()))

    def zoek(self, vraag: Vraag) -> Antwoord:
        return self._met_lezer(lambda lezer: beantwoord(lezer, vraag))

    def suggereer(self, tekst: str, taal: str = "nl", n: int = 8) -> list[Zoeksuggestie]:
        return self._met_lezer(lambda lezer: vul_aan(lezer, tekst, taal, n))

    def leg_uit(self, vraag: Vraag) -> Uitleg:
        return self._met_lezer(lambda lezer: leg_uit(lezer, vraag))

    @contextlib.contextmanager
    def schrijver(self) -> Iterator[ElasticSchrijver]:
        with netfouten(), losgelaten(self._neem_slot()):
            self.cluster.vergeet()
            bouw = self.cluster.huidig()
            schrijver = ElasticSchrijver(bouw.index, bouw.splitser)
            yield schrijver
            if schrijver.acties:
                self._stuur(schrijver.acties)
                self._schrijf.indices.refresh(index=bouw.index)
                bouw.woordenlijst.verouder()

    def _neem_slot(self) -> Slot:
        slot = self._slot("schrijven", self.slot_s)
        self.beheer.zorg_voor_slotindex()
        for poging in range(POGINGEN):
            if poging:
                time.sleep(WACHT)
            if slot.neem():
                return slot
        raise MotorBezig("another process writes the search index")

    def _slot(self, naam: str, duur: float) -> Slot:
        return Slot(self._schrijf, self.cluster.slotindex, naam, duur)

    def _stuur(self, acties: Iterable[Actie], bij: Callable[[int], None] | None = None) -> None:
        """In bites of a few megabytes; a server that is full is asked again, a little later."""
        gang = streaming_bulk(
            self._schrijf,
            acties,
            chunk_size=500,
            max_chunk_bytes=8_000_000,
            max_retries=5 if naderhand.rest() is None else 0,
            initial_backoff=0.5,
            ignore_status=(404,),
        )
        for gedaan, _ in enumerate(gang, start=1):
            if bij:
                bij(gedaan)

    def zet(self, documenten: Sequence[Document]) -> None:
        with self.schrijver() as schrijver:
            schrijver.zet(documenten)

    def wis(self, sleutels: Sequence[str]) -> None:
        with self.schrijver() as schrijver:
            schrijver.wis(sleutels)

    def leeg(self) -> None:
        self.herbouw(())

    def herbouw(self, documenten: Iterable[Document], voortgang: Callable[[int], None] | None = None) -> int:
        """Two passes: compounds are split with the words of the index, which are known after the first."""
        slot = self._slot("herbouwen", HERBOUW_S)
        with netfouten(), losgelaten(slot), tempfile.TemporaryFile() as spoel:
            self.beheer.zorg_voor_slotindex()
            if not slot.neem():
                raise MotorBezig("a rebuild of the search index is going on")
            aantal, eigen = spoel_op(documenten, spoel)
            index = self.beheer.nieuw(eigen)
            try:
                self._vul(index, Splitser(eigen), lees_spoel(spoel, aantal), aantal, slot, voortgang)
                self.beheer.wissel(index)
            except BaseException:
                with naderhand.nog_even():
                    self.beheer.wis([index])
                raise
        self.cluster.vergeet()
        return aantal

    def _vul(  # noqa: PLR0917  one step of herbouw, cut out for its length
        self,
        index: str,
        splitser: Splitser,
        documenten: Iterable[Document],
        aantal: int,
        slot: Slot,
        voortgang: Callable[[int], None] | None,
    ) -> None:
        def acties() -> Iterator[Actie]:
            for document in documenten:
                yield {"_index": index, "_id": document.sleutel, **naar_bron(document, splitser)}

        def bij(gedaan: int) -> None:
            if gedaan % VOORTGANG == 0 or gedaan == aantal:
                slot.verleng()
                if voortgang:
                    voortgang(gedaan)

        self._stuur(acties(), bij)

    def herbouwt(self) -> bool:
        with netfouten():
            return self._slot("herbouwen", HERBOUW_S).bezet()

    def sommen(self) -> dict[str, str]:
        velden = [*SLEUTELVELDEN, *TEKSTVELDEN, "kenmerk_json"]
        with netfouten():
            index = self.cluster.huidig().index
            alle = scan(self._schrijf, index=index, query={"query": {"exists": {"field": "taal"}}}, source=velden)
            return {hit["_id"]: som_van(hit["_source"]) for hit in alle}

    def ruim_op(self) -> None:
        """The server merges by itself."""

    def aantal(self) -> int:
        with netfouten():
            uit = self._basis.count(index=self.cluster.huidig().index, query={"exists": {"field": "taal"}})
            return int(uit["count"])

    def gezond(self) -> bool:
        try:
            self.zoek(Vraag(per_pagina=1))
        except ZoekFout:
            return False
        return True
