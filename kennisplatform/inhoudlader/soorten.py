"""Kinds of content file, and what must happen once all are read. Rooms bring theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import models
from wagtail.models import Page

from kennisplatform.inhoudlader.schema import Pad, Veld
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
    uit: Callable[[Any], dict[str, Any]] | None = None  # the way back: a page → the keys of its file
    apart: tuple[str, ...] = ()  # fields of the page that no file holds, and that nobody misses


Rijen = Mapping[str, Mapping[str, Any]]  # key → row


@dataclass(frozen=True)
class Opgeruimd:
    """Of records that no file holds any more: names of what is gone, and of what had to stay."""

    weg: tuple[str, ...] = ()
    gebleven: tuple[str, ...] = ()  # changed on the site, or still named somewhere


@dataclass(frozen=True)
class Rijensoort:
    """One folder of files that hold many records each. They come before pages, which name them by their key.

    `rijen` gives the keys and rows of one file. `bewaar` gets those of all files, and says which it left alone because
    somebody changed them on the site. `ruim` is asked when the pages stand that named them before.
    """

    naam: str
    map: Path
    schema: Mapping[str, Veld]
    rijen: Callable[[Mapping[str, Any]], Iterable[tuple[Pad, str, Mapping[str, Any]]]]
    bewaar: Callable[[Rijen], list[str]]
    keur: Callable[[Mapping[str, Any]], Iterable[tuple[Pad, str]]] = lambda data: ()  # what the schema can't say
    na: tuple[str, ...] = ()  # kinds whose records these name
    ruim: Callable[[Rijen], Opgeruimd] | None = None  # throws away what left the files; None: it stays


@dataclass(frozen=True)
class Keuring:
    """A rule beyond the schema, asked of every page's file: gives mistakes as (path of keys, what to do).

    `keur(kind of file, its data, rows)`; `rows` are those of every Rijensoort, by its name.
    """

    naam: str
    keur: Callable[[str, Mapping[str, Any], Mapping[str, Rijen]], Iterable[tuple[Pad, str]]]


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
