"""What a rule did, and what it would have done last month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log
from wagtail.snippets.views.snippets import SnippetViewSet

from kennisplatform.redactie import regels
from kennisplatform.redactie.models import Inhoudsregel

RECHT: Final = "redactie.change_inhoudsregel"
TOON: Final = 50


def _stand(regel: Inhoudsregel) -> str:
    return _("aan") if regel.actief else _("uit")


def _kijk(regel: Inhoudsregel) -> str:
    return _("Wat zij doet of deed")


def _proef(regel: Inhoudsregel) -> str:
    return reverse("redactie:regel", args=[regel.pk])


class RegelsViewSet(SnippetViewSet):
    model = Inhoudsregel
    icon = "mail"
    menu_label = gettext_lazy("Regels")
    menu_order = 940
    add_to_admin_menu = True
    list_display: Any = [
        "naam",
        Column("get_soort_display", label=gettext_lazy("Wanneer"), sort_key="soort"),
        Column("actief", label=gettext_lazy("Stand"), accessor=_stand, sort_key="actief"),
        TitleColumn("proef", label=gettext_lazy("Proberen"), accessor=_kijk, get_url=_proef, classname="regel__proef"),
    ]


def rijknop(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(snippet, Inhoudsregel) and user.has_perm(RECHT):
        yield Button(_("Proberen, en wat zij deed"), _proef(snippet), icon_name="history", priority=15)


def na_bewaren(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Who saved a rule sees at once what it would have done, with the button that turns it on."""
    return redirect(_proef(instance)) if isinstance(instance, Inhoudsregel) else None


class Regelblad(WagtailAdminTemplateMixin, TemplateView):
    template_name = "redactie/regel.html"
    header_icon = "mail"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not request.user.has_perm(RECHT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        regel = self.regel
        regel.actief = request.POST.get("actief") == "1"
        try:
            regel.full_clean()
        except ValidationError as fout:
            messages.error(request, " ".join(fout.messages))
            return redirect(_proef(regel))
        regel.save(update_fields=["actief"])
        log(instance=regel, action="wagtail.edit", user=request.user, content_changed=True)
        messages.success(request, _("De regel staat aan.") if regel.actief else _("De regel staat uit."))
        return redirect(_proef(regel))

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
