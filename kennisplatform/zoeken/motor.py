"""The port to a search engine: contract, errors and chooser. The engines are in motoren/.

ZOEK = {
    "MOTOR": "tantivy",     # the default; 'elasticsearch' once it is there
    "MAP": "/var/…/zoek",   # tantivy: folder on a local disk; default <BASE_DIR>/var/zoekindex
    "URL": "",              # elasticsearch
    "DIRECT": True,         # drain the outbox right after the commit that filled it
}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from .document import Document
from .vraag import Antwoord, Suggestie, Vraag


class ZoekFout(Exception):
    """Search can not do what was asked; catch this one to fall back."""


class MotorBezig(ZoekFout):
    """Another process is writing; try again, nothing is lost."""


class MotorWeg(ZoekFout):
    """The engine does not answer."""


class IndexStuk(MotorWeg):
    """No index, one of an older make, or a damaged one: `herbouw` mends it."""


class Schrijver(Protocol):
    """Changes of one batch: all of them are committed together, or none."""

    def zet(self, documenten: Iterable[Document]) -> None: ...
    def wis(self, sleutels: Iterable[str]) -> None: ...


class Motor(Protocol):
    naam: str

    def schrijver(self) -> AbstractContextManager[Schrijver]:
        """Holds the only write lock from entry to exit, commits at exit. Raises MotorBezig, MotorWeg, IndexStuk."""

    def zet(self, documenten: Sequence[Document]) -> None: ...
    def wis(self, sleutels: Sequence[str]) -> None: ...
    def zoek(self, vraag: Vraag) -> Antwoord: ...
    def suggereer(self, tekst: str, taal: str = "nl", n: int = 8) -> list[Suggestie]: ...

    def leeg(self) -> None:
        """Make it an index without documents."""

    def herbouw(self, documenten: Iterable[Document], voortgang: Callable[[int], None] | None = None) -> int:
        """Build beside the live index and swap; returns the number of documents."""

    def herbouwt(self) -> bool:
        """Is a rebuild going on? Changes made now reach the live index only: keep them for the next one."""

    def ruim_op(self) -> None:
        """Nightly housekeeping."""

    def aantal(self) -> int: ...
    def gezond(self) -> bool: ...


def instelling(naam: str, standaard: Any = None) -> Any:
    return getattr(settings, "ZOEK", {}).get(naam, standaard)


def _map() -> Path:
    if gekozen := instelling("MAP"):
        return Path(gekozen)
    basis = getattr(settings, "BASE_DIR", None)
    if basis is None:
        raise ImproperlyConfigured("ZOEK['MAP'] or BASE_DIR must say where the search index lives")
    return Path(basis) / "var" / "zoekindex"


@lru_cache(maxsize=4)
def _maak(naam: str, plek: str) -> Motor:
    if naam == "tantivy":
        # Imported here: a site on another engine need not have this one installed.
        from .motoren.tantivy import TantivyMotor  # noqa: PLC0415

        return TantivyMotor(Path(plek))
    raise ImproperlyConfigured(f"ZOEK['MOTOR'] is unknown: {naam!r}; known: 'tantivy'")


def motor() -> Motor:
    """The engine of this site, one per process and setting."""
    naam = instelling("MOTOR", "tantivy")
    return _maak(naam, str(_map()) if naam == "tantivy" else str(instelling("URL", "")))


def gezond() -> bool:
    """For readyz: does the engine answer, with an index of this make?"""
    try:
        return motor().gezond()
    except ZoekFout:
        return False
