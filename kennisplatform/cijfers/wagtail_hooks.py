"""The menu 'Cijfers' of the admin."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from kennisplatform.cijfers.models import Aanname, Buurtgebied, Cijferbron, Gebied, Indicator, Onderzoek
from kennisplatform.cijfers.onderzoekscherm import OnderzoekFormulier


class IndicatorViewSet(SnippetViewSet):
    model = Indicator
    icon = "table"
    menu_label = _("Indicatoren")
    list_display: Any = [
        "naam",
        "thema",
        Column("get_soort_display", label=_("Soort"), sort_key="soort"),
        "databron",
        "frequentie",
        "actiehouder",
    ]
    list_filter: Any = ["thema", "soort", "niet_van_toepassing"]
    list_per_page = 50
    ordering = ["thema__volgorde", "volgorde"]

    def get_queryset(self, request: Any) -> Any:
        return Indicator.objects.select_related("thema")


class AannameViewSet(SnippetViewSet):
    model = Aanname
    icon = "help"
    menu_label = _("Aannames")
    list_display: Any = ["onderdeel", "tekst", Column("get_soort_display", label=_("Soort"), sort_key="soort")]
    list_filter: Any = ["soort"]
    list_per_page = 50
    ordering = ["volgorde", "code"]


class BuurtgebiedViewSet(SnippetViewSet):
    model = Buurtgebied
    icon = "site"
    menu_label = _("Gebieden van buurten")
    list_display: Any = ["buurt", "gebied", "jaar", Column("get_zekerheid_display", label=_("Hoe zeker"))]
    list_filter: Any = ["zekerheid", "jaar"]
    list_per_page = 50
    search_fields = ["buurt__naam", "gebied__naam", "gebied__code"]

    def get_queryset(self, request: Any) -> Any:
        return Buurtgebied.objects.select_related("buurt", "gebied")


class GebiedViewSet(SnippetViewSet):
    """Seldom changed by hand; here so that one of thousands can be looked up and chosen."""

    model = Gebied
    icon = "site"
    menu_label = _("Gebieden")
    list_display: Any = ["code", "naam", Column("get_soort_display", label=_("Soort"), sort_key="soort")]
    list_filter: Any = ["soort"]
    list_per_page = 50
    search_fields = ["code", "naam"]


class CijferbronViewSet(SnippetViewSet):
    model = Cijferbron
    icon = "link"
    menu_label = _("Bronnen")
    list_display: Any = [
        "code",
        "bron_titel",
        "licentie",
        BooleanColumn("open", label=_("Open data"), sort_key="open"),
        BooleanColumn("model", label=_("Schatting met een model"), sort_key="model"),
    ]
    list_per_page = 50


class OnderzoekViewSet(SnippetViewSet):
    """What everybody reads at /onderzoek/: with a preview, and every earlier version."""

    model = Onderzoek
    icon = "help"
    menu_label = _("Onderzoeksagenda")
    list_display: Any = ["vraag", Column("get_stand_display", label=_("Stand"), sort_key="stand"), "wie"]
    list_filter: Any = ["stand"]
    list_per_page = 50
    ordering = ["volgorde", "code"]
    edit_handler = ObjectList(
        [
            FieldPanel("vraag"),
            FieldPanel("waarom"),
            FieldRowPanel([FieldPanel("stand"), FieldPanel("wie")]),
            FieldPanel("uitkomst"),
            FieldPanel("hoe"),
            FieldPanel("let_op"),
            FieldPanel("indicatoren"),
            FieldPanel("paginas"),
            FieldPanel("buurten"),
            FieldRowPanel([FieldPanel("code"), FieldPanel("volgorde")]),
            Onderzoek.bronpaneel,
        ],
        base_form_class=OnderzoekFormulier,
    )


class Cijfergroep(SnippetViewSetGroup):
    menu_label = _("Cijfers")
    menu_icon = "table"
    menu_order = 295
    items = (IndicatorViewSet, AannameViewSet, OnderzoekViewSet, BuurtgebiedViewSet, CijferbronViewSet, GebiedViewSet)


register_snippet(Cijfergroep)
