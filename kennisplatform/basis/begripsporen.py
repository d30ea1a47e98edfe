"""Where a term leaves traces that are no relation: its code in a record, its name among synonyms, its own page.

A room that keeps such a trace brings a `Begripspoor`; whoever makes one term of two asks them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models.fields.reverse_related import ForeignObjectRel

from kennisplatform.basis.models.begrippen import Begrip, Oudecode
from kennisplatform.zoeken.bron import bron_van


@dataclass(frozen=True)
class Begripwissel:
    """One Dutch term goes into another. `per_pk`: of each language's row that goes, the row that comes for it."""

    oud: Begrip
    nieuw: Begrip
    per_pk: Mapping[int, int]


@dataclass(frozen=True)
class Begripspoor:
    """`kijk(wissel)`: what will happen, a sentence for each thing. `doe(wissel)`: it, in the caller's transaction."""

    naam: str
    kijk: Callable[[Begripwissel], Iterable[str]]
    doe: Callable[[Begripwissel], None]


@dataclass(frozen=True)
class Begriprelatie:
    model: type[models.Model]
    veld: Any  # a ForeignKey or a field of many

    @property
    def naam(self) -> str:
        return str(self.veld.name)

    @property
    def veel(self) -> bool:
        return bool(self.veld.many_to_many)


def relaties() -> list[Begriprelatie]:
    """Every field of every record that points at terms, also those without a way back; not the tables in between."""
    hierheen = [rel for rel in Begrip._meta.get_fields(include_hidden=True) if isinstance(rel, ForeignObjectRel)]
    uit = [Begriprelatie(rel.related_model, rel.field) for rel in hierheen if not rel.related_model._meta.auto_created]
    return sorted((r for r in uit if r.model is not Oudecode), key=lambda r: (r.model._meta.label, r.naam))


def te_vinden(begrip: Begrip) -> set[str]:
    """Keys in the search of whatever carries this term: its name stands in what is found."""
    uit: set[str] = set()
    for relatie in relaties():
        if van := bron_van(relatie.model):
            pks = relatie.model._default_manager.filter(**{relatie.naam: begrip}).values_list("pk", flat=True)
            uit |= {van.sleutel(pk) for pk in pks}
    return uit
