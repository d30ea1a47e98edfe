"""What was stored before the rule: every text in the database, once. Runs in a migration, over whatever tables stand."""

from __future__ import annotations

import logging
from typing import Any, Final

from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from kennisplatform.tekst.bij_bewaren import Schoner, velden

log = logging.getLogger(__name__)
PARTIJ: Final = 500


def alles() -> int:
    """Cleans every row; how many changed. Columns that a later migration makes are passed over."""
    staan = set(connection.introspection.table_names())
    modellen = [m for m in apps.get_models(include_auto_created=True) if m._meta.db_table in staan and m._meta.managed]
    return sum(_van(model) for model in modellen)


def _van(model: type[models.Model]) -> int:
    with connection.cursor() as cursor:
        kolommen = {
            kolom.name for kolom in connection.introspection.get_table_description(cursor, model._meta.db_table)
        }
    hier = {veld.attname for veld in model._meta.local_concrete_fields if veld.column in kolommen}
    schoners = {naam: schoner for naam, schoner in velden(model) if naam in hier}
    if not schoners:
        return 0
    rijen = model._base_manager.order_by("pk").values_list("pk", *schoners)
    partij, anders = list(rijen[:PARTIJ]), 0
    while partij:  # revisions of ten thousand pages don't fit in memory at once
        anders += sum(_rij(model, pk, dict(zip(schoners, waarden, strict=True)), schoners) for pk, *waarden in partij)
        partij = list(rijen.filter(pk__gt=partij[-1][0])[:PARTIJ])
    return anders


def _rij(model: type[models.Model], pk: Any, waarden: dict[str, Any], schoners: dict[str, Schoner]) -> bool:
    nieuw = {naam: schoners[naam](waarde) for naam, waarde in waarden.items() if waarde}
    anders = {naam: waarde for naam, waarde in nieuw.items() if waarde is not waarden[naam] and waarde != waarden[naam]}
    if not anders:
        return False
    try:
        with transaction.atomic():
            model._base_manager.filter(pk=pk).update(**anders)
    except IntegrityError:  # two that only looked different: somebody has to choose
        log.warning("%s %s keeps its text: another one has it already", model._meta.label, pk)
        return False
    return True
