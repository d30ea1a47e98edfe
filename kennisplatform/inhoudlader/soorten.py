"""Kinds of content file, and what must happen once all are read. Rooms bring theirs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import models
from wagtail.models import Page

from kennisplatform.inhoudlader.schema import Veld
from kennisplatform.kamers import gebracht


@dataclass(frozen=True)
class Inhoudsoort:
    """One folder of files of one kind. `velden` turns a file's data into model fields."""

    naam: str
    map: Path
    schema: Mapping[str, Veld]
    model: type[models.Model]
    velden: Callable[[str, Mapping[str, Any]], dict[str, Any]]
    ouder: Callable[[], Page] | None = None  # None: a record, not a page
    ouderpad: str = "/"  # public path of the parent, for checking links before anything is written
    na: tuple[str, ...] = ()  # kinds whose pages must stand before these
    daarna: Callable[[Any, Mapping[str, Any]], None] | None = None  # of a `model`: links to other pages, when all exist


@dataclass(frozen=True)
class Nazorg:
    """What must happen after loading, such as a page per term."""

    naam: str
    doe: Callable[[], None]


def alle() -> tuple[Inhoudsoort, ...]:
    return gebracht(Inhoudsoort)


def nazorg() -> None:
    for werk in gebracht(Nazorg):
        werk.doe()
