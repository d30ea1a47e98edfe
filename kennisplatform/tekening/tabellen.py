"""Which tables a drawing read, and which were written: so that no room has to remember to say what it changed.

Every query passes here. A drawing notes the tables that it reads; whoever writes one of them, in whatever way (`save`,
`update`, `bulk_create`), makes those drawings untrue when the change is committed. Too coarse for some tables: a room
says of a model what its records change (verandering.py), and then notes by itself what it reads of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from django.db import connection as standaard
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.models import Model

from kennisplatform.kamers import gebracht
from kennisplatform.naderhand import na_commit
from kennisplatform.tekening.journaal import VERGETEN, Nieuws
from kennisplatform.tekening.notitie import Dekking, dekking, maak_onhoudbaar, tekent, toont

LEEST: Final = re.compile(r'(?:FROM|JOIN) "?(\w+)"?')
SCHRIJFT: Final = re.compile(r'(?:INSERT INTO|INSERT OR IGNORE INTO|UPDATE|DELETE FROM) "?(\w+)"?')


@dataclass(frozen=True)
class Stil:
    """Tables whose names begin so are written all day and stand on no page: that is not told, and a drawing that reads
    one is never kept. `waarom`: why it stands on no page.
    """

    begin: tuple[str, ...]
    waarom: str


@dataclass(frozen=True)
class Apart:
    """Tables of which a room says itself what is shown and what changed (`toont`, `veranderd`): neither noted nor told.
    `in_merk`: a drawing that is kept under a mark (opstand.py) has them in it.
    """

    tabellen: Callable[[], frozenset[str]]
    in_merk: bool = False


_mee: ContextVar[set[str] | None] = ContextVar("meegelezen", default=None)


@contextmanager
def meegelezen() -> Iterator[set[str]]:
    """The tables that are read inside."""
    gelezen_: set[str] = set()
    vlag = _mee.set(gelezen_)
    try:
        yield gelezen_
    finally:
        _mee.reset(vlag)


@cache
def _stil() -> tuple[str, ...]:
    return ("django_migrations", *(begin for stil in gebracht(Stil) for begin in stil.begin))


@cache
def _apart() -> frozenset[str]:
    return frozenset().union(*(apart.tabellen() for apart in gebracht(Apart)))


@cache
def _in_merk() -> frozenset[str]:
    return frozenset().union(*(apart.tabellen() for apart in gebracht(Apart) if apart.in_merk))


@lru_cache(maxsize=4096)
def tabellen_in(sql: str) -> frozenset[str]:
    return frozenset(LEEST.findall(sql))


@lru_cache(maxsize=4096)
def gelezen(sql: str, merk: Dekking | None = None) -> tuple[tuple[str, ...], bool]:
    """(things to note, does it read what is never told?). `merk`: what the mark of this drawing was made of; what nobody
    tells must be in it.
    """
    namen = tabellen_in(sql)
    stil = {naam for naam in namen if naam.startswith(_stil())}
    if merk is not None:
        gedekt = (stil & merk.tabellen) | merk.geheel
        namen, stil = namen - gedekt, (stil | (namen & _in_merk())) - merk.tabellen
    return tuple(sorted(f"tabel:{naam}" for naam in namen - _apart())), bool(stil)


@lru_cache(maxsize=4096)
def geschreven(sql: str) -> str:
    """The thing that changed; '' for what nobody is told."""
    gevonden = SCHRIJFT.match(sql)
    naam = gevonden[1] if gevonden else ""
    if not naam or naam in _apart() or naam.startswith(_stil()):
        return ""
    if '"last_login" = ' in sql and sql.count("=") == 2:  # somebody signs in; no page says when
        return ""
    return f"tabel:{naam}"


def tabel(model: type[Model]) -> str:
    """The thing that is told when a record of this model is written, for who remembers what it read of it."""
    return f"tabel:{model._meta.db_table}"


def luister(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """A wrapper around each query, as Django calls it."""
    uit = execute(sql, params, many, context)
    if sql.lstrip("(").startswith("SELECT"):  # PostgreSQL has the parts of a union between brackets
        if (mee := _mee.get()) is not None:
            mee |= tabellen_in(sql)
        if tekent():
            dingen, stil = gelezen(sql, dekking())
            toont(*dingen)
            if stil:
                maak_onhoudbaar()
    elif ding := geschreven(sql):
        _meld(context["connection"], ding)
    return uit


def _meld(connection: BaseDatabaseWrapper, ding: str) -> None:
    na_commit(Nieuws((ding,), False), VERGETEN, using=connection.alias)


def _hang_op(connection: BaseDatabaseWrapper, **_: Any) -> None:
    if luister not in connection.execute_wrappers:
        connection.execute_wrappers.append(luister)


def verbind() -> None:
    """Called once, when the rooms were read."""
    connection_created.connect(_hang_op, dispatch_uid="tekening.tabellen")
    if standaard.connection is not None:
        _hang_op(standaard)
