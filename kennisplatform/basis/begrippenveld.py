"""Relations to many terms that Wagtail's index of references knows, so that 'Gebruik' of a term is the truth.

That index follows one-to-many relations by itself. As they are kept, these are Django's own: no migration knows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models
from django.db.models.signals import m2m_changed
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import ReferenceIndex
from wagtail.tasks import update_reference_index_task


def _verwijzingen(dingen: Iterable[models.Model]) -> Iterator[tuple[type[models.Model], str, str, str]]:
    for ding in dingen:
        yield type(ding), str(ding.pk), "item", f"item.{ding.pk}"


class Begrippenveld(ParentalManyToManyField):
    """Of a page."""

    def extract_references(self, waarde: Iterable[models.Model]) -> Iterator[tuple[type[models.Model], str, str, str]]:
        return _verwijzingen(waarde)

    def deconstruct(self) -> Any:
        naam, _pad, args, kwargs = super().deconstruct()
        return naam, "modelcluster.fields.ParentalManyToManyField", args, kwargs


class Begrippenlijst(models.ManyToManyField):
    """Of a plain record."""

    def extract_references(self, waarde: Iterable[models.Model]) -> Iterator[tuple[type[models.Model], str, str, str]]:
        return _verwijzingen(waarde)

    def deconstruct(self) -> Any:
        naam, _pad, args, kwargs = super().deconstruct()
        return naam, "django.db.models.ManyToManyField", args, kwargs


def _bijgewerkt(sender: type, instance: models.Model, action: str, reverse: bool, **rest: Any) -> None:
    """A record is saved, and looked at by the index, before its terms are."""
    if not action.startswith("post_") or reverse or instance.pk is None:
        return
    velden = [v for v in instance._meta.many_to_many if isinstance(v, Begrippenveld | Begrippenlijst)]
    if any(veld.remote_field.through is sender for veld in velden) and ReferenceIndex.model_is_indexable(
        type(instance)
    ):
        # What is in memory may be newer than what is kept: the job reads it. A load of content does each job once.
        opties = instance._meta
        update_reference_index_task.enqueue(opties.app_label, opties.model_name, str(instance.pk))


m2m_changed.connect(_bijgewerkt, dispatch_uid="begrippen-in-de-index")
