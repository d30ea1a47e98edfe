"""Reports that a room has of its own, on the list of all reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Rapportlink:
    """`adres`: name of the route; `recht`: 'app.permission' of who may open it."""

    naam: str
    titel: StrOrPromise
    uitleg: StrOrPromise
    adres: str
    recht: str
