"""What looks otherwise when a page changes, for the kept drawings. What lists of pages show comes from the search index,
which tells by itself (zoeken/wachtrij.py); here is what else shows a page.

| thing | shown by |
|---|---|
| pagina:<pk> | the page, its card, whatever names it |
| vertaling:<key> | its translations, which name each other |
| onder:<path> | the page above, which lists what is under it |
| kaart | the list for search engines |
| zichtbaar | what counts things on public pages |
| takken, afloop, wortels | what is restricted, what expires next, where languages begin |

Rooms add theirs (`Paginagevolg`): an example is counted on what it works with, and stands on its neighbourhood's page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from django.db.models.signals import post_delete, post_save
from modelcluster.fields import ParentalKey
from wagtail.models import Page, PageViewRestriction, get_page_models
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from kennisplatform.basis.openbaar import AFLOOP, TAKKEN
from kennisplatform.kamers import gebracht
from kennisplatform.tekening.journaal import veranderd
from kennisplatform.tekening.notitie import ALLES

_UID: Final = "basis.paginanieuws"
_STAP: Final = Page.steplen
ZICHTBAAR: Final = "zichtbaar"  # which pages are public: for counts of what stands on them
WORTELS: Final = "wortels"  # where each language begins
BEPERKT: Final = "beperkt"  # places in the tree under which something is restricted, for the desk
START: Final = 2  # depth of a home page
# What Wagtail writes on a page while its text waits for a decision.
CONCEPT: Final = {"draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at", "locked",
                  "locked_at", "locked_by", "owner"}  # fmt: skip  # names in a row


@dataclass(frozen=True)
class Paginagevolg:
    """`dingen(page)`: what else looks otherwise when this page is published, withdrawn or deleted."""

    naam: str
    dingen: Callable[[Any], Iterable[str]]


def dingen_van(pagina: Page) -> set[str]:
    eigen = {
        f"pagina:{pagina.pk}",
        f"vertaling:{pagina.translation_key}",
        f"onder:{pagina.path[:-_STAP]}",
        "kaart",
        ZICHTBAAR,
    }
    eigen |= {AFLOOP} if pagina.expire_at else set()
    eigen |= {WORTELS} if pagina.depth <= START else set()
    return eigen.union(*(gevolg.dingen(pagina) for gevolg in gebracht(Paginagevolg)))


def onder(pagina: Page) -> str:
    """What a page notes that lists the pages under it."""
    return f"onder:{pagina.path}"


@cache
def tabellen() -> frozenset[str]:
    """Tables of pages and of what is saved with them: too much is written there that no reader sees."""
    uit: set[str] = set()
    for model in (Page, *get_page_models()):
        uit.add(model._meta.db_table)
        uit |= {veld.m2m_db_table() for veld in model._meta.many_to_many if hasattr(veld, "m2m_db_table")}
        kinderen = [rel for rel in model._meta.related_objects if isinstance(rel.field, ParentalKey)]
        uit |= {rel.related_model._meta.db_table for rel in kinderen if not isinstance(rel.related_model, str)}
    return frozenset(uit) | {PageViewRestriction._meta.db_table, "taggit_tag"}


def _gepubliceerd(instance: Page, **_: Any) -> None:
    veranderd(*dingen_van(instance.specific))


def _weg(instance: Page, **_: Any) -> None:
    veranderd(*dingen_van(instance), hard=True)


def _ingetrokken(instance: Page, **_: Any) -> None:
    veranderd(*dingen_van(instance.specific), hard=True)


def _bewaard(
    instance: Any, raw: bool = False, created: bool = False, update_fields: Iterable[str] | None = None, **_: Any
) -> None:
    """Saved without publishing, as loaders do, and a neighbourhood that says it stopped."""
    if created and isinstance(instance, Page):
        veranderd(TAKKEN)  # the page above may be restricted, and have had nothing under it
    if isinstance(instance, Page) and not raw and not (update_fields and set(update_fields) <= CONCEPT):
        veranderd(*dingen_van(instance))


def _verplaatst(instance: Page, **_: Any) -> None:
    """Other addresses, also of what lies below, wherever it is named."""
    veranderd(ALLES, hard=True)


def _beperking(instance: PageViewRestriction, **_: Any) -> None:
    veranderd(BEPERKT)
    pagina = Page.objects.filter(pk=instance.page_id).first()
    if pagina is not None:  # else it is deleted, and that was told
        veranderd(*(dingen_van(pagina.specific) if not pagina.numchild else (ALLES,)), hard=True)


def verbind() -> None:
    for signaal, ontvanger in (
        (page_published, _gepubliceerd),
        (page_unpublished, _ingetrokken),
        (post_page_move, _verplaatst),
        (page_slug_changed, _verplaatst),
        (post_save, _bewaard),
    ):
        signaal.connect(ontvanger, dispatch_uid=f"{_UID}.{ontvanger.__name__}")
    for model in (Page, *get_page_models()):
        post_delete.connect(_weg, sender=model, dispatch_uid=f"{_UID}.weg.{model.__name__}")
    for signaal in (post_save, post_delete):
        signaal.connect(_beperking, sender=PageViewRestriction, dispatch_uid=f"{_UID}._beperking")
