"""What a drawing shows, written down while it is drawn: a change then forgets just the drawings that show it.

A thing is a short name: 'pagina:12', 'buurten', 'index:artikel'. A drawing notes what it shows, also what it would show
if there were some ('gesprek:12' on a page nobody talks about yet). Each drawing ends at midnight: dates are on them all.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeVar

from django.utils import timezone

T = TypeVar("T")
ALLES: Final = "*"  # on every drawing: what changes the whole site, such as a renamed term


_dag: list[tuple[float, float, dt.tzinfo | None]] = [(0.0, 0.0, None)]  # begin and end of today, and where


def middernacht() -> float:
    """The next one, in seconds since 1970. Asked by each part of a page, so worked out once a day."""
    zone, nu = timezone.get_current_timezone(), time.time()
    begin, eind, van = _dag[0]
    if begin <= nu < eind and van is zone:
        return eind
    vandaag = timezone.localdate()
    begin, eind = (dt.datetime.combine(vandaag + dt.timedelta(days=n), dt.time(), zone).timestamp() for n in (0, 1))
    _dag[0] = (begin, eind, zone)
    return eind


@dataclass
class Notitie:
    """Things shown, and until when the drawing is true (seconds since 1970)."""

    dingen: set[str] = field(default_factory=lambda: {ALLES})
    tot: float = field(default_factory=middernacht)

    def neem_over(self, dingen: Iterator[str] | set[str] | frozenset[str], tot: float) -> None:
        self.dingen.update(dingen)
        self.tot = min(self.tot, tot)


class Dekking(NamedTuple):
    """Tables in the mark of a drawing, and those of which it holds all that is shown."""

    tabellen: frozenset[str]
    geheel: frozenset[str]


_nu: ContextVar[Notitie | None] = ContextVar("notitie", default=None)
_gedekt: ContextVar[Dekking | None] = ContextVar("gedekt", default=None)


@contextmanager
def noteer() -> Iterator[Notitie]:
    """Whatever is drawn inside writes down what it shows. A drawing inside another one counts for both."""
    eigen, buiten = Notitie(), _nu.get()
    vlag, dekking = _nu.set(eigen), _gedekt.set(None)  # what is kept inside another drawing has no part in its mark
    try:
        yield eigen
    finally:
        _nu.reset(vlag)
        _gedekt.reset(dekking)
        if buiten is not None:
            buiten.neem_over(eigen.dingen, eigen.tot)


def toont(*dingen: str) -> None:
    """This is on the page. Nothing happens when nobody draws."""
    if (notitie := _nu.get()) is not None:
        notitie.dingen.update(dingen)


@contextmanager
def in_plaats_van(*dingen: str) -> Iterator[None]:
    """What is read inside is told under these names, and not by the tables that it stands in."""
    vlag = _nu.set(None)
    try:
        yield
    finally:
        _nu.reset(vlag)
        toont(*dingen)


def eens(maak: Callable[[], T]) -> Callable[[], T]:
    """Worked out when a page first shows it, and once; each part that shows it hangs on what it was made of. A page
    whose kept parts are true never asks.
    """
    klaar: list[tuple[T, Notitie]] = []

    def geef() -> T:
        if not klaar:
            with noteer() as notitie:
                klaar.append((maak(), notitie))
        waarde, gezien = klaar[0]
        neem_over(frozenset(gezien.dingen), gezien.tot)
        return waarde

    return geef


@contextmanager
def gedekt(tabellen: frozenset[str], geheel: frozenset[str] = frozenset()) -> Iterator[None]:
    """What is drawn inside is kept under a mark that was made of these tables (opstand.py). `geheel`: those of which it holds
    every row that is shown, so that what is told of others of their rows makes nothing untrue.
    """
    vlag = _gedekt.set(Dekking(tabellen, geheel))
    try:
        yield
    finally:
        _gedekt.reset(vlag)


@contextmanager
def verteld(*dingen: str) -> Iterator[None]:
    """What is read inside shows these things, of which a room tells when they change: it need not stand in the mark of the
    drawing around it.
    """
    toont(*dingen)
    vlag = _gedekt.set(None)
    try:
        yield
    finally:
        _gedekt.reset(vlag)


def dekking() -> Dekking | None:
    return _gedekt.get()


def tekent() -> bool:
    return _nu.get() is not None


def maak_onhoudbaar() -> None:
    """What stands here changes without anybody being told: the drawing is not kept."""
    if (notitie := _nu.get()) is not None:
        notitie.tot = 0.0


def geldig_tot(moment: dt.datetime | None) -> None:
    """What stands here is not true any more from then on."""
    if moment is not None and (notitie := _nu.get()) is not None:
        notitie.tot = min(notitie.tot, moment.timestamp())


def neem_over(dingen: frozenset[str], tot: float) -> None:
    """A kept part is put in: what it shows, the whole shows."""
    if (notitie := _nu.get()) is not None:
        notitie.neem_over(dingen, tot)
