"""The complete list of events that change which documents are found, beside those of the search room.

| event | heard by |
|---|---|
| document saved, replaced, moved to another collection | post_save of the document (the search room, and `_bewaard`) |
| document deleted | post_delete of the document (the search room) |
| its text was read | `verwerking._bewaar` |
| page published, unpublished, moved, renamed, restricted, by the clock | the page's own row: documents are its `volgers` |
| page deleted, or saved without the document | `_los`: the reference is gone |
| collection restricted or open again | `_beperking` |
| collection moved | `_collectie` (the admin saves it and then moves it, in one transaction) |
| documents put in a collection, many at once | the hook `after_bulk_action` in wagtail_hooks.py |
"""

from __future__ import annotations

from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete, post_save
from wagtail.models import Collection, CollectionViewRestriction, ReferenceIndex

from kennisplatform.basis.documenten.achtergrond import lees_wat_wacht
from kennisplatform.basis.documenten.verwerking import meld
from kennisplatform.basis.documenten.zoekbron import PREFIX
from kennisplatform.basis.models.media import Bestand
from kennisplatform.naderhand import na_commit
from kennisplatform.zoeken.signalen import heropnemen

_UID: Final = "basis.documenten"


def _bewaard(instance: Bestand, raw: bool = False, **_: Any) -> None:
    if not raw and meld(instance):
        na_commit(lees_wat_wacht, "reading documents")


def _los(instance: ReferenceIndex, **_: Any) -> None:
    """A thing no longer refers to a document. New references come with the row of the page itself."""
    if instance.to_content_type_id == ContentType.objects.get_for_model(Bestand).pk:
        heropnemen([f"{PREFIX}:{instance.to_object_id}"])


def _collectie(instance: Collection, raw: bool = False, created: bool = False, **_: Any) -> None:
    if not raw and not created:
        heropnemen(Bestand.objects.filter(collection__path__startswith=instance.path))


def _beperking(instance: CollectionViewRestriction, **_: Any) -> None:
    # The collection may be gone, and its documents with it: then their own post_delete has been heard.
    if collectie := Collection.objects.filter(pk=instance.collection_id).first():
        _collectie(collectie)


def verbind() -> None:
    post_save.connect(_bewaard, sender=Bestand, dispatch_uid=f"{_UID}._bewaard")
    post_delete.connect(_los, sender=ReferenceIndex, dispatch_uid=f"{_UID}._los")
    post_save.connect(_collectie, sender=Collection, dispatch_uid=f"{_UID}._collectie")
    for signaal in (post_save, post_delete):
        signaal.connect(_beperking, sender=CollectionViewRestriction, dispatch_uid=f"{_UID}._beperking")
