"""What a change sets off: a renamed term is forgotten and taken up by the search."""

from __future__ import annotations

from django.db.models.signals import post_delete, post_save
from wagtail.models import get_page_models

from kennisplatform.basis.models.begrippen import Begrip, vergeet_woordenboek
from kennisplatform.zoeken.wachtrij import zet_in_wachtrij


def dragers(begrip: Begrip) -> set[int]:
    """Ids of pages that carry this term, as main theme or otherwise."""
    ids: set[int] = set()
    for model in get_page_models():
        if getattr(model, "begrippen", None) is None or model._meta.abstract:
            continue
        ids |= set(model.objects.filter(begrippen=begrip).values_list("pk", flat=True))
        ids |= set(model.objects.filter(hoofdthema=begrip).values_list("pk", flat=True))
    return ids


def bij_begrip(sender: type, instance: Begrip, **kwargs: object) -> None:
    vergeet_woordenboek()
    if not kwargs.get("created") and not kwargs.get("raw"):
        zet_in_wachtrij([f"pagina:{pk}" for pk in dragers(instance)])


def verbind() -> None:
    post_save.connect(bij_begrip, sender=Begrip, dispatch_uid="begrip")
    post_delete.connect(bij_begrip, sender=Begrip, dispatch_uid="begrip-weg")
