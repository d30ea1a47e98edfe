"""Figures of a file wait as rows that nobody reads until all are there; then they hold, in one short transaction.

With SQLite nobody else writes while somebody does, and a national file is 60,000 figures. What a killed process leaves are rows
that wait: the next run, who throws the file away, or the night removes them.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from django.db import IntegrityError, connection, transaction
from django.db.models import Count, Max, Q
from django.utils import timezone

from kennisplatform.cijfers.afschermen import anders_verborgen, besloten_nu, pas_toe
from kennisplatform.cijfers.models import Cijfer, Cijferbron, Cijferinvoer, Cijfers

Stand = Cijferinvoer.Stand
ONAF: Final = (Stand.NAKIJKEN, Stand.BEKEKEN, Stand.OPNEMEN)  # figures of such a file hold nowhere, and never did
TEGELIJK: Final = 2000  # rows in one statement


class Overgenomen(Exception):
    """Somebody else is busy with this file by now, or it is done."""


class Inmiddelsanders(Exception):
    """Other figures came to hold since this file was compared with what is there: it has to be compared again."""


@contextmanager
def om_de_beurt() -> Iterator[None]:
    """A short transaction, and as long a pause: who waits for a lock on the whole of SQLite looks now and then, and would find
    it taken each time by parts that follow each other at once.
    """
    with transaction.atomic():
        begin = time.perf_counter()
        yield
    if not connection.in_atomic_block and not connection.features.has_select_for_update:
        time.sleep(time.perf_counter() - begin)


@dataclass(frozen=True)
class Beurt:
    """One run at one file. Whoever began last is the one that writes."""

    invoer: Cijferinvoer
    sinds: dt.datetime

    @classmethod
    def neem(cls, invoer: Cijferinvoer) -> Beurt:
        """Raises Overgenomen when the file is not to be taken in (any more)."""
        beurt = cls(invoer, timezone.now())
        if not Cijferinvoer.objects.filter(pk=invoer.pk, stand=Stand.OPNEMEN).update(gestart=beurt.sinds):
            raise Overgenomen
        ruim_wachtende(invoer)
        return beurt

    @contextmanager
    def slot(self) -> Iterator[None]:
        """A short transaction in which nobody else takes this file over."""
        with om_de_beurt():
            mijn = Cijferinvoer.objects.filter(pk=self.invoer.pk, stand=Stand.OPNEMEN, gestart=self.sinds)
            if not mijn.select_for_update().defer("rauw", "verslag"):
                raise Overgenomen
            yield

    @property
    def wachtend(self) -> Cijfers:
        return Cijfer.objects.filter(invoer=self.invoer, huidig=False)

    def laat_gelden(self, vervangt: Sequence[int], vooraf: Mapping[str, object], velden: Mapping[str, Any]) -> None:
        """`vooraf`: how things stood before the figures were compared (`stand_van_zaken`). Raises Inmiddelsanders, Overgenomen."""
        verbergen: Mapping[str, Sequence[int]] = {}
        if besloten := not self.invoer.bron.open:
            verbergen = anders_verborgen(besloten_nu(), self.wachtend, zonder=frozenset(vervangt))
        try:
            with self.slot():
                Cijferbron.objects.select_for_update().get(pk=self.invoer.bron_id)
                if vooraf != stand_van_zaken(self.invoer.bron, besloten=besloten):
                    raise Inmiddelsanders
                zet_huidig(vervangt, huidig=False)
                self.wachtend.update(huidig=True)
                pas_toe(verbergen)
                Cijferinvoer.objects.filter(pk=self.invoer.pk).update(
                    **velden, stand=Stand.OPGENOMEN, rauw=None, verslag=None
                )
        except IntegrityError as fout:  # a figure of another source came in the same place
            raise Inmiddelsanders from fout
        self.invoer.refresh_from_db()


def stand_van_zaken(bron: Cijferbron, *, besloten: bool) -> dict[str, object]:
    """Other than it was as soon as a file of this source came to hold or was taken back; each only adds to one of the two.
    What is hidden depends on all that was handed in, by surveys too.
    """
    invoeren = Cijferinvoer.objects.filter(bron=bron).aggregate(
        op=Count("pk", filter=Q(stand=Stand.OPGENOMEN)), terug=Count("pk", filter=Q(stand=Stand.TERUG))
    )
    return invoeren | (besloten_nu().aggregate(laatste=Max("pk"), aantal=Count("pk")) if besloten else {})


def zet_huidig(pks: Sequence[int], *, huidig: bool) -> None:
    """Raises Inmiddelsanders when one of them was otherwise already."""
    for begin in range(0, len(pks), TEGELIJK):
        deel = pks[begin : begin + TEGELIJK]
        if Cijfer.objects.filter(pk__in=deel, huidig=not huidig).update(huidig=huidig) != len(deel):
            raise Inmiddelsanders


def ruim_wachtende(invoer: Cijferinvoer) -> None:
    """In parts. Never of a file that was taken in: its rows that don't hold are earlier versions."""
    while True:
        with transaction.atomic():
            if (
                not Cijferinvoer.objects.defer("rauw", "verslag")
                .select_for_update()
                .filter(pk=invoer.pk, stand__in=ONAF)
            ):
                return
            pks = list(Cijfer.objects.filter(invoer=invoer).values_list("pk", flat=True)[:TEGELIJK])
            Cijfer.objects.filter(pk__in=pks).delete()
        if len(pks) < TEGELIJK:
            return


def gooi_weg(invoer: Cijferinvoer) -> bool:
    """A file that was never taken in; from here on nobody takes it in either. No when somebody did meanwhile."""
    rij = Cijferinvoer.objects.filter(pk=invoer.pk, stand=invoer.stand, gestart=invoer.gestart)
    if not rij.filter(stand__in=ONAF).update(stand=Stand.BEKEKEN, gestart=None):
        return False
    ruim_wachtende(invoer)
    return bool(Cijferinvoer.objects.filter(pk=invoer.pk, stand=Stand.BEKEKEN).delete()[0])
