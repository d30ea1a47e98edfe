"""What editors see beyond Wagtail's own screens: a flat list per kind, and what waits for me."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page, get_page_models

from kennisplatform.basis.keuzes import LADDER
from kennisplatform.basis.lijstuitvoer import Uitvoerlijst
from kennisplatform.basis.models import Begrip, Begripsoort, KennisPagina, MetBewijs
from kennisplatform.basis.models.bewijs import GELDIG_JAREN, verloopt_op
from kennisplatform.basis.models.prullenbak import buiten_prullenbak
from kennisplatform.basis.paginanieuws import ZICHTBAAR
from kennisplatform.tekening.notitie import toont
from kennisplatform.tekening.stukken import onthoud

CONTROLE = [("te-laat", _("Te laat")), ("maand", _("Binnen 30 dagen")), ("geen", _("Geen datum"))]
STAND = [
    ("gepubliceerd", _("Gepubliceerd")),
    ("concept", _("Concept")),
    ("wijzigingen", _("Gepubliceerd, met wijzigingen")),
]
BINNENKORT = dt.timedelta(days=183)


class KennisFilters(WagtailFilterSet):
    """Filters that every kind shares; a subclass names its model and adds its own fields."""

    hoofdthema = django_filters.ModelChoiceFilter(
        label=_("Thema"),
        queryset=lambda request: Begrip.objects.filter(soort=Begripsoort.THEMA, locale__language_code="nl"),
    )
    onderwerp = django_filters.ModelChoiceFilter(
        field_name="begrippen",
        label=_("Onderwerp"),
        queryset=lambda request: Begrip.objects.filter(soort=Begripsoort.ONDERWERP, locale__language_code="nl"),
    )
    stand = django_filters.ChoiceFilter(label=_("Stand"), choices=STAND, method="filter_stand")
    controle = django_filters.ChoiceFilter(label=_("Volgende controle"), choices=CONTROLE, method="filter_controle")

    def filter_stand(self, queryset: QuerySet, naam: str, waarde: str) -> QuerySet:
        return queryset.filter(
            {
                "gepubliceerd": Q(live=True),
                "concept": Q(live=False),
                "wijzigingen": Q(live=True, has_unpublished_changes=True),
            }[waarde]
        )

    def filter_controle(self, queryset: QuerySet, naam: str, waarde: str) -> QuerySet:
        vandaag = dt.date.today()
        maand = (vandaag, vandaag + dt.timedelta(days=30))
        return queryset.filter(
            {
                "te-laat": Q(volgende_controle__lt=vandaag),
                "maand": Q(volgende_controle__range=maand),
                "geen": Q(volgende_controle__isnull=True),
            }[waarde]
        )


class KennisLijst(PageListingViewSet):
    """A flat list of one kind, with the columns an editor decides on. Subclasses set `eigen_kolommen`."""

    eigen_kolommen: tuple[Column, ...] = ()
    list_per_page = 50
    index_view_class = Uitvoerlijst
    add_to_admin_menu = True

    @property
    def export_filename(self) -> str:
        """Of a file that somebody takes along: the word in the menu, not that of a table."""
        return str(self.name)

    @property
    def columns(self) -> list[Column]:
        return [
            BulkActionsColumn("bulk_actions"),
            PageTitleColumn("title", label=_("Titel"), sort_key="title", classname="title"),
            Column("thema", label=_("Thema"), sort_key="hoofdthema__volgorde"),
            *self.eigen_kolommen,
            Column("volgende_controle", label=_("Volgende controle"), sort_key="volgende_controle"),
            DateColumn("latest_revision_created_at", label=_("Bijgewerkt"), sort_key="latest_revision_created_at"),
            PageStatusColumn("status", label=_("Stand"), sort_key="live"),
        ]


class WatWacht(Component):
    """On the start page: checks that are due, recognitions that run out, my own unfinished pages."""

    name = "wat-wacht"
    order = 10
    MAX = 8

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        gebruiker = parent_context["request"].user
        concepten = Page.objects.filter(owner=gebruiker, has_unpublished_changes=True)
        eigen = buiten_prullenbak(concepten).order_by("-latest_revision_created_at")
        return {
            "te_controleren": van_vandaag("te-controleren", lambda: te_controleren(self.MAX)),
            "aflopend": van_vandaag("aflopende-erkenningen", lambda: aflopende_erkenningen(self.MAX)),
            "eigen": eigen[: self.MAX],
        }

    def render_html(self, parent_context: Mapping[str, Any] | None = None) -> str:
        return render_to_string("redactie/wat_wacht.html", self.get_context_data(parent_context or {}))


def van_vandaag(naam: str, lees: Callable[[], list[Any]]) -> list[Any]:
    """The same for every editor, until a page becomes public or goes, or the day is over."""

    def maak() -> list[Any]:
        toont(ZICHTBAAR)
        return lees()

    return onthoud(f"{naam}:{dt.date.today()}", maak, 1_000)


def kennismodellen() -> list[type[KennisPagina]]:
    return [model for model in get_page_models() if issubclass(model, KennisPagina) and not model._meta.abstract]


def te_controleren(hoogstens: int) -> list[Any]:
    """(pk, title, volgende_controle) of published pages whose check is due, the longest overdue first: one query."""
    vandaag = dt.date.today()
    eerste, *rest = (
        m.objects.live()
        .filter(volgende_controle__lte=vandaag)
        .order_by()
        .values_list("pk", "title", "volgende_controle", named=True)
        for m in kennismodellen()
    )
    return list(eerste.union(*rest, all=True).order_by("volgende_controle", "title")[:hoogstens])


def aflopende_erkenningen(hoogstens: int) -> list[tuple[int, str, dt.date]]:
    """(pk, title, day it ends) of pages whose recognition ran out or does so within half a year, the oldest first: one
    query.
    """
    grens = dt.date.today() + BINNENKORT
    oud = dt.date(grens.year - GELDIG_JAREN, grens.month, min(grens.day, 28))
    eerste, *rest = (
        m.objects.live().filter(bewijs_datum__lte=oud, bewijs_niveau__in=list(LADDER)).order_by()
        .values_list("pk", "title", "bewijs_datum", named=True)
        for m in kennismodellen()
        if issubclass(m, MetBewijs)
    )  # fmt: skip
    rijen = eerste.union(*rest, all=True).order_by("bewijs_datum", "title")[:hoogstens]
    return [(rij.pk, rij.title, verloopt_op(rij.bewijs_datum)) for rij in rijen]
