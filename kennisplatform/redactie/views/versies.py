"""All versions of a page, the one that a file brought included: Wagtail's history shows only what somebody did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from kennisplatform.redactie.views.werk import PER_BLAD


def knop(page: Page, user: Any, next_url: str | None = None, **_rest: Any) -> Iterator[Button]:
    if not page.is_root():
        adres = reverse("redactie:versies", args=[page.pk])
        yield Button(_("Alle versies"), adres, icon_name="history", priority=55)


class Versies(WagtailAdminTemplateMixin, TemplateView):
    template_name = "redactie/versies.html"
    header_icon = "history"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not self.pagina.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def pagina(self) -> Page:
        return get_object_or_404(Page, pk=self.kwargs["page_id"], depth__gt=1)

    def get_page_title(self) -> str:
        return _("Alle versies van ‘%(titel)s’") % {"titel": self.pagina.get_admin_display_title()}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        boven = {
            "url": reverse("wagtailadmin_pages:edit", args=[self.pagina.pk]),
            "label": self.pagina.get_admin_display_title(),
        }
        return [*self.breadcrumbs_items, boven, {"url": "", "label": _("Alle versies")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versies = self.pagina.revisions.defer("content").select_related("user").order_by("-created_at", "-pk")
        blad = Paginator(versies, PER_BLAD).get_page(self.request.GET.get("p"))
        eerste = versies.last()
        return super().get_context_data(
            pagina=self.pagina,
            blad=blad,
            eerste=eerste.pk if eerste else None,
            op_slot=bool(self.pagina.permissions_for_user(self.request.user).page_locked()),
            **kwargs,
        )
