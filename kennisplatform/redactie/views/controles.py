"""Checks of one page: beside its form as it is being typed, and as a page of its own for who has no scripts."""

from __future__ import annotations

from typing import Any

from django.forms import CharField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.preview import PreviewOnCreateView, PreviewOnEditView
from wagtail.blocks import BlockField
from wagtail.models import Page
from wagtail.permissions import policy_registry

from kennisplatform.redactie.nalopen import loop_na
from kennisplatform.redactie.stukken import onderdelen
from kennisplatform.redactie.voorstellen import voorstellen


def wat_er_staat(pagina: Page, wie: Any) -> dict[str, Any]:
    """What could be better, and what may belong to it."""
    zichtbaar = policy_registry.get_by_type(Page).explorable_instances(wie)
    return {"blad": loop_na(pagina), "voorstel": voorstellen(pagina, onderdelen(pagina), zichtbaar)}


class GetypteControles(PreviewOnEditView):
    """What stands in the form now; nothing of it is kept. Wagtail's preview knows how to read a form half-way."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        formulier = self.get_form(request.POST)
        if not self.validate_form(formulier):
            _neem_over_zoals_getypt(formulier)
        return render(request, "redactie/controlelijst.html", wat_er_staat(self.pagina(formulier), request.user))

    def pagina(self, formulier: Any) -> Page:
        pagina: Page = formulier.instance
        if not self.request.POST.get("title"):
            pagina.title = ""  # the preview's own stands there
        return pagina


def _neem_over_zoals_getypt(formulier: Any) -> None:
    """What has a mistake is told at its field when it is kept, and stays off the page till then: of one source without an
    address or one picture not chosen yet, the whole list or the whole text would be read as empty.
    """
    for naam in formulier.errors.keys() & formulier.fields.keys():
        veld, waarde = formulier.fields[naam], formulier[naam].data
        try:
            if isinstance(veld, BlockField):
                veld.block.get_prep_value(waarde)
            elif not (isinstance(veld, CharField) and isinstance(waarde, str)):
                continue
        except (AttributeError, TypeError, ValueError):
            continue  # half-typed beyond reading
        setattr(formulier.instance, naam, waarde)


class NieuweControles(GetypteControles, PreviewOnCreateView):
    def pagina(self, formulier: Any) -> Page:
        pagina = super().pagina(formulier)
        pagina.locale_id = pagina.locale_id or formulier.parent_page.locale_id
        return pagina


class Controles(WagtailAdminTemplateMixin, TemplateView):
    template_name = "redactie/controles.html"
    page_title = gettext_lazy("Controles")
    header_icon = "glasses"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        bewerker = PreviewOnEditView()
        bewerker.setup(self.request, page_id=self.kwargs["page_id"])  # asks the right to edit
        pagina = bewerker.object
        self.page_subtitle = pagina.get_admin_display_title()
        bewerken = reverse("wagtailadmin_pages:edit", args=[pagina.pk])
        self.breadcrumbs_items = [
            {"url": bewerken, "label": pagina.get_admin_display_title()},
            {"url": "", "label": _("Controles")},
        ]
        staat = wat_er_staat(pagina, self.request.user)
        return super().get_context_data(pagina=pagina, bewerken=bewerken, **staat, **kwargs)
