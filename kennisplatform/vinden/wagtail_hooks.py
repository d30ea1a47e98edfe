"""The menu 'Zoeken' of the admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from kennisplatform.vinden.models import BeschermdWoord, Crisiszin, Synoniem, Vastgezet, Wens
from kennisplatform.vinden.redactie import MeegeleverdViewSet, NietGevondenViewSet, ZoekproefViewSet
from kennisplatform.vinden.startpaneel import Voorstellen

ACTIEF = BooleanColumn("actief", label=_("In gebruik"))


class RegelViewSet(SnippetViewSet):
    list_per_page = 50
    list_filter: Any = ["actief"]


class SynoniemViewSet(RegelViewSet):
    model = Synoniem
    icon = "link"
    list_display = ["termen", "leidt_tot", "toelichting", BooleanColumn("voorstel", label=_("Voorstel")), ACTIEF]
    list_filter = ["actief", "voorstel"]
    search_fields = ["termen", "leidt_tot"]


class BeschermdWoordViewSet(RegelViewSet):
    model = BeschermdWoord
    icon = "lock"
    list_display = ["woord", "toelichting", ACTIEF]
    search_fields = ["woord"]


class CrisiszinViewSet(RegelViewSet):
    model = Crisiszin
    icon = "help"
    list_display = ["zin", Column("get_soort_display", label=_("Welke hulp"), sort_key="soort"), ACTIEF]
    list_filter = ["soort", "actief"]
    search_fields = ["zin"]


class VastgezetViewSet(RegelViewSet):
    model = Vastgezet
    icon = "thumbtack"
    list_display = ["zoekvraag", "pagina", "plek", "tot", ACTIEF]
    search_fields = ["zoekvraag"]


class WensViewSet(SnippetViewSet):
    model = Wens
    icon = "doc-empty"
    list_display = ["titel", "stand", "keren", "gemaakt"]
    list_filter = ["stand"]
    search_fields = ["titel"]


class Zoekgroep(SnippetViewSetGroup):
    menu_label = _("Zoekmachine")
    menu_icon = "search"
    menu_order = 320
    items = (
        NietGevondenViewSet,
        ZoekproefViewSet,
        SynoniemViewSet,
        MeegeleverdViewSet,
        VastgezetViewSet,
        WensViewSet,
        CrisiszinViewSet,
        BeschermdWoordViewSet,
    )


register_snippet(Zoekgroep)


@hooks.register("construct_homepage_panels")
def startpaneel(request: HttpRequest, panels: list[Any]) -> None:
    if request.user.has_perm("vinden.add_synoniem"):
        panels.append(Voorstellen())
