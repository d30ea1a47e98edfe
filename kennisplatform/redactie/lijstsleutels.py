"""A list within a block, as content files write it, has no keys for its items; and the library that finds the sentences to
translate skips such a list. So those sentences were never asked for, and a page with them in Dutch counted as whole.

Before the sentences of a page are taken, its lists get keys: on the page and on the version that its form opens, so that
they stay. No word changes, so it is no new version.
"""

from __future__ import annotations

import json
import uuid
from functools import wraps
from typing import Any

from django.db import transaction
from wagtail.blocks import ListBlock, StreamBlock, StreamValue, StructBlock
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.models import TranslationSource


def met_sleutels(blok: Any, ruw: Any, pad: str) -> Any:
    """What is stored of a block, with a key for each item of each list: the same one each time, made of where it stands."""
    if isinstance(blok, StreamBlock) and isinstance(ruw, list):
        return [_kind(blok, deel, f"{pad}/{n}") for n, deel in enumerate(ruw)]
    if isinstance(blok, StructBlock) and isinstance(ruw, dict):
        return {
            naam: met_sleutels(blok.child_blocks[naam], w, f"{pad}/{naam}") if naam in blok.child_blocks else w
            for naam, w in ruw.items()
        }
    if isinstance(blok, ListBlock) and isinstance(ruw, list):
        return [_item(blok, deel, f"{pad}/{n}") for n, deel in enumerate(ruw)]
    return ruw


def _kind(blok: StreamBlock, deel: dict[str, Any], pad: str) -> dict[str, Any]:
    kind = blok.child_blocks.get(deel["type"])
    return deel | {"value": met_sleutels(kind, deel["value"], deel.get("id") or pad)}


def _item(blok: ListBlock, deel: Any, pad: str) -> dict[str, Any]:
    if not blok._item_is_in_block_format(deel):
        deel = {"type": "item", "value": deel, "id": str(uuid.uuid5(uuid.NAMESPACE_URL, pad))}
    return deel | {"value": met_sleutels(blok.child_block, deel["value"], deel["id"])}


def op_pagina(pagina: Page) -> dict[str, StreamValue]:
    """Puts the keys on this object alone. Returns the fields that got some."""
    anders: dict[str, StreamValue] = {}
    for veld in _tekstvelden(pagina):
        ruw = list(getattr(pagina, veld.attname).raw_data)
        nieuw = met_sleutels(veld.stream_block, ruw, str(pagina.translation_key))
        if nieuw != ruw:
            anders[veld.attname] = StreamValue(veld.stream_block, nieuw, is_lazy=True)
            setattr(pagina, veld.attname, anders[veld.attname])
    return anders


@transaction.atomic
def geef_sleutels(pagina: Page) -> None:
    """And keeps them, on the page and on the versions that somebody goes on with."""
    if anders := op_pagina(pagina):
        type(pagina)._base_manager.filter(pk=pagina.pk).update(**anders)
    for versie in pagina.revisions.filter(pk__in=[pagina.latest_revision_id, pagina.live_revision_id]):
        inhoud = dict(versie.content)
        for veld in _tekstvelden(pagina):
            if ruw := json.loads(inhoud.get(veld.attname) or "[]"):
                nieuw = met_sleutels(veld.stream_block, ruw, str(pagina.translation_key))
                inhoud[veld.attname] = json.dumps(nieuw) if nieuw != ruw else inhoud[veld.attname]
        if inhoud != versie.content:
            type(versie).objects.filter(pk=versie.pk).update(content=inhoud)


def _tekstvelden(pagina: Page) -> list[StreamField]:
    return [veld for veld in pagina._meta.concrete_fields if isinstance(veld, StreamField)]


def stel_bij() -> None:
    """The three ways in which the library takes what there is to translate."""
    for naam in ("get_or_create_from_instance", "update_or_create_from_instance"):
        setattr(TranslationSource, naam, _eerst_sleutels(getattr(TranslationSource, naam).__func__))
    gewoon = TranslationSource.update_from_db

    @wraps(gewoon)
    def update_from_db(self: TranslationSource) -> None:
        bron = self.get_source_instance()
        if isinstance(bron, Page):
            geef_sleutels(bron)
        gewoon(self)

    TranslationSource.update_from_db = update_from_db


def _eerst_sleutels(gewoon: Any) -> Any:
    @wraps(gewoon)
    def met(cls: type[TranslationSource], instance: Any) -> Any:
        if isinstance(instance, Page):
            instance = instance.specific
            geef_sleutels(instance)
        return gewoon(cls, instance)

    return classmethod(met)
