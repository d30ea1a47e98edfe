"""Reports as Wagtail makes them: filters, sorting, pages, a file; and a view of one kept by its address."""

from __future__ import annotations

from typing import Any, Final, cast

from django import forms
from django.contrib import messages
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import NoReverseMatch, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Page

from kennisplatform.basis.lijstuitvoer import Lijstuitvoer
from kennisplatform.basis.rapporten import Rapportlink
from kennisplatform.kamers import gebracht
from kennisplatform.redactie.meten import meet_straks
from kennisplatform.redactie.models import Rapportkeuze
from kennisplatform.redactie.prullenbakdeur import Paginabeleid
from kennisplatform.redactie.rapportfilters import EERSTE_TAAL, Rapportfilters, Vertaalfilters, talen
from kennisplatform.redactie.rapportsoorten import RAPPORTEN, Rapportsoort

RECHT: Final = ("change", "publish")
NIET_BEWAREN: Final = ("p", "export", "_w_filter_fragment")


class Titelkolom(PageTitleColumn):
    """Its head counts the children of one page; here pages come from everywhere."""

    header_template_name = Column.header_template_name

    def get_header_context_data(self, parent_context: Any) -> dict[str, Any]:
        return Column.get_header_context_data(self, parent_context)


class Rapport(Lijstuitvoer, PageReportView):
    template_name = "redactie/rapport.html"
    results_template_name = "redactie/rapport_lijst.html"
    header_icon = "clipboard-list"
    any_permission_required = list(RECHT)
    permission_policy = Paginabeleid()
    is_searchable = True
    search_fields = ["title"]
    search_backend_name = None
    context_object_name = "pages"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if kwargs["code"] not in RAPPORTEN:
            raise Http404
        self.filterset_class = Vertaalfilters if self.soort.taalkeuze else Rapportfilters
        self.default_ordering = self.soort.volgorde
        self.export_filename = f"rapport-{self.soort.code}"

    @cached_property
    def soort(self) -> Rapportsoort:
        return RAPPORTEN[self.kwargs["code"]]

    @cached_property
    def taal(self) -> str:
        taal = self.request.GET.get("taal", "")
        return taal if taal in dict(talen()) else EERSTE_TAAL

    def get_page_title(self) -> str:
        return str(self.soort.titel)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        lijst = {"url": reverse("redactie:rapporten"), "label": _("Rapporten van de redactie")}
        return [*self.breadcrumbs_items, lijst, {"url": "", "label": self.get_page_title()}]

    @cached_property
    def columns(self) -> list[Column]:
        eigen = [Column(k.naam, label=k.kop, sort_key=k.sorteer or None) for k in self.soort.kolommen]
        return [
            BulkActionsColumn("bulk_actions"),
            Titelkolom("title", label=_("Titel"), sort_key="title", classname="title"),
            Column("soortnaam", label=_("Soort"), sort_key="content_type__model"),
            *eigen,
            DateColumn("latest_revision_created_at", label=_("Bijgewerkt"), sort_key="latest_revision_created_at"),
            PageStatusColumn("status", label=_("Stand"), sort_key="live"),
        ]

    def get_base_queryset(self) -> QuerySet[Page]:
        van_mij = self.permission_policy.instances_user_has_any_permission_for(self.request.user, RECHT)
        rijen: Any = self.soort.kies(van_mij.filter(depth__gt=1), self.taal)
        uit: QuerySet[Page] = (
            rijen.select_related("redactiestand", "content_type", "owner", "locale")
            .prefetch_workflow_states()
            .annotate_approved_schedule()
            .annotate_site_root_state()
        )
        return uit

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        for rij in object_list:
            rij.soortnaam = _soortnaam(rij)
            rij.eigenaar = str(rij.owner or "")
            rij.vertaalstand = _vertaalstand(rij)
        return object_list

    def get_index_url(self) -> str:
        return reverse("redactie:rapport", args=[self.soort.code])

    def get_index_results_url(self) -> str:
        return reverse("redactie:rapport_lijst", args=[self.soort.code])

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        over = meet_straks()
        vraag = bewaarbaar(self.request.GET)
        eigen = weergaven(self.request, self.soort)
        in_taal = dict(talen()).get(self.taal) if self.soort.taalkeuze else None
        return super().get_context_data(
            *args, soort=self.soort, over=over, vraag=vraag, weergaven=eigen, in_taal=in_taal, **kwargs
        )

    # ---- As a file

    @cached_property
    def uitvoer(self) -> dict[str, str]:
        vast = ("pk", "title", "adres", "soortnaam", "locale.language_code", "eigenaar")
        koppen = (_("Nummer"), _("Titel"), _("Adres"), _("Soort"), _("Taal"), _("Eigenaar"))
        return dict(zip(vast, koppen, strict=True)) | {k.naam: str(k.kop) for k in self.soort.kolommen}

    waarden: Final[dict[str, Any]] = {}  # its columns are attributes of the rows

    def as_spreadsheet(self, queryset: Any, spreadsheet_format: str) -> HttpResponse:
        return super().as_spreadsheet(self.decorate_paginated_queryset(list(queryset)), spreadsheet_format)


