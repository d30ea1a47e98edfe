"""What people ask at this time of the year: a few articles on the overview, by the month."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.db.models import QuerySet
from django.utils import timezone

from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.verwijzing import VELDEN, Verwijzing
from kennisplatform.tekening.notitie import toont

BESTAND: Final = Path(__file__).with_name("inhoud") / "seizoenen.toml"


@dataclass(frozen=True)
class Seizoen:
    naam: str
    slugs: tuple[str, ...]
    maanden: frozenset[int]


@dataclass(frozen=True)
class Seizoensblok:
    naam: str
    vragen: list[Verwijzing]


@cache
def seizoenen() -> tuple[Seizoen, ...]:
    rijen = tomllib.loads(BESTAND.read_text("utf-8"))["seizoen"]
    return tuple(Seizoen(r["naam"], tuple(r["artikelen"]), frozenset(r["maanden"])) for r in rijen)


def nu(artikelen: QuerySet[Any], dag: dt.date | None = None) -> Seizoensblok | None:
    """None when nothing of this season is published. A drawing ends at midnight, so a new season shows by itself."""
    maand = (dag or timezone.localdate()).month
    seizoen = next(s for s in seizoenen() if maand in s.maanden)
    toont("index:artikel")
    rijen = openbaar(artikelen.filter(locale__language_code="nl", slug__in=seizoen.slugs)).order_by()
    per = {slug: Verwijzing(*rest) for slug, *rest in rijen.values_list("slug", *VELDEN)}
    vragen = [per[slug] for slug in seizoen.slugs if slug in per]
    return Seizoensblok(seizoen.naam, vragen) if vragen else None
