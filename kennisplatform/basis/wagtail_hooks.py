"""The editors' side of the shared base: terms as snippets, and the start page's panel."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from kennisplatform.basis.models import Begrip, Bestand
from kennisplatform.basis.redactie import WatWacht
from kennisplatform.zoeken.signalen import heropnemen


def _te_kiezen(begrip: Begrip) -> str:
    return gettext("niet meer") if begrip.vervallen else gettext("ja")


class BegripViewSet(SnippetViewSet):
    model = Begrip
    icon = "tag"
    menu_label = _("Begrippen")
    menu_order = 300
    add_to_admin_menu = True
    list_display = [
        "label",
        Column("get_soort_display", label=_("Soort"), sort_key="soort"),
        "code",
        Column("vervallen", label=_("Te kiezen"), accessor=_te_kiezen),
        "bron",
    ]
    list_filter = ["soort", "vervallen"]
    list_per_page = 50
    ordering = ["soort", "volgorde"]


register_snippet(BegripViewSet)


@hooks.register("after_bulk_action")
def documenten_in_collectie(request: HttpRequest, action_type: str, objects: list, action: Any) -> None:
    """Wagtail moves many documents in one query, of which no signal tells."""
    if action_type == "add_to_collection":
        heropnemen(f"bestand:{ding.pk}" for ding in objects if isinstance(ding, Bestand))


@hooks.register("construct_homepage_panels")
def startpaneel(request: HttpRequest, panels: list) -> None:
    panels.insert(0, WatWacht())