def _soortnaam(rij: Page) -> str:
    model = rij.content_type.model_class()
    return str(model._meta.verbose_name).capitalize() if model else ""


def _vertaalstand(rij: Page) -> str:
    if not hasattr(rij, "vertaald"):
        return ""
    if rij.vertaald:
        return _("achter")
    return _("concept") if rij.bestaat else _("geen")


def bewaarbaar(get: QueryDict) -> str:
    """The filters of this view, as an address."""
    over = get.copy()
    for naam in NIET_BEWAREN:
        over.pop(naam, None)
    return over.urlencode()


def weergaven(request: HttpRequest, soort: Rapportsoort | None = None) -> list[Rapportkeuze]:
    rijen = Rapportkeuze.objects.filter(gebruiker=cast("Any", request.user))
    return list(rijen.filter(rapport=soort.code) if soort else rijen)


class Rapporten(WagtailAdminTemplateMixin, TemplateView):
    """All reports with how much each lists now, and the views that I kept."""

    template_name = "redactie/rapporten.html"
    page_title = gettext_lazy("Rapporten van de redactie")
    header_icon = "clipboard-list"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        over = meet_straks()
        van_mij = Rapport.permission_policy.instances_user_has_any_permission_for(self.request.user, RECHT)
        van_mij = van_mij.filter(depth__gt=1).order_by()
        aantallen = [(s, s.kies(van_mij, "").aggregate(n=Count("pk"))["n"]) for s in RAPPORTEN.values()]
        links = [link for link in gebracht(Rapportlink) if self.request.user.has_perm(link.recht) and _adres(link)]
        return super().get_context_data(
            aantallen=aantallen, elders=links, weergaven=weergaven(self.request), over=over, **kwargs
        )


def _adres(link: Rapportlink) -> str:
    try:
        return reverse(link.adres)
    except NoReverseMatch:
        return ""


class Weergaveformulier(forms.Form):
    naam = forms.CharField(max_length=80)
    vraag = forms.CharField(max_length=500, required=False)


class BewaarWeergave(View):
    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        if code not in RAPPORTEN:
            raise Http404
        formulier = Weergaveformulier(request.POST)
        naar = reverse("redactie:rapport", args=[code])
        if not formulier.is_valid():
            messages.error(request, _("Geef de weergave een naam."))
            return redirect(f"{naar}?{bewaarbaar(QueryDict(request.POST.get('vraag', '')))}")
        vraag = bewaarbaar(QueryDict(formulier.cleaned_data["vraag"]))
        Rapportkeuze.objects.update_or_create(
            gebruiker=cast("Any", request.user),
            rapport=code,
            naam=formulier.cleaned_data["naam"],
            defaults={"vraag": vraag},
        )
        messages.success(request, _("Bewaard. U vindt de weergave bij Rapporten."))
        return redirect(f"{naar}?{vraag}")


class VergeetWeergave(View):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        get_object_or_404(Rapportkeuze, pk=pk, gebruiker=cast("Any", request.user)).delete()
        messages.success(request, _("De weergave is weg."))
        return redirect("redactie:rapporten")
