"""Reading never waits for writing: what a page writes on the side gives up at once when another writes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

WACHT_MS: Final = 50


@contextmanager
def kort_slot(ms: int = WACHT_MS) -> Iterator[None]:
    """A transaction that waits no longer than this for a lock; raises DatabaseError then. SQLite has one writer at a
    time, and a load or an import may hold it for seconds.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            eerder = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
            cursor.execute(f"PRAGMA busy_timeout={int(ms)}")
        try:
            with transaction.atomic():
                yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute(f"PRAGMA busy_timeout={int(eerder)}")
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{int(ms)}ms'")
        yield


def weet_van_json(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Django asks a new connection to SQLite whether it knows JSON inside a transaction, and ours take the write lock: the
    first page that a thread read of a network waited 19 s for somebody's import. There is no site without it.
    """
    if connection.vendor == "sqlite":
        connection.features.supports_json_field = True


def verbind() -> None:
    connection_created.connect(weet_van_json, dispatch_uid="haast")
