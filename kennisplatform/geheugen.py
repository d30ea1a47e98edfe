"""What the site remembers for a while, in caches that may go away: a chain, of which the first that answers is asked.

`CACHES["default"]` holds counters that protect (sign-in, second step, forms, search): Redis, behind it a file that all
workers of this machine share, behind that this process. `CACHES["paginas"]` holds kept pages, apart, so that nobody can
push the counters out by asking for many pages. Named in settings.py, imported by nobody.
"""

from __future__ import annotations

import logging
import os
import pickle
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import redis
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.dummy import DummyCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache

log = logging.getLogger(__name__)

RUST_S: Final = 2.0  # that what failed is left alone: a request must not wait for it again and again
WACHT_S: Final = 0.25  # for an answer of Redis
SLOT_S: Final = 0.25  # for another writer of the file
OPNIEUW_S: Final = 0.005  # between two attempts to be the one who makes the file
OPRUIMEN: Final = 500  # writes of this process between two clean-ups of the file
MEESTE: Final = 200_000  # in this process
STUK: Final = (redis.RedisError, OSError, sqlite3.Error)

TABEL: Final = "CREATE TABLE IF NOT EXISTS geheugen (sleutel TEXT PRIMARY KEY, waarde, tot REAL NOT NULL) WITHOUT ROWID"


