"""What a rule did, and what it would have done last month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import SnippetViewSet

from kennisplatform.redactie import regels
from kennisplatform.redactie.models import Inhoudsregel

RECHT: Final = "redactie.change_inhoudsregel"
TOON: Final = 50


class RegelsViewSet(SnippetViewSet):
    model = Inhoudsregel
    icon = "mail"
    menu_label = gettext_lazy("Regels")
    menu_order = 940
    add_to_admin_menu = True
    list_display: Any = [
        "naam",
        Column("get_soort_display", label=gettext_lazy("Wanneer"), sort_key="soort"),
        BooleanColumn("actief", label=gettext_lazy("Staat aan")),
    ]


def rijknop(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(snippet, Inhoudsregel) and user.has_perm(RECHT):
        adres = reverse("redactie:regel", args=[snippet.pk])
        yield Button(_("Proberen, en wat zij deed"), adres, icon_name="history", priority=15)


class Regelblad(WagtailAdminTemplateMixin, TemplateView):
    template_name = "redactie/regel.html"
    header_icon = "mail"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not request.user.has_perm(RECHT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def regel(self) -> Inhoudsregel:
        return get_object_or_404(Inhoudsregel, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return str(self.regel)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        lijst = {"url": reverse("wagtailsnippets_redactie_inhoudsregel:list"), "label": _("Regels")}
        return [*self.breadcrumbs_items, lijst, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        zou = regels.zou_gebeurd_zijn(self.regel)
        return super().get_context_data(
            regel=self.regel,
            zou=zou[:TOON],
            totaal=len(zou),
            niemand=not any(mensen for _voorval, mensen in zou) if zou else False,
            deed=self.regel.gangen.all()[:TOON],
            wijzig=reverse("wagtailsnippets_redactie_inhoudsregel:edit", args=[self.regel.pk]),
            **kwargs,
        )
