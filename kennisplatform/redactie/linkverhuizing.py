"""Links to a page lead to another one: in texts, in chosen pages, in records below a page, and in the versions of all that."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail_localize.models import TranslationSource

from kennisplatform.tekening.journaal import veranderd

PerPk = Mapping[int, int]
_ANKER: Final = re.compile(r"<a\b[^>]*>", re.IGNORECASE)
_NUMMER: Final = re.compile(r'\bid="(\d+)"')


def leid_om(per_pk: PerPk) -> int:
    """How many records lead elsewhere now. What was public stays so; drafts keep all else that somebody wrote."""
    soort_pagina = ReferenceIndex._get_base_content_type(Page)
    rijen = ReferenceIndex.objects.filter(to_content_type=soort_pagina, to_object_id__in=[str(pk) for pk in per_pk])
    bronnen = set(rijen.values_list("content_type", "object_id"))
    geraakt = sum(_in_record(soort, pk, per_pk) for soort, pk in sorted(bronnen))
    paginas = [int(pk) for soort, pk in bronnen if _is_pagina(soort)]
    concepten = Page.objects.filter(has_unpublished_changes=True).exclude(latest_revision=None)
    versies = Revision.objects.filter(base_content_type=soort_pagina, object_id__in=[str(pk) for pk in paginas])
    versies |= Revision.objects.filter(pk__in=concepten.values("latest_revision"))
    for versie in versies.order_by("pk").iterator(chunk_size=50):
        _in_versie(versie, per_pk)
    for bron in TranslationSource.objects.filter(object__content_type__in=_soorten(paginas)):
        inhoud = json.loads(bron.content_json)
        nieuw = herschreven(bron.specific_content_type.model_class(), inhoud, per_pk)
        if nieuw != inhoud:
            TranslationSource.objects.filter(pk=bron.pk).update(content_json=json.dumps(nieuw))
    return geraakt


def _soorten(paginas: Iterable[int]) -> set[int]:
    return set(Page.objects.filter(pk__in=paginas).values_list("content_type", flat=True))


def _is_pagina(soort: int) -> bool:
    model = ContentType.objects.get_for_id(soort).model_class()
    return bool(model and issubclass(model, Page))


def _in_record(soort: int, pk: str, per_pk: PerPk) -> bool:
    model: Any = ContentType.objects.get_for_id(soort).model_class()
    ding = model._default_manager.filter(pk=pk).first() if model else None
    if ding is None:
        return False
    velden = {}
    for veld in _tekstvelden(model):
        oud = veld.get_prep_value(getattr(ding, veld.attname))
        nieuw = _waarde(veld, oud, per_pk, ding.pk if isinstance(ding, Page) else 0)
        if nieuw != oud:
            velden[veld.attname] = veld.to_python(nieuw)
    if velden:
        model._default_manager.filter(pk=pk).update(**velden)
        if isinstance(ding, Page):
            veranderd(f"pagina:{ding.pk}")
    ReferenceIndex.create_or_update_for_object(model._default_manager.get(pk=pk))
    return True


def _tekstvelden(model: type[models.Model]) -> list[Any]:
    return [veld for veld in model._meta.concrete_fields if isinstance(veld, StreamField | RichTextField)]


def _in_versie(versie: Revision, per_pk: PerPk) -> None:
    model = versie.content_type.model_class()
    nieuw = herschreven(model, versie.content, per_pk) if model else versie.content
    if nieuw != versie.content:
        Revision.objects.filter(pk=versie.pk).update(content=nieuw)


def herschreven(model: Any, inhoud: Mapping[str, Any], per_pk: PerPk) -> dict[str, Any]:
    """The content of a version: its texts, and what hangs below it."""
    uit = dict(inhoud)
    for veld in _tekstvelden(model):
        if uit.get(veld.name):
            uit[veld.name] = _waarde(veld, uit[veld.name], per_pk, uit.get("pk") or 0)
    for relatie in get_all_child_relations(model):
        naam = relatie.get_accessor_name()
        wijst = [f.name for f in relatie.related_model._meta.concrete_fields if f.related_model is Page]
        wijst = [veld for veld in wijst if veld != relatie.field.name]
        if wijst and isinstance(uit.get(naam), list):
            uit[naam] = _zonder_dubbel([_kind(rij, wijst, per_pk) for rij in uit[naam]], wijst)
    return uit


def _kind(rij: Mapping[str, Any], velden: list[str], per_pk: PerPk) -> dict[str, Any]:
    return {**rij, **{veld: per_pk.get(rij.get(veld) or 0, rij.get(veld)) for veld in velden}}


def _zonder_dubbel(rijen: list[dict[str, Any]], velden: list[str]) -> list[dict[str, Any]]:
    per = {tuple(rij.get(veld) for veld in velden): rij for rij in reversed(rijen)}
    return [rij for rij in rijen if per[tuple(rij.get(veld) for veld in velden)] is rij]


def _waarde(veld: Any, waarde: Any, per_pk: PerPk, zelf: int) -> Any:
    """`zelf`: the page that it stands on. What named the one that went now names none: a page does not belong with itself."""
    if not waarde:
        return waarde
    if isinstance(veld, RichTextField):
        return _opmaak(waarde, per_pk)
    ruw = json.loads(waarde) if isinstance(waarde, str) else waarde
    nieuw = _blok(veld.stream_block, ruw, per_pk, zelf)
    return waarde if nieuw == ruw else json.dumps(nieuw, ensure_ascii=False)


def _opmaak(tekst: str, per_pk: PerPk) -> str:
    def anker(vondst: re.Match[str]) -> str:
        if 'linktype="page"' not in vondst[0]:
            return vondst[0]
        return _NUMMER.sub(lambda n: f'id="{per_pk.get(int(n[1]), int(n[1]))}"', vondst[0])

    return _ANKER.sub(anker, tekst)


def _blok(blok: blocks.Block, ruw: Any, per_pk: PerPk, zelf: int) -> Any:
    if isinstance(blok, blocks.BaseStreamBlock):
        deel = blok.child_blocks
        rij = [
            {**d, "value": _blok(deel[d["type"]], d["value"], per_pk, zelf)} if d["type"] in deel else d
            for d in ruw or ()
        ]
        return _keuzes_eenmaal(deel, rij, zelf)
    if isinstance(blok, blocks.ListBlock):
        kind = blok.child_block
        return [
            {**d, "value": _blok(kind, d["value"], per_pk, zelf)} if isinstance(d, dict) and "value" in d else d
            for d in ruw or ()
        ]
    if isinstance(blok, blocks.BaseStructBlock) and isinstance(ruw, dict):
        kinderen = blok.child_blocks
        return {naam: _blok(kinderen[naam], w, per_pk, zelf) if naam in kinderen else w for naam, w in ruw.items()}
    if isinstance(blok, blocks.PageChooserBlock):
        return per_pk.get(ruw, ruw) if isinstance(ruw, int) else ruw
    if isinstance(blok, blocks.RichTextBlock) and isinstance(ruw, str):
        return _opmaak(ruw, per_pk)
    return ruw


def _keuzes_eenmaal(kinderen: Mapping[str, blocks.Block], rij: list[dict[str, Any]], zelf: int) -> list[dict[str, Any]]:
    """A list of chosen pages that named both names the one that is left once, and not on that page itself."""
    gezien: set[Any] = {zelf}
    uit = []
    for d in rij:
        if isinstance(kinderen.get(d["type"]), blocks.PageChooserBlock):
            if d["value"] in gezien:
                continue
            gezien.add(d["value"])
        uit.append(d)
    return uit
