"""Where the site tells what can be found. This room knows no model: rooms bring theirs.

A key is 'prefix:pk'. What `openbaar()` does not yield must not be found: it is taken out of the index.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.models import Model, QuerySet

from kennisplatform.kamers import gebracht

from .document import Document

logger = logging.getLogger(__name__)

HAP = 500  # objects read at a time

# Keys of this source that change when things with the given keys do: what hangs under a page is public as it is.
Volgers = Callable[[list[str]], Iterable[str]]


@dataclass(frozen=True)
class Zoekbron:
    """The objects of `openbaar()` can be found, as `document(object)` describes them (None: not this one)."""

    prefix: str
    model: type[Model]
    openbaar: Callable[[], QuerySet[Any]]
    document: Callable[[Any], Document | None]
    volgers: Volgers | None = None

    def __post_init__(self) -> None:
        if ":" in self.prefix or not self.prefix:
            raise ImproperlyConfigured(f"search prefix {self.prefix!r} is no name")

    @property
    def naam(self) -> str:
        return self.prefix

    def sleutel(self, pk: Any) -> str:
        return f"{self.prefix}:{pk}"


@dataclass(frozen=True)
class Uitvalmelder:
    """Who is told of a thing that can't be made findable: (what was done, the thing, the fault). This room knows no team."""

    naam: str
    meld: Callable[[str, object, Exception], None]


def bronnen() -> tuple[Zoekbron, ...]:
    return gebracht(Zoekbron)


def bron_van(model: type[Model]) -> Zoekbron | None:
    """The source that holds this model, a page type through its page."""
    return next((bron for bron in bronnen() if issubclass(model, bron.model)), None)


def volgers_van(sleutels: Iterable[str]) -> list[str]:
    """What must be indexed again along with these; asked while draining, so every event of a leader counts."""
    alle = list(sleutels)
    return [volger for bron in bronnen() if bron.volgers for volger in bron.volgers(alle)]


def sleutels_van(objecten: QuerySet[Any]) -> list[str]:
    bron = bron_van(objecten.model)
    return [bron.sleutel(pk) for pk in objecten.values_list("pk", flat=True)] if bron else []


def alle_documenten() -> Iterator[Document]:
    """Everything that can be found, read in bites."""
    for bron in bronnen():
        # Keys first and bites by key: a queryset of mixed page types has no iterator that fetches in bites.
        pks = list(bron.openbaar().order_by("pk").values_list("pk", flat=True))
        for i in range(0, len(pks), HAP):
            yield from _lees(bron, pks[i : i + HAP]).values()


def aantal_openbaar() -> int:
    """An upper bound of what `alle_documenten` yields, for an estimate of the time."""
    return sum(bron.openbaar().count() for bron in bronnen())


def documenten(sleutels: Iterable[str]) -> tuple[list[Document], list[str]]:
    """(to set, to delete): each key is in one of the two."""
    per_prefix: dict[str, list[str]] = defaultdict(list)
    alle = list(dict.fromkeys(sleutels))
    for sleutel in alle:
        prefix, _, pk = sleutel.partition(":")
        per_prefix[prefix].append(pk)
    gevonden: dict[str, Document] = {}
    per_naam = {bron.prefix: bron for bron in bronnen()}
    for prefix, pks in per_prefix.items():
        if bron := per_naam.get(prefix):
            goed = _geldig(bron, pks)
            for i in range(0, len(goed), HAP):
                gevonden |= _lees(bron, goed[i : i + HAP])
    return list(gevonden.values()), [sleutel for sleutel in alle if sleutel not in gevonden]


def _geldig(bron: Zoekbron, pks: Iterable[str]) -> list[Any]:
    """Keys that the model can have; another would raise and hold up the whole batch."""
    veld = bron.model._meta.pk
    uit = []
    for pk in pks:
        try:
            uit.append(veld.to_python(pk))
        except Exception:
            logger.warning("key %s:%s does not fit %s", bron.prefix, pk, bron.model.__name__)
    return uit


def _lees(bron: Zoekbron, pks: list[Any]) -> dict[str, Document]:
    uit = {}
    for ding in bron.openbaar().filter(pk__in=pks):
        sleutel = bron.sleutel(ding.pk)
        try:
            document = bron.document(ding)
        except Exception as fout:
            # One thing that can not be described must not keep all others out. It goes out of the index: safe.
            logger.exception("%s can not be made findable", sleutel)
            for melder in gebracht(Uitvalmelder):
                melder.meld("vindbaar maken", ding, fout)
            continue
        if document is not None:
            if document.sleutel != sleutel:
                logger.error("%s calls itself %s; left out", sleutel, document.sleutel)
                continue
            uit[sleutel] = document
    return uit
