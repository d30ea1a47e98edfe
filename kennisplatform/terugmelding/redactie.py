"""The editors' desk: what readers said, those of one's own pages first, and an answer that leaves by mail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Case, QuerySet, Sum, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.components import Component
from wagtail.admin.viewsets.base import ViewSet

from kennisplatform.beheerscherm import MenuMetRecht, MetRecht
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.terugmelding.formulieren import Afdoeformulier
from kennisplatform.terugmelding.models import Nuttigdag, Terugmelding
from kennisplatform.terugmelding.schrijven import doe_af

PER_PAGINA: Final = 50
DAGEN: Final = (28, 91, 365)
KEUZES: Final = {
    "open": gettext_lazy("Open"),
    "mijn": gettext_lazy("Open, over mijn pagina’s"),
    "afgedaan": gettext_lazy("Afgedaan"),
}


def open_meldingen(gebruiker: Any) -> QuerySet[Terugmelding]:
    """Of the reader's own pages first, then who waits longest."""
    eigen = Case(When(pagina__owner=gebruiker, then=Value(0)), default=Value(1))
    rij = Terugmelding.objects.filter(afgedaan=None).select_related("pagina__owner")
    return rij.annotate(vreemd=eigen).order_by("vreemd", "op", "pk")


class Terugmeldscherm(MetRecht):
    recht = "terugmelding.view_terugmelding"
    header_icon = "comment"
    page_title = gettext_lazy("Wat lezers terugmelden")


class Terugmeldlijst(Terugmeldscherm):
    template_name = "terugmelding/lijst.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        keuze = self.request.GET.get("stand", "open")
        keuze = keuze if keuze in KEUZES else "open"
        rijen = open_meldingen(self.request.user)
        if keuze == "mijn":
            rijen = rijen.filter(pagina__owner_id=self.request.user.pk)
        elif keuze == "afgedaan":
            rijen = Terugmelding.objects.exclude(afgedaan=None).select_related("pagina__owner", "door")
            rijen = rijen.order_by("-afgedaan")
        blad = Paginator(rijen, PER_PAGINA).get_page(self.request.GET.get("p"))
        return super().get_context_data(blad=blad, keuze=keuze, keuzes=KEUZES.items(), **kwargs)


class Terugmeldblad(Terugmeldscherm):
    template_name = "terugmelding/een.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        melding = get_object_or_404(Terugmelding.objects.select_related("pagina", "door"), pk=self.kwargs["pk"])
        kwargs.setdefault("formulier", Afdoeformulier())
        return super().get_context_data(melding=melding, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm("terugmelding.change_terugmelding"):
            return redirect("terugmeldingen:een", self.kwargs["pk"])
        melding = get_object_or_404(Terugmelding, pk=self.kwargs["pk"])
        formulier = Afdoeformulier(request.POST)
        if formulier.is_valid():
            antwoord = formulier.cleaned_data["antwoord"]
            try:
                doe_af(pk=melding.pk, door=request.user, antwoord=antwoord)  # type: ignore[arg-type]  # signed in
            except Bezwaar as bezwaar:
                formulier.add_error(None, str(bezwaar))
            else:
                messages.success(request, _("Uw antwoord is onderweg.") if antwoord else _("Afgedaan."))
                return redirect("terugmeldingen:index")
        return self.render_to_response(self.get_context_data(formulier=formulier))


class Oordelen(Terugmeldscherm):
    """Numbers per page: what most readers had no use for stands first."""

    page_title = gettext_lazy("Nuttig of niet")
    template_name = "terugmelding/nuttig.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        dagen = self.request.GET.get("dagen", "")
        gekozen = int(dagen) if dagen in {str(d) for d in DAGEN} else DAGEN[0]
        vanaf = timezone.localdate() - dt.timedelta(days=gekozen)
        rijen = Nuttigdag.objects.filter(dag__gt=vanaf).values("pagina_id", "pagina__title")
        telling = rijen.annotate(wel=Sum("ja"), niet=Sum("nee")).order_by("-niet", "wel", "pagina__title")
        blad = Paginator(telling, PER_PAGINA).get_page(self.request.GET.get("p"))
        return super().get_context_data(blad=blad, dagen=gekozen, keuzes=DAGEN, **kwargs)


class Terugmeldmenu(MenuMetRecht):
    recht = Terugmeldscherm.recht


class TerugmeldViewSet(ViewSet):
    menu_item_class = Terugmeldmenu
    name = "terugmeldingen"
    icon = "comment"
    menu_label = gettext_lazy("Terugmeldingen")
    menu_order = 325
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", self.construct_view(Terugmeldlijst), name="index"),
            path("nuttig/", self.construct_view(Oordelen), name="nuttig"),
            path("<int:pk>/", self.construct_view(Terugmeldblad), name="een"),
        ]


class Terugmeldpaneel(Component):
    """On the start page of the admin, only when there is something."""

    name = "terugmeldingen"
    order = 5
    MAX = 6

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def render_html(self, parent_context: Mapping[str, Any] | None = None) -> str:
        rijen = open_meldingen(self.request.user)
        context = {"rijen": rijen[: self.MAX], "aantal": rijen.count()}
        return render_to_string("terugmelding/startpaneel.html", context)
