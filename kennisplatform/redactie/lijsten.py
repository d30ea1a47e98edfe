"""Lists that cost the same at 200 pages and at 10,000: nothing is asked per row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.views.pages.listing import PageFilterSet, PageListingMixin
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail_localize.models import TranslationSource
from wagtail_localize.wagtail_hooks import (  # importing it registers its hooks, if that was not done yet
    ConvertToAliasPageActionMenuItem,
    RestartTranslationPageActionMenuItem,
)

from kennisplatform.redactie.taaldelen import NEDERLANDS

# Two questions a row, to know whether a button may be there.
PER_RIJ: Final = (
    "register_page_listing_more_buttons", "register_snippet_listing_buttons", "register_page_header_buttons",
)  # fmt: skip  # names of hooks
VAN: Final = "wagtail_localize.wagtail_hooks"


def zonder_vragen_per_rij() -> None:
    """Wagtail has no way to take off another package's hook."""
    for naam in PER_RIJ:
        hooks._hooks[naam] = [(doe, plek) for doe, plek in hooks._hooks[naam] if doe.__module__ != VAN]


def vertaalknop(page: Page, user: Any, next_url: str | None = None, **_rest: Any) -> Iterator[Button]:
    """Always there; the screen behind it says which languages are left."""
    if user.has_perm("wagtail_localize.submit_translation") and not page.is_root():
        adres = reverse("wagtail_localize:submit_page_translation", args=[page.alias_of_id or page.pk])
        yield Button(_("Vertaal deze pagina"), adres, icon_name="wagtail-localize-language", priority=60)


def zonder_eigen_velden() -> None:
    """The explorer and the search show what every page has. Wagtail fetches each kind of page in full, with a question for
    each kind. And it lets choose a site, of which there is one.
    """
    gewoon = PageListingMixin.annotate_queryset

    def annotate_queryset(self: Any, pages: PageQuerySet) -> PageQuerySet:
        rijen = gewoon(self, pages)
        return rijen.specific(defer=True) if rijen.model is Page else rijen

    PageListingMixin.annotate_queryset = annotate_queryset
    PageFilterSet.base_filters.pop("site", None)


def bijwerkknop(page: Page, user: Any, next_url: str | None = None, **_rest: Any) -> Iterator[Button]:
    """Above the page itself: what changed in it goes to its translations, when there are any."""
    if not user.has_perm("wagtail_localize.submit_translation") or page.is_root():
        return
    bron = TranslationSource.objects.filter(
        object_id=page.translation_key, specific_content_type=page.cached_content_type, translations__enabled=True
    )
    if pk := bron.order_by().values_list("pk", flat=True).first():
        naar = f"?{urlencode({'next': next_url})}" if next_url else ""
        adres = reverse("wagtail_localize:update_translations", args=[pk]) + naar
        yield Button(_("Vertalingen bijwerken"), adres, icon_name="resubmit", priority=61)


def alleen_bij_vertalingen() -> None:
    """Wagtail-localize asks of each page whether it once was a translation. A Dutch page never was: it is the source."""
    for klas in (RestartTranslationPageActionMenuItem, ConvertToAliasPageActionMenuItem):
        klas.is_shown = _behalve_nederlands(klas.is_shown)


def _behalve_nederlands(gewoon: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def is_shown(self: Any, context: Any) -> bool:
        pagina = context.get("page")
        return not (pagina is not None and pagina.locale.language_code == NEDERLANDS) and bool(gewoon(self, context))

    return is_shown


def kiezer(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    return pages.prefetch_workflow_states().annotate_approved_schedule()
