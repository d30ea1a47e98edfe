"""The complete list of events that change what can be found. All of them only fill the outbox.

Scheduled publishing and expiry come as published / unpublished; until then `verloopt` hides what has expired.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django.db.models import Model, QuerySet
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from . import bron
from .models import Wachtrij
from .paginabron import PREFIX
from .wachtrij import zet_in_wachtrij

_UID: Final = "kennisplatform.zoeken"


def heropnemen(wat: QuerySet[Any] | Iterable[str]) -> None:
    """Index these again: for a term that got another name, hand over the things that carry it (or their keys)."""
    zet_in_wachtrij(bron.sleutels_van(wat) if isinstance(wat, QuerySet) else wat)


def _pagina(instance: Page, **_: Any) -> None:
    zet_in_wachtrij([f"{PREFIX}:{instance.pk}"])


def _tak(instance: Page, **_: Any) -> None:
    """A page with all below it: another address, or another restriction inherited."""
    onder = Page.objects.descendant_of(instance, inclusive=True).values_list("pk", flat=True)
    zet_in_wachtrij([f"{PREFIX}:{pk}" for pk in onder])


def _beperking(instance: PageViewRestriction, **_: Any) -> None:
    # The page may be gone: then its own post_delete has been heard.
    if pagina := Page.objects.filter(pk=instance.page_id).first():
        _tak(pagina)


def _pagina_weg(instance: Page, **_: Any) -> None:
    zet_in_wachtrij([f"{PREFIX}:{instance.pk}"], Wachtrij.Actie.WIS)


def _bewaard(sender: type[Model], instance: Model, raw: bool = False, **_: Any) -> None:
    """Every saved object of a registered model; pages too, which a loader saves without publishing."""
    # Fixtures hold the outbox of another database; after loaddata, run herindex.
    if not raw and (van := bron.bron_van(sender)):
        zet_in_wachtrij([van.sleutel(instance.pk)])


def _weg(sender: type[Model], instance: Model, **_: Any) -> None:
    van = bron.bron_van(sender)
    if van and not isinstance(instance, Page):
        zet_in_wachtrij([van.sleutel(instance.pk)], Wachtrij.Actie.WIS)


def verbind() -> None:
    """Called once, when the app is ready."""
    for signaal, ontvanger in (
        (page_published, _pagina),
        (page_unpublished, _pagina),
        (post_page_move, _tak),
        (page_slug_changed, _tak),
        (post_save, _bewaard),
        (post_delete, _weg),
    ):
        signaal.connect(ontvanger, dispatch_uid=f"{_UID}.{ontvanger.__name__}")
    # Of the parent of every page type: sent whatever type is deleted, and for whole branches.
    post_delete.connect(_pagina_weg, sender=Page, dispatch_uid=f"{_UID}._pagina_weg")
    for signaal in (post_save, post_delete):
        signaal.connect(_beperking, sender=PageViewRestriction, dispatch_uid=f"{_UID}._beperking")
