from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from kennisplatform.basis.redactie import KennisFilters, KennisLijst
from menukaart.models import Activiteit, Interventie, Planregel


class Interventiefilters(KennisFilters):
    class Meta:
        model = Interventie
        fields = ["bewijs_niveau", "ses_geschiktheid", "kostenklasse", "voorbeeld"]


class InterventieLijst(KennisLijst):
    model = Interventie
    icon = "list-ul"
    menu_label = _("Interventies")
    menu_order = 120
    filterset_class = Interventiefilters
    eigen_kolommen = (
        Column("get_bewijs_niveau_display", label=_("Bewijs"), sort_key="bewijs_niveau"),
        Column("bewijs_datum", label=_("Erkend op"), sort_key="bewijs_datum"),
    )


@hooks.register("register_admin_viewset")
def lijst() -> InterventieLijst:
    return InterventieLijst("interventies")


class ActiviteitViewSet(SnippetViewSet):
    model = Activiteit
    icon = "tasks"
    menu_label = _("Activiteiten")
    list_display: Any = [
        "titel",
        "thema",
        Column("get_stand_display", label=_("Stand"), sort_key="stand"),
        "spoor",
    ]
    list_filter: Any = ["thema", "stand"]
    list_per_page = 50
    ordering = ["thema__volgorde", "volgorde"]

    def get_queryset(self, request: Any) -> Any:
        return Activiteit.objects.select_related("thema")


class PlanregelViewSet(SnippetViewSet):
    model = Planregel
    icon = "list-ol"
    menu_label = _("Regels van het plan")
    list_display: Any = ["naam", Column("get_soort_display", label=_("Soort"), sort_key="soort"), "wie", "hoe_vaak"]
    list_filter: Any = ["soort", "themas"]
    list_per_page = 50
    ordering = ["soort", "volgorde"]


class Programmagroep(SnippetViewSetGroup):
    menu_label = _("Programma")
    menu_icon = "tasks"
    menu_order = 296
    items = (ActiviteitViewSet, PlanregelViewSet)


register_snippet(Programmagroep)
