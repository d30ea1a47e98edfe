"""The registry of kinds of content file. Each room adds its own in `laden.py`; the loader finds those by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import models
from django.utils.module_loading import autodiscover_modules
from wagtail.models import Page

from kennisplatform.basis.inhoudlader.schema import Veld


@dataclass(frozen=True)
class Inhoudssoort:
    """One folder of files of one kind. `velden` turns a file's data into model fields."""

    naam: str
    map: Path
    schema: Mapping[str, Veld]
    model: type[models.Model]
    velden: Callable[[str, Mapping[str, Any]], dict[str, Any]]
    volgorde: int = 50  # lower is loaded first
    ouder: Callable[[], Page] | None = None  # None: a record, not a page
    ouderpad: str = "/"  # public path of the parent, for checking links before anything is written
    daarna: Callable[[Any, Mapping[str, Any]], None] | None = None  # of a `model`: links to other pages, when all exist


_soorten: dict[str, Inhoudssoort] = {}


def registreer(soort: Inhoudssoort) -> None:
    _soorten[soort.naam] = soort


def alle() -> list[Inhoudssoort]:
    autodiscover_modules("laden")
    return sorted(_soorten.values(), key=lambda soort: soort.volgorde)


_nazorg: list[Callable[[], None]] = []


def registreer_nazorg(doe: Callable[[], None]) -> None:
    """What must happen after loading, such as a page per term."""
    if doe not in _nazorg:
        _nazorg.append(doe)


def nazorg() -> None:
    for doe in _nazorg:
        doe()
