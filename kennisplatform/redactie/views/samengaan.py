"""Screen where an editor lets one page of the menu go into another: first which, then what goes over, then one press."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from kennisplatform.redactie import paginas_samen
from kennisplatform.redactie.paginas_samen import Paginabezwaar


def samenknop(page: Page, user: Any, next_url: str | None = None, **_rest: Any) -> Iterator[Button]:
    if paginas_samen.kan_samen(page, user):
        adres = reverse("redactie:paginas_samen", args=[page.pk])
        yield Button(_("Voeg samen met een andere"), adres, icon_name="resubmit", priority=65)


class PaginasSamen(WagtailAdminTemplateMixin, TemplateView):
    template_name = "redactie/paginas_samen.html"
    header_icon = "resubmit"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not paginas_samen.kan_samen(self.pagina, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def pagina(self) -> Page:
        return get_object_or_404(Page.objects.select_related("locale"), pk=self.kwargs["page_id"], depth__gt=2)

    def get_page_title(self) -> str:
        return _("‘%(titel)s’ samenvoegen") % {"titel": self.pagina.title}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        zelf = {"url": reverse("wagtailadmin_pages:edit", args=[self.pagina.pk]), "label": self.pagina.title}
        return [*self.breadcrumbs_items, zelf, {"url": "", "label": _("Samenvoegen")}]

    def _nieuw(self, gegevens: Any) -> Page | None:
        gekozen = gegevens.get("naar", "")
        if not gekozen.isdecimal() or len(gekozen) > 9:
            return None
        nieuw: Page | None = paginas_samen.andere(self.pagina).filter(pk=gekozen).first()
        return nieuw

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        nieuw = self._nieuw(self.request.POST or self.request.GET)
        context = {
            "oud": self.pagina,
            "nieuw": nieuw,
            "terug": reverse("wagtailadmin_pages:edit", args=[self.pagina.pk]),
        }
        if nieuw is None:
            context["andere"] = paginas_samen.andere(self.pagina).values_list("pk", "title")
        else:
            context["gang"] = paginas_samen.gang(self.pagina, nieuw, self.request.user)
            context["gekozen"] = self.request.POST.getlist("mee")
        return super().get_context_data(**context, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        nieuw = self._nieuw(request.POST)
        if nieuw is None:
            messages.error(request, _("Kies in welke pagina deze opgaat."))
            return redirect("redactie:paginas_samen", self.pagina.pk)
        if request.POST.get("zeker") != "1":
            return self.render_to_response(self.get_context_data(fout=_("Vink aan dat u dit zeker weet.")))
        try:
            paginas_samen.voeg_paginas_samen(
                oud=self.pagina, nieuw=nieuw, mee=request.POST.getlist("mee"), door=request.user
            )
        except Paginabezwaar as bezwaar:
            messages.error(request, str(bezwaar))
            return redirect("redactie:paginas_samen", self.pagina.pk)
        tekst = _("‘%(oud)s’ is opgegaan in ‘%(nieuw)s’. Haar oude adres leidt hierheen.")
        messages.success(request, tekst % {"oud": self.pagina.title, "nieuw": nieuw.title})
        return redirect("wagtailadmin_pages:edit", nieuw.pk)


def in_geschiedenis(actions: LogActionRegistry) -> None:
    actions.register_action(
        "redactie.paginas_samen", gettext_lazy("Samenvoegen"), gettext_lazy("Andere pagina opgenomen")
    )
