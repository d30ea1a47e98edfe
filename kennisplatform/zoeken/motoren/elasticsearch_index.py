"""The indexes of this site on a cluster: one per build behind an alias that is swapped in one step.

<naam>-zoek                      alias of the live build
<naam>-zoek-<make>-<n>           a build
<naam>-slot                      who writes, who rebuilds
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from elasticsearch import ApiError, BadRequestError, Elasticsearch, NotFoundError, TransportError
from elasticsearch.helpers import BulkIndexError

from ..poort import IndexStuk, MotorWeg
from ..taal.samenstelling import Splitser
from .elasticsearch_schema import EIGEN, MAX_VENSTER, ZoekDocument, schemahash
from .elasticsearch_woorden import Woordenlijst

ALIAS_GOED: Final = 5.0  # seconds that we believe the alias to stand where it stood


@contextlib.contextmanager
def netfouten() -> Iterator[None]:
    """Whatever the client raises, the site can catch."""
    try:
        yield
    except NotFoundError as fout:
        raise IndexStuk(f"no search index on the cluster ({fout}): run herindex") from fout
    except (ApiError, TransportError, BulkIndexError) as fout:
        raise MotorWeg(f"the search cluster does not answer: {fout}") from fout


@dataclass
class ElasticsearchBouw:
    """What this process knows of one build."""

    index: str
    splitser: Splitser
    woordenlijst: Woordenlijst


class Clusterindex:
    def __init__(self, client: Elasticsearch, naam: str, instellingen: Mapping[str, Any]) -> None:
        self.client, self.alias, self.slotindex = client, f"{naam}-zoek", f"{naam}-slot"
        self.instellingen = dict(instellingen)
        self._bouw: ElasticsearchBouw | None = None
        self._gezien = 0.0
        self._slot = threading.Lock()

    def huidig(self) -> ElasticsearchBouw:
        """The live build. Raises IndexStuk when there is none of this make."""
        with self._slot:
            if self._bouw is None or time.monotonic() - self._gezien > ALIAS_GOED:
                index = self._achter_alias()
                if self._bouw is None or self._bouw.index != index:
                    self._bouw = ElasticsearchBouw(
                        index, Splitser(self._eigen(index)), Woordenlijst(self.client, index)
                    )
                self._gezien = time.monotonic()
            return self._bouw

    def vergeet(self) -> None:
        with self._slot:
            self._gezien = 0.0
            self._bouw = None

    def _achter_alias(self) -> str:
        namen = list(self.client.indices.get_alias(name=self.alias))
        if not namen or not namen[0].startswith(f"{self.alias}-{schemahash()}-"):
            raise IndexStuk(f"the search index {namen} is of another make: run herindex")
        return str(namen[0])

    def _eigen(self, index: str) -> frozenset[str]:
        try:
            return frozenset(str(self.client.get(index=index, id=EIGEN)["_source"]["eigen"]).split())
        except NotFoundError:
            return frozenset()

    def nieuw(self, eigen: Iterable[str]) -> str:
        """An empty build that nobody reads yet, made for fast filling."""
        nummers = [int(n) for naam in self._alle() if (n := naam.rpartition("-")[2]).isdecimal()]
        index = f"{self.alias}-{schemahash()}-{max(nummers, default=0) + 1}"
        vulstand = {"number_of_replicas": 0, "refresh_interval": "-1", "max_result_window": MAX_VENSTER}
        self.client.indices.create(
            index=index,
            mappings=ZoekDocument._doc_type.mapping.to_dict(),
            settings={"number_of_shards": self.instellingen.get("number_of_shards", 1), **vulstand},
        )
        self.client.index(index=index, id=EIGEN, document={"eigen": " ".join(sorted(eigen))})
        return index

    def wissel(self, index: str) -> None:
        """Make a build the live one in one step, and clear older ones away."""
        self.client.indices.refresh(index=index)
        self.client.indices.put_settings(index=index, settings={**self._kopieen(), "refresh_interval": "1s"})
        with contextlib.suppress(NotFoundError):
            self.client.cluster.health(index=index, wait_for_status="yellow", timeout="30s")
        weg = {"remove": {"index": f"{self.alias}-*", "alias": self.alias, "must_exist": False}}
        self.client.indices.update_aliases(actions=[weg, {"add": {"index": index, "alias": self.alias}}])
        self.wis([naam for naam in self._alle() if naam != index])
        self.vergeet()

    def _kopieen(self) -> dict[str, Any]:
        """A copy as soon as a second node joins, unless a number was chosen."""
        aantal = self.instellingen.get("number_of_replicas")
        return {"auto_expand_replicas": "0-1"} if aantal is None else {"number_of_replicas": aantal}

    def wis(self, namen: list[str]) -> None:
        if namen:
            self.client.indices.delete(index=namen, ignore_unavailable=True)

    def _alle(self) -> list[str]:
        return [str(naam) for naam in self.client.indices.get(index=f"{self.alias}-*", features="aliases")]

    def zorg_voor_slotindex(self) -> None:
        # As this node knows it: asked of the master, a cluster that lost it keeps us waiting for half a minute.
        if not self.client.indices.exists(index=self.slotindex, local=True):
            with contextlib.suppress(BadRequestError):  # another process was first
                self.client.indices.create(index=self.slotindex, settings={"number_of_shards": 1, **self._kopieen()})

    def wis_alles(self) -> None:
        """For tests and for zoekproef: nothing of this name is left."""
        self.wis([*self._alle(), self.slotindex])
        self.vergeet()
