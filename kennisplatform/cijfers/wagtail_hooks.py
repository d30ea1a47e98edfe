"""The menu 'Cijfers' of the admin."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from kennisplatform.cijfers.models import Aanname, Indicator


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


class Cijfergroep(SnippetViewSetGroup):
    menu_label = _("Cijfers")
    menu_icon = "table"
    menu_order = 295
    items = (IndicatorViewSet, AannameViewSet)


register_snippet(Cijfergroep)
