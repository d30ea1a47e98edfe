"""Lists that cost the same at 200 pages and at 10,000: nothing is asked per row."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.query import PageQuerySet

# Two questions a row, to know whether a button may be there. Above the page itself they stay.
PER_RIJ: Final = ("register_page_listing_more_buttons", "register_snippet_listing_buttons")
VAN: Final = "wagtail_localize.wagtail_hooks"


def zonder_vragen_per_rij() -> None:
    """Wagtail has no way to take off another package's hook."""
    import_module(VAN)  # registers them, if it did not yet
    for naam in PER_RIJ:
        hooks._hooks[naam] = [(doe, plek) for doe, plek in hooks._hooks[naam] if doe.__module__ != VAN]


def vertaalknop(page: Page, user: Any, next_url: str | None = None, **_rest: Any) -> Iterator[Button]:
    """Always there; the screen behind it says which languages are left."""
    if user.has_perm("wagtail_localize.submit_translation") and not page.is_root():
        adres = reverse("wagtail_localize:submit_page_translation", args=[page.alias_of_id or page.pk])
        yield Button(_("Vertaal deze pagina"), adres, icon_name="wagtail-localize-language", priority=60)


def kiezer(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    return pages.prefetch_workflow_states().annotate_approved_schedule()
