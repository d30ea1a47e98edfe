"""The port to a search engine: what each of them does, and how it says that it can't. The engines are in motoren/."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from .antwoord.vraag import Antwoord, Vraag, Zoeksuggestie
from .document import Document

if TYPE_CHECKING:
    from .antwoord.uitleg import Uitleg


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


class Zoeker(Protocol):
    """What answers a reader: an engine, or one with another behind it."""

    naam: str

    def zoek(self, vraag: Vraag) -> Antwoord: ...
    def suggereer(self, tekst: str, taal: str = "nl", n: int = 8) -> list[Zoeksuggestie]: ...
    def leg_uit(self, vraag: Vraag) -> Uitleg: ...
    def aantal(self) -> int: ...
    def gezond(self) -> bool: ...


class Motor(Zoeker, Protocol):
    elders: bool  # on another machine: a whole index goes there over a line, which nobody should wait for

    def schrijver(self) -> AbstractContextManager[Schrijver]:
        """Holds the only write lock from entry to exit, commits at exit. Raises MotorBezig, MotorWeg, IndexStuk."""

    def zet(self, documenten: Sequence[Document]) -> None: ...
    def wis(self, sleutels: Sequence[str]) -> None: ...

    def leeg(self) -> None:
        """Make it an index without documents."""

    def herbouw(self, documenten: Iterable[Document], voortgang: Callable[[int], None] | None = None) -> int:
        """Build beside the live index and swap; returns the number of documents."""

    def herbouwt(self) -> bool:
        """Is a rebuild going on? Changes made now reach the live index only: keep them for the next one."""

    def sommen(self) -> dict[str, str]:
        """Of every document in the index its key and `velden.som`."""

    def ruim_op(self) -> None:
        """Nightly housekeeping."""
