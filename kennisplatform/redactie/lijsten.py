"""Lists that cost the same at 200 pages and at 10,000: nothing is asked per row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.pages.listing import PageFilterSet, PageListingMixin
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.admin.widgets.button import Button
from wagtail.admin.widgets.chooser import BaseChooser
from wagtail.models import Page
from wagtail.models.audit_log import ModelLogEntryManager
from wagtail.models.pages import PageLogEntryManager, PagePermissionTester
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.query import PageQuerySet
from wagtail_localize.models import TranslationSource
from wagtail_localize.wagtail_hooks import (  # importing it registers its hooks, if that was not done yet
    ConvertToAliasPageActionMenuItem,
    RestartTranslationPageActionMenuItem,
)

from kennisplatform.redactie.kijker import kijker
from kennisplatform.redactie.taaldelen import NEDERLANDS
from kennisplatform.redactie.zuinig import op_de_rij

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
        return op_de_rij(rijen.specific(defer=True) if rijen.model is Page else rijen)

    PageListingMixin.annotate_queryset = annotate_queryset
    PageFilterSet.base_filters.pop("site", None)


def eens_per_verzoek() -> None:
    """What Wagtail asks again for each filter and each part of a screen, asked once for who looks: kept on the user, who
    lives as long as the request. And a report that only shows titles fetches no page of each kind in full.
    """
    PagePermissionPolicy.explorable_root_instance = _zonder_vraag(PagePermissionPolicy.explorable_root_instance)
    for manager in (PageLogEntryManager, ModelLogEntryManager):
        manager.viewable_by_user = _bewaard(manager.viewable_by_user)
    PageTypesUsageReportView.decorate_paginated_queryset = _laatst_gewijzigd
    PagePermissionTester.can_delete = _zoals_de_rij_zegt(PagePermissionTester.can_delete)


def _zoals_de_rij_zegt(gewoon: Callable[..., bool]) -> Callable[..., bool]:
    """Whose pages others publish throws away no public one, and Wagtail asks of each row, twice, whether one is at or below
    it: a list of fifty cost a hundred questions. The page itself tells when it is public, or has nothing below it.
    """

    def can_delete(self: Any, ignore_bulk: bool = False) -> bool:
        wie, pagina = self.user, self.page
        if wie.is_active and not wie.is_superuser and not self.page_is_root and "publish" not in self.permissions:
            if pagina.live:
                return False
            if pagina.is_leaf() and "change" in self.permissions:
                return True
        return gewoon(self, ignore_bulk)

    return can_delete


def _zonder_vraag(gewoon: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """The one page on which somebody has rights is the page they have in common."""

    def explorable_root_instance(self: Any, user: Any) -> Any:
        plekken = list(self.instances_with_direct_explore_permission(user))
        return plekken[0] if len({plek.path for plek in plekken}) == 1 else gewoon(self, user)

    return explorable_root_instance


def _bewaard(gewoon: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def viewable_by_user(self: Any, user: Any) -> Any:
        bekend = vars(user).setdefault("_zichtbare_regels", {})
        if self.model not in bekend:
            bekend[self.model] = gewoon(self, user)
        return bekend[self.model].all()

    return viewable_by_user


def knoppen_naar_wat_mag() -> None:
    """'Wijzig alarmzin' under a chosen record stood there for who may only read it, and led to a refusal."""
    gewoon = BaseChooser.get_value_data_from_instance

    def get_value_data_from_instance(self: Any, instance: Any) -> Any:
        gegevens = gewoon(self, instance)
        wie = kijker()
        if gegevens and wie is not None and not isinstance(instance, Page):
            gegevens["edit_url"] = AdminURLFinder(wie).get_edit_url(instance)
        return gegevens

    BaseChooser.get_value_data_from_instance = get_value_data_from_instance


def _laatst_gewijzigd(self: Any, page_types: Any) -> Any:
    pks = [soort.last_edited_page_id for soort in page_types if soort.last_edited_page_id]
    paginas = {rij.pk: rij for rij in Page.objects.filter(pk__in=pks).specific(defer=True)}
    for soort in page_types:
        soort.last_edited_page = paginas.get(soort.last_edited_page_id)
    return page_types


def bijwerkknop(page: Page, user: Any, next_url: str | None = None, **_rest: Any) -> Iterator[Button]:
    """Above the page itself: what changed in it goes to its translations, when there are any."""
    if not user.has_perm("wagtail_localize.submit_translation") or page.is_root():
        return
    if not getattr(page, "heeft_vertalingen", True):
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
