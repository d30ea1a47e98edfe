"""Each text of each record is cleaned before it is saved, whoever saves it: a form, the admin, an import, the loader.

Also what is not ours: titles of Wagtail's pages and images, names of accounts, the JSON of blocks and revisions.
`bulk_create` and `update` save no record: what they write was cleaned when it came in (bij_invoer.py, or the reader of an
imported file).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from django.db import models
from django.db.models.signals import pre_save
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField

from kennisplatform.tekst import schoon

Schoner = Callable[[Any], Any]


def _blokken(waarde: Any) -> Any:
    """The value of a field of blocks, made anew only where a text in it changes."""
    if not isinstance(waarde, StreamValue):
        return schoon.diep(waarde)
    kaal = waarde.get_prep_value()
    nieuw = schoon.diep(kaal)
    return waarde if nieuw is kaal else waarde.stream_block.to_python(nieuw)


@cache
def velden(model: type[models.Model]) -> tuple[tuple[str, Schoner], ...]:
    """(attribute, what cleans it) of each field that holds text somebody may have written."""
    return tuple(_velden(model))


def _velden(model: type[models.Model]) -> Iterator[tuple[str, Schoner]]:
    for veld in model._meta.concrete_fields:
        if isinstance(veld, StreamField):
            yield veld.attname, _blokken
        elif isinstance(veld, models.JSONField):
            yield veld.attname, schoon.diep
        elif isinstance(veld, models.TextField):
            yield veld.attname, schoon.tekst
        elif isinstance(veld, models.CharField) and not veld.choices:
            yield veld.attname, schoon.naam


def maak_schoon(ding: models.Model) -> list[str]:
    """Cleans the record itself. Which attributes changed."""
    anders = []
    for naam, schoner in velden(type(ding)):
        waarde = ding.__dict__.get(naam)  # what was not fetched is not saved either
        if not waarde or not isinstance(waarde, str | dict | list | StreamValue):
            continue
        nieuw = schoner(waarde)
        if nieuw is not waarde and nieuw != waarde:
            setattr(ding, naam, nieuw)
            anders.append(naam)
    return anders


def _bij_bewaren(instance: models.Model, **_: Any) -> None:
    maak_schoon(instance)


def verbind() -> None:
    pre_save.connect(_bij_bewaren, dispatch_uid="tekst.bij_bewaren")