class Bestandsgeheugen(BaseCache):
    """One file for all processes of a machine. Numbers stand as numbers, so that adding one is a single statement."""

    def __init__(self, plek: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.plek = Path(plek)
        self._los = threading.local()
        self._geschreven = 0

    def _sql(self, sql: str, *waarden: Any) -> list[Any]:
        if getattr(self._los, "pid", None) != os.getpid():  # a connection may not be taken along into a fork
            # kept: closing it here would touch the parent's
            self._los.van_ouder = getattr(self._los, "verbinding", None)
            self._los.verbinding = _open(self.plek)
            self._los.pid = os.getpid()
        return list(self._los.verbinding.execute(sql, waarden).fetchall())

    def _tot(self, timeout: Any) -> float:
        tot = self.get_backend_timeout(timeout)
        return 1e12 if tot is None else float(tot)

    def _ruim(self) -> None:
        self._geschreven += 1
        if self._geschreven % OPRUIMEN == 0:
            self._sql("DELETE FROM geheugen WHERE tot <= ?", time.time())

    def _key(self, key: str, version: int | None) -> str:
        return str(self.make_and_validate_key(key, version=version))

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        self._ruim()
        rij = self._sql(
            "INSERT INTO geheugen VALUES (?, ?, ?) ON CONFLICT (sleutel) DO UPDATE SET waarde = excluded.waarde, "
            "tot = excluded.tot WHERE tot <= ? RETURNING 1",
            *(self._key(key, version), _in(value), self._tot(timeout), time.time()),
        )
        return bool(rij)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        rij = self._sql(
            "SELECT waarde FROM geheugen WHERE sleutel = ? AND tot > ?", self._key(key, version), time.time()
        )
        return _uit(rij[0][0]) if rij else default

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        self._ruim()
        self._sql(
            "INSERT OR REPLACE INTO geheugen VALUES (?, ?, ?)",
            *(self._key(key, version), _in(value), self._tot(timeout)),
        )

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        rij = self._sql(
            "UPDATE geheugen SET waarde = waarde + ? WHERE sleutel = ? AND tot > ? AND typeof(waarde) = 'integer' "
            "RETURNING waarde",
            *(delta, self._key(key, version), time.time()),
        )
        if not rij:
            raise ValueError(f"Key '{key}' not found")
        return int(rij[0][0])

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        sql = "UPDATE geheugen SET tot = ? WHERE sleutel = ? AND tot > ? RETURNING 1"
        return bool(self._sql(sql, self._tot(timeout), self._key(key, version), time.time()))

    def delete(self, key: str, version: int | None = None) -> bool:
        return bool(self._sql("DELETE FROM geheugen WHERE sleutel = ? RETURNING 1", self._key(key, version)))

    def clear(self) -> None:
        self._sql("DELETE FROM geheugen")


def _open(plek: Path) -> sqlite3.Connection:
    """SQLite makes a new file's journal without waiting for who does the same: workers that start together ask again."""
    plek.parent.mkdir(parents=True, exist_ok=True)
    verbinding = sqlite3.connect(plek, timeout=SLOT_S, isolation_level=None)
    tot = time.monotonic() + SLOT_S
    while True:
        try:
            verbinding.execute("PRAGMA journal_mode=WAL")
            verbinding.execute("PRAGMA synchronous=OFF")  # a counter that a power cut forgets is no loss
            verbinding.execute(TABEL)
        except sqlite3.OperationalError:
            if time.monotonic() > tot:
                verbinding.close()
                raise
            time.sleep(OPNIEUW_S)
        else:
            return verbinding


def _in(value: Any) -> Any:
    return value if type(value) is int else pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def _uit(waarde: Any) -> Any:
    return waarde if isinstance(waarde, int) else pickle.loads(waarde)


class Keten(BaseCache):
    """LOCATION is a list: 'redis://…', a file's path, 'proces', and 'niets' for what may as well be forgotten."""

    def __init__(self, plekken: list[str], params: dict[str, Any]) -> None:
        super().__init__(params)
        self.schakels = [(_naam(plek), _schakel(plek, params)) for plek in plekken]
        self._rust: dict[str, float] = {}

    def _doe(self, wat: Callable[[BaseCache], Any]) -> Any:
        laatste = len(self.schakels) - 1
        for plek, (naam, schakel) in enumerate(self.schakels):
            if plek < laatste and self._rust.get(naam, 0.0) > time.monotonic():
                continue
            try:
                uit = wat(schakel)
            except STUK as fout:
                if plek == laatste:
                    raise
                self._meld(naam, fout)
            else:
                if naam in self._rust and self._rust.pop(naam, None) is not None:
                    log.warning("%s answers again", naam)
                return uit
        return None

    def _meld(self, naam: str, fout: Exception) -> None:
        if naam not in self._rust:  # once an outage
            log.error("%s does not answer (%s), what comes after it is used", naam, type(fout).__name__)
        self._rust[naam] = time.monotonic() + RUST_S

    def toestand(self) -> str:
        """For /readyz: 'ok', or what is away. Asks."""
        for naam, schakel in self.schakels[:-1]:
            try:
                schakel.set("klaar", "ok", 5)
                if schakel.get("klaar") != "ok":
                    return f"{naam} vergeet"
            except STUK:
                return f"{naam} weg"
        return "ok"

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return bool(self._doe(lambda schakel: schakel.add(key, value, timeout, version)))

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return self._doe(lambda schakel: schakel.get(key, default, version))

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        self._doe(lambda schakel: schakel.set(key, value, timeout, version))

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return bool(self._doe(lambda schakel: schakel.touch(key, timeout, version)))

    def delete(self, key: str, version: int | None = None) -> bool:
        return bool(self._doe(lambda schakel: schakel.delete(key, version)))

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        return int(self._doe(lambda schakel: schakel.incr(key, delta, version)))

    def get_many(self, keys: Any, version: int | None = None) -> dict[Any, Any]:
        rij = list(keys)
        return dict(self._doe(lambda schakel: schakel.get_many(rij, version)))

    def set_many(self, data: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> list[Any]:
        return list(self._doe(lambda schakel: schakel.set_many(data, timeout, version)))

    def has_key(self, key: str, version: int | None = None) -> bool:
        return bool(self._doe(lambda schakel: schakel.has_key(key, version)))

    def clear(self) -> None:
        for naam, schakel in self.schakels:
            try:
                schakel.clear()
            except STUK as fout:
                self._meld(naam, fout)


def _naam(plek: str) -> str:
    """As it is named in logs: an address may hold a password."""
    return "Redis" if "://" in plek else {"proces": "dit proces", "niets": "niets"}.get(plek, "tellerbestand")


def _schakel(plek: str, params: dict[str, Any]) -> BaseCache:
    if "://" in plek:
        grenzen = {"socket_timeout": WACHT_S, "socket_connect_timeout": WACHT_S}
        return RedisCache(plek, params | {"OPTIONS": grenzen})
    if plek == "niets":
        return DummyCache(plek, params)
    if plek == "proces":
        return LocMemCache(f"keten-{params.get('KEY_PREFIX', '')}", params | {"OPTIONS": {"MAX_ENTRIES": MEESTE}})
    return Bestandsgeheugen(plek, params)
