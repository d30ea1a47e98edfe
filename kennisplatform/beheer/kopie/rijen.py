"""The rows of a table as lines of text, the same on SQLite and PostgreSQL, and back again.

A line is a JSON list of the columns in the order of the model. What a database keeps in its own way (a moment, a decimal,
an identifier, a JSON text) has one way of writing here, so that a copy can be compared with any site, whatever it is on.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.apps import apps
from django.db import connection, models

HAP: Final = 500
# The admin's own word list is in the form of one engine; it is made again from the pages.
AFGELEID: Final = frozenset({"wagtailsearch"})
TEKSTEN: Final = frozenset({"CharField", "TextField", "SlugField", "FileField", "GenericIPAddressField"})


def tabellen() -> list[type[models.Model]]:
    """Every table of the site that isn't made from another one, those between two others included."""
    alle = (m for m in apps.get_models(include_auto_created=True) if m._meta.managed and not m._meta.proxy)
    return sorted((m for m in alle if m._meta.app_label not in AFGELEID), key=lambda m: m._meta.label_lower)


def kolommen(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    return [veld for veld in model._meta.local_concrete_fields if not getattr(veld, "generated", False)]


def _doel(veld: models.Field[Any, Any]) -> models.Field[Any, Any]:
    """A reference is written as what it refers to."""
    while isinstance(veld, models.ForeignKey):
        veld = veld.target_field
    return veld


def _moment(waarde: Any) -> str:
    if waarde.tzinfo is None:
        waarde = waarde.replace(tzinfo=dt.UTC)  # as SQLite hands it out
    return str(waarde.astimezone(dt.UTC).isoformat())


def _json(waarde: Any) -> str:
    ding = json.loads(waarde) if isinstance(waarde, str | bytes) else waarde
    return json.dumps(ding, ensure_ascii=False, sort_keys=True)


def _schrijver(veld: models.Field[Any, Any]) -> Callable[[Any], Any]:
    soort = veld.get_internal_type()
    if isinstance(veld, models.DecimalField):
        stap = Decimal(1).scaleb(-veld.decimal_places)
        return lambda waarde: str(Decimal(str(waarde)).quantize(stap))
    if soort in TEKSTEN:
        return str
    bekend: dict[str, Callable[[Any], Any]] = {
        "BooleanField": bool,
        "DateTimeField": _moment,
        "DateField": lambda waarde: waarde.isoformat(),
        "TimeField": lambda waarde: waarde.isoformat(),
        "UUIDField": lambda waarde: uuid.UUID(str(waarde)).hex,
        "BinaryField": lambda waarde: base64.b64encode(bytes(waarde)).decode(),
        "JSONField": _json,
        "FloatField": float,
    }
    return bekend.get(soort, int)


def _lezer(veld: models.Field[Any, Any]) -> Callable[[Any], Any]:
    soort = veld.get_internal_type()
    if soort == "JSONField" or soort in TEKSTEN:
        return lambda waarde: waarde  # as the database keeps it, not as a field of ours would make it
    if soort == "BinaryField":
        return lambda waarde: veld.get_db_prep_value(base64.b64decode(waarde), connection)
    if soort == "DateTimeField":
        return lambda waarde: connection.ops.adapt_datetimefield_value(dt.datetime.fromisoformat(waarde))
    return lambda waarde: veld.get_db_prep_value(veld.to_python(waarde), connection)


@dataclass
class Tabelsom:
    """How many rows, and a sum over them that doesn't hang on their order: databases sort letters differently."""

    rijen: int = 0
    som: int = 0

    def bij(self, regel: bytes) -> None:
        self.rijen += 1
        self.som = (self.som + int.from_bytes(hashlib.sha256(regel).digest())) % (1 << 256)

    def als_tekst(self) -> dict[str, Any]:
        return {"rijen": self.rijen, "som": f"{self.som:064x}"}


def lees(model: type[models.Model], som: Tabelsom) -> Iterator[bytes]:
    velden, quote = kolommen(model), connection.ops.quote_name
    schrijvers = [_schrijver(_doel(veld)) for veld in velden]
    sql = f"SELECT {', '.join(quote(v.column or '') for v in velden)} FROM {quote(model._meta.db_table)}"
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"{sql} ORDER BY {quote(model._meta.pk.column or '')}")
        while rijen := cursor.fetchmany(HAP):
            for rij in rijen:
                waarden = [None if w is None else s(w) for s, w in zip(schrijvers, rij, strict=True)]
                regel = json.dumps(waarden, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
                som.bij(regel)
                yield regel


def schrijf(model: type[models.Model], regels: Iterable[bytes]) -> None:
    velden, quote = kolommen(model), connection.ops.quote_name
    lezers = [_lezer(_doel(veld)) for veld in velden]
    sql = (
        f"INSERT INTO {quote(model._meta.db_table)} ({', '.join(quote(v.column or '') for v in velden)}) "
        f"VALUES ({', '.join(['%s'] * len(velden))})"
    )
    partij: list[list[Any]] = []
    with connection.cursor() as cursor:
        for regel in regels:
            rij = json.loads(regel)
            partij.append([None if w is None else lees_(w) for lees_, w in zip(lezers, rij, strict=True)])
            if len(partij) == HAP:
                cursor.executemany(sql, partij)
                partij.clear()
        if partij:
            cursor.executemany(sql, partij)


def sommen() -> dict[str, dict[str, Any]]:
    """Of the site as it is now, by table."""
    uit, bestaat = {}, set(connection.introspection.table_names())
    for model in tabellen():
        if model._meta.db_table not in bestaat:
            continue
        som = Tabelsom()
        for _regel in lees(model, som):
            pass
        uit[model._meta.label] = som.als_tekst()
    return uit
