"""A lock on the cluster: one document, created by the process that gets it. It ends by itself when its holder died."""

from __future__ import annotations

import contextlib
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from elasticsearch import ConflictError, Elasticsearch, NotFoundError

from kennisplatform import naderhand

# A cluster that lost its master keeps a writer waiting for a minute; an editor who publishes can't, the outbox can.
WACHT_S: Final = 2
# What a lock under a deadline lasts longer than the deadline, as the clocks of the web servers differ a little.
SPELING_S: Final = 5


@dataclass
class Slot:
    client: Elasticsearch
    index: str
    naam: str
    duur: float  # seconds; the clocks of the web servers may differ by less than this
    _versie: tuple[int, int] | None = None

    def neem(self) -> bool:
        """True when it is ours from now on."""
        inhoud = {"tot": self._tot(), "wie": uuid.uuid4().hex}
        with contextlib.suppress(ConflictError):
            vlug = self.client.options(request_timeout=2 * WACHT_S, max_retries=1, retry_on_status=())
            self._onthoud(vlug.create(index=self.index, id=self.naam, document=inhoud, timeout=f"{WACHT_S}s"))
            return True
        try:
            oud = self.client.get(index=self.index, id=self.naam)
            if float(oud["_source"]["tot"]) > time.time():
                return False
            self._onthoud(self._vervang(inhoud, (oud["_seq_no"], oud["_primary_term"])))
        except (ConflictError, NotFoundError):
            return False
        return True

    def verleng(self) -> None:
        """A long job says that it is still alive."""
        if self._versie:
            self._onthoud(self._vervang({"tot": self._tot(), "wie": "verlengd"}, self._versie))

    def laat_los(self) -> None:
        if self._versie:
            nummer, termijn = self._versie
            with contextlib.suppress(ConflictError, NotFoundError), naderhand.nog_even():
                self.client.delete(index=self.index, id=self.naam, if_seq_no=nummer, if_primary_term=termijn)
            self._versie = None

    def bezet(self) -> bool:
        with contextlib.suppress(NotFoundError):
            uit = self.client.get(index=self.index, id=self.naam)
            return bool(float(uit["_source"]["tot"]) > time.time())
        return False

    def _tot(self) -> float:
        """A lock that was taken under a deadline ends with it, not minutes later.

        After the deadline nothing can be asked of the cluster: its holder can't let go, nor know that a lock was made
        whose answer came too late.
        """
        rest = naderhand.rest()
        return time.time() + (self.duur if rest is None else min(self.duur, rest + SPELING_S))

    def _vervang(self, inhoud: dict[str, Any], versie: tuple[int, int]) -> Any:
        return self.client.index(
            index=self.index, id=self.naam, document=inhoud, if_seq_no=versie[0], if_primary_term=versie[1]
        )

    def _onthoud(self, antwoord: Any) -> None:
        self._versie = (antwoord["_seq_no"], antwoord["_primary_term"])


@contextlib.contextmanager
def losgelaten(slot: Slot) -> Iterator[Slot]:
    try:
        yield slot
    finally:
        slot.laat_los()
