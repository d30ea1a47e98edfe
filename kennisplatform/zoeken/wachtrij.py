"""The outbox: fill it in the transaction of the change, drain it after the commit. Nothing is lost in between."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, TypeVar

from django.utils import timezone

from kennisplatform import naderhand
from kennisplatform.ernaast import Ernaast
from kennisplatform.kamers import gebracht
from kennisplatform.naderhand import na_commit
from kennisplatform.tekening.journaal import veranderd

from . import bron, herstel
from .models import Wachtrij
from .motor import instelling, motoren
from .poort import IndexStuk, Motor, MotorBezig, Schrijver, ZoekFout

logger = logging.getLogger(__name__)
T = TypeVar("T")

PARTIJ: Final = 1_000  # rows of one commit
OUD: Final = timedelta(days=7)
KLEIN: Final = 1_000  # documents of a site that is indexed from nothing on the spot
GEDULD_S: Final = 60.0  # that a command waits for another writer; a request never waits
ERNAAST_S: Final = 15.0  # that a thread beside the requests goes on; a process that stops waits no longer for it
_OPNIEUW_S: Final = 0.5


@dataclass(frozen=True)
class Voorwerk:
    """What `verwerkwachtrij` does before it drains, for a room that must make a thing findable first; how many."""

    naam: str
    doe: Callable[[], int]


def doe_voorwerk() -> int:
    return sum(werk.doe() for werk in gebracht(Voorwerk))


def zet_in_wachtrij(sleutels: Iterable[str], actie: str = Wachtrij.Actie.ZET) -> None:
    """Remember these keys in the caller's transaction; drained when it commits, as ZOEK['DIRECT'] says."""
    uniek = list(dict.fromkeys(sleutels))
    rijen = [Wachtrij(sleutel=sleutel, actie=actie, motor=m.naam) for m in motoren() for sleutel in uniek]
    if not rijen:
        return
    Wachtrij.objects.bulk_create(rijen, batch_size=500)
    if doe := {"meteen": _verwerk_stil, "draad": ernaast.wek}.get(instelling("DIRECT", "meteen")):
        na_commit(doe, "bringing the search index up to date")


def _verwerk_stil() -> None:
    verwerk(stil=True)


def _verwerk_ernaast() -> None:
    """Whoever else writes takes our rows along, or is waited for: the last who comes finds nothing to do."""
    with naderhand.termijn(ERNAAST_S), contextlib.suppress(ZoekFout):  # logged where it was met
        geduldig(verwerk, ERNAAST_S)


ernaast: Final = Ernaast("the search outbox", _verwerk_ernaast)


def verwerk(*, stil: bool = False, van_nul: bool = True) -> int:
    """Bring every index up to date; returns the number of rows done.

    When an engine is busy or away its rows stay for the next call, and the other one goes on; `stil` logs that instead
    of raising. `van_nul`: a small site without a usable index gets one here. After a commit it stops at the deadline: on
    a busy site others' rows keep coming, and whoever drains would drain for all of them.
    """
    gedaan = 0
    fouten: list[ZoekFout] = []
    for motor in motoren():
        try:
            while aantal := _verwerk_partij(motor):
                gedaan += aantal
                if naderhand.rest() == 0:
                    break  # the next commit goes on, or the worker
        except MotorBezig as fout:
            logger.info("search index of %s is busy, rows wait: %s", motor.naam, fout)
            fouten.append(fout)
        except IndexStuk as fout:
            if not (van_nul and _van_nul(motor, fout)):
                fouten.append(fout)
        except ZoekFout as fout:
            logger.warning("search engine %s is away, rows wait: %s", motor.naam, fout)
            fouten.append(fout)
    if fouten and not stil:
        raise fouten[0]
    return gedaan


def _verwerk_partij(motor: Motor) -> int:
    """One batch, one commit. Read inside the write lock: who reads before it could put an older state over a newer.

    While a rebuild runs the rows stay: it may already have passed them, and its index replaces this one. They are
    applied to the live index all the same, and again by the first drain after the rebuild.
    """
    wachtend = Wachtrij.objects.filter(motor=motor.naam).order_by("pk")
    if not wachtend.exists():
        return 0
    with motor.schrijver() as schrijver:
        blijven = motor.herbouwt()
        rijen = list(wachtend[: None if blijven else PARTIJ])
        nieuws = _pas_toe(schrijver, rijen)
    veranderd(*nieuws)
    if blijven:
        return 0
    Wachtrij.objects.filter(pk__in=[rij.pk for rij in rijen]).delete()
    return len(rijen)


def _pas_toe(schrijver: Schrijver, rijen: list[Wachtrij]) -> set[str]:
    """What lists show otherwise from now on, for kept drawings: lists of these kinds, and all when something went."""
    laatste = {rij.sleutel: rij.actie for rij in rijen}  # the last row of a key counts
    laatste = dict.fromkeys(bron.volgers_van(laatste), str(Wachtrij.Actie.ZET)) | laatste
    zet, wis = bron.documenten(sleutel for sleutel, actie in laatste.items() if actie == Wachtrij.Actie.ZET)
    weg = [*wis, *(sleutel for sleutel, actie in laatste.items() if actie == Wachtrij.Actie.WIS)]
    schrijver.wis(weg)
    schrijver.zet(zet)
    return {"index", *(f"index:{document.soort}" for document in zet), *(("index:weg",) if weg else ())}


def _van_nul(motor: Motor, fout: IndexStuk) -> bool:
    """A small site gets its index on the spot; a large one in a process of its own: longer than a request may take.

    After a commit nobody sends a whole index over the line: it would be cut off in the middle, at each commit anew. The
    next command that drains (a worker does all day) makes it.
    """
    if motor.elders and naderhand.rest() is not None:
        logger.info("%s has no usable index yet, rows wait: %s", motor.naam, fout)
        return False
    if bron.aantal_openbaar() > KLEIN:
        logger.error("%s has no usable index, rows wait for its rebuild: %s", motor.naam, fout)
        herstel.begin()
        return False
    try:
        herbouw(motor)
    except ZoekFout as nieuw:
        logger.warning("search index could not be made: %s", nieuw)
        return False
    return True


def herbouw(motor: Motor, voortgang: Callable[[int], None] | None = None) -> int:
    """Build beside the live index, swap, and apply what changed meanwhile. Returns the number of documents."""
    aantal = motor.herbouw(bron.alle_documenten(), voortgang)
    veranderd("index", "index:weg")
    verwerk(stil=True, van_nul=False)
    return aantal


def geduldig(werk: Callable[[], T], geduld_s: float = GEDULD_S) -> T:
    """For a command: another process that writes is done in a moment, so wait for it. Raises MotorBezig after that."""
    einde = time.monotonic() + geduld_s
    while True:
        try:
            return werk()
        except MotorBezig:
            if time.monotonic() >= einde:
                raise
            time.sleep(_OPNIEUW_S)


def ruim_rijen_op() -> int:
    """Rows that nobody did for a week, of an engine that is gone: nightly rebuilds have made them needless."""
    return Wachtrij.objects.filter(gemaakt__lt=timezone.now() - OUD).delete()[0]
