"""One bad row never stops the rest: each by itself, what failed is logged and told to the team, the next one is done."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

from django.db import DatabaseError, models, transaction
from django.utils import timezone

from kennisplatform.basis.models import Mislukking

log = logging.getLogger(__name__)
T = TypeVar("T")
BEWAAR: Final = dt.timedelta(days=14)
RECENT: Final = dt.timedelta(days=2)


def voor_elk(wat: str, dingen: Iterable[T], doe: Callable[[T], object]) -> int:
    """`doe(thing)` for each, in a transaction of its own; returns how many went well. `wat` names the work, in Dutch."""
    goed: list[T] = []
    for ding in dingen:
        with los(wat, ding), transaction.atomic():
            doe(ding)
            goed.append(ding)
    return len(goed)


@contextmanager
def los(wat: str, ding: object) -> Iterator[None]:
    """For work that is no transaction, or many small ones: what fails inside is told, and the caller's loop goes on."""
    try:
        yield
    except Exception as fout:
        meld(wat, ding, fout)


def meld(wat: str, ding: object, fout: Exception) -> None:
    """Which row of which kind, and what kind of fault: never its text, which may be personal."""
    sleutel = f"{ding._meta.label_lower}:{ding.pk}" if isinstance(ding, models.Model) else type(ding).__name__
    log.error("%s: %s failed with %s", wat, sleutel, type(fout).__name__, exc_info=fout)
    try:
        with transaction.atomic():
            rij, nieuw = Mislukking.objects.get_or_create(
                wat=wat[:80], sleutel=sleutel[:80], defaults={"fout": type(fout).__name__[:80]}
            )
            if not nieuw:
                rij.keren, rij.fout = rij.keren + 1, type(fout).__name__[:80]
                rij.save()
    except DatabaseError:
        log.exception("%s could not be written down", wat)


def stand() -> str:
    """For /readyz: 'ok', or how many rows of which work failed lately."""
    recent = Mislukking.objects.filter(op__gt=timezone.now() - RECENT)
    per = recent.order_by("wat").values_list("wat").annotate(n=models.Count("pk"))
    return ", ".join(f"{wat}: {n}" for wat, n in per[:5]) or "ok"


def ruim_op() -> str:
    weg, _soorten = Mislukking.objects.filter(op__lt=timezone.now() - BEWAAR).delete()
    return f"{weg} oude mislukkingen"
