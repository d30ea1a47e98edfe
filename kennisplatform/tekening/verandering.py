"""What a saved or deleted record changes on pages: each room says it once, in its kamer.py."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from kennisplatform.kamers import gebracht
from kennisplatform.tekening.journaal import veranderd


@dataclass(frozen=True)
class Verandering:
    """A record of `model` was saved or deleted: `dingen(record)` are the things that look otherwise now.

    Instead of the whole table (tabellen.py): what reads records of this model says with `toont` which things it shows.
    `hard`: what it showed may not be seen a moment longer. A change that Django tells nobody of (`update()`,
    `bulk_create()`) calls `veranderd` itself.
    """

    model: type[Model]
    dingen: Callable[[Any], Iterable[str]]
    hard: bool = False

    @property
    def naam(self) -> str:
        return self.model._meta.label


def _verander(sender: type[Model], instance: Model, raw: bool = False, **_: Any) -> None:
    for verandering in gebracht(Verandering):
        if isinstance(instance, verandering.model):
            veranderd(*verandering.dingen(instance), hard=verandering.hard)


def tabellen() -> frozenset[str]:
    return frozenset(verandering.model._meta.db_table for verandering in gebracht(Verandering))


def verbind() -> None:
    """Called once, after the rooms were read."""
    for verandering in gebracht(Verandering):
        for signaal in (post_save, post_delete):
            signaal.connect(_verander, sender=verandering.model, dispatch_uid=f"tekening.{verandering.naam}")
