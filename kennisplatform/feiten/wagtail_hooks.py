"""The menu 'Alarm en feiten' of the admin, and what stands first on the editors' desk."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from kennisplatform.feiten.models import Alarmzin, Feit
from kennisplatform.feiten.redactie import AlarmNakijken


class Alarmfilters(WagtailFilterSet):
    nagekeken = django_filters.ChoiceFilter(
        label=_("Nagekeken"), choices=[("nee", _("Nog niet")), ("ja", _("Ja"))], method="filter_nagekeken"
    )

    class Meta:
        model = Alarmzin
        fields = ["niveau", "groep"]

    def filter_nagekeken(self, queryset: QuerySet, naam: str, waarde: str) -> QuerySet:
        return queryset.filter(nagekeken_op__isnull=waarde == "nee")


class AlarmzinViewSet(SnippetViewSet):
    model = Alarmzin
    icon = "warning"
    menu_label = _("Alarmzinnen")
    list_display: Any = [
        "tekst",
        Column("get_niveau_display", label=_("Hoe dringend"), sort_key="niveau"),
        Column("get_groep_display", label=_("Voor wie"), sort_key="groep"),
        "bron_eigenaar",
        BooleanColumn("nagekeken", label=_("Nagekeken")),
    ]
    filterset_class = Alarmfilters
    list_per_page = 50
    ordering = ["gevaar", "groep"]


class FeitViewSet(SnippetViewSet):
    model = Feit
    icon = "info-circle"
    menu_label = _("Feiten")
    list_display: Any = ["naam", "waarde", "omschrijving", "bron_eigenaar", "volgende_controle"]
    list_filter: Any = ["soort"]
    list_per_page = 50
    ordering = ["soort", "naam"]


class Feitengroep(SnippetViewSetGroup):
    menu_label = _("Alarm en feiten")
    menu_icon = "warning"
    menu_order = 290
    items = (AlarmzinViewSet, FeitViewSet)


register_snippet(Feitengroep)


@hooks.register("construct_homepage_panels", order=100)
def eerst_nakijken(request: HttpRequest, panels: list) -> None:
    """Before every other panel."""
    if request.user.has_perm("feiten.view_alarmzin"):
        panels.insert(0, AlarmNakijken())
