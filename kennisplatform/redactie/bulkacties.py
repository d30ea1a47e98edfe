"""What the bar below every list of pages offers: something to do with the pages that were ticked, or with the whole list.

Wagtail knows what was ticked; the whole list is asked of the screen where the reader was, with its filters.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.pages.bulk_actions import MoveBulkAction, PublishBulkAction, UnpublishBulkAction
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.documents.views.bulk_actions.document_bulk_action import DocumentBulkAction
from wagtail.images.views.bulk_actions.image_bulk_action import ImageBulkAction
from wagtail.models import Page
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction
from wagtail.users.views.bulk_actions.user_bulk_action import UserBulkAction

from kennisplatform.redactie import werken
from kennisplatform.redactie.inhoudbundel import als_toml
from kennisplatform.redactie.lijstbestand import als_excel, laatste_versies
from kennisplatform.redactie.werkformulier import Veelformulier

IN_WIJZIG_SAMEN = (MoveBulkAction, PublishBulkAction, UnpublishBulkAction)
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def pks_van_lijst(request: HttpRequest, adres: str, model: type[Model] = Page) -> list[int]:
    """All of the list at this address of the admin, whatever its filters, as it would be drawn for who asks; [] for what is
    no list of that.
    """
    delen = urlsplit(adres)
    if not delen.path.startswith(reverse("wagtailadmin_home")) or delen.path == request.path:
        return []
    try:
        plek = resolve(delen.path)
    except Resolver404:
        return []
    vraag = copy.copy(request)
    vraag.method, vraag.path, vraag.path_info = "GET", delen.path, delen.path
    vraag.GET, vraag.resolver_match = QueryDict(delen.query), plek
    try:
        antwoord = plek.func(vraag, *plek.args, **plek.kwargs)
    except Http404:
        return []
    bladen = (getattr(antwoord, "context_data", None) or {}).get("paginator")
    rijen: Any = getattr(bladen, "object_list", ())
    if hasattr(rijen, "values_list"):
        return list(rijen.values_list("pk", flat=True)) if issubclass(rijen.model, model) else []
    return [rij.pk for rij in rijen if isinstance(rij, model)]


def alles_van_de_lijst(self: BulkAction, parent_id: str | None) -> list[int]:
    return pks_van_lijst(self.request, self.request.GET.get("next", ""), self.model)


def stel_bij() -> None:
    """Wagtail's 'all of this list' knows a word that was searched and no other filter: ticked in a report of nine pages it
    was every page of the site, for the bin too. And publishing, withdrawing and moving many is 'Wijzig samen': with what
    came of each page, and a way back.
    """
    for klas in (PageBulkAction, SnippetBulkAction, ImageBulkAction, DocumentBulkAction, UserBulkAction):
        klas.get_all_objects_in_listing_query = alles_van_de_lijst
    import_module("wagtail.admin.wagtail_hooks")  # which registers them, if that was not done yet
    haken = hooks._hooks["register_bulk_action"]
    hooks._hooks["register_bulk_action"] = [haak for haak in haken if haak[0] not in IN_WIJZIG_SAMEN]


class OpEenLijst(PageBulkAction):
    action_priority = 30

    def __init__(self, request: HttpRequest, model: type[Model]) -> None:
        super().__init__(request, model)
        if self.next_url == request.path:  # where no address to go back to came along; a file's would lead to itself
            self.next_url = reverse("wagtailadmin_explore_root")

    def get_actionable_objects(self) -> tuple[list[Page], dict[str, list[Page]]]:
        """Asked by the form and by the screen around it."""
        if not hasattr(self, "_gekozen"):
            self._gekozen = super().get_actionable_objects()
        return self._gekozen

    @classmethod
    def get_queryset(cls, model: type[Page], object_ids: Iterable[Any]) -> list[Page]:
        nummers = [int(pk) for pk in object_ids if str(pk).isdigit()]
        return list(model.objects.filter(pk__in=nummers).order_by("title"))

    def check_perm(self, obj: Page) -> bool:
        return bool(obj.permissions_for_user(self.request.user).can_edit())


class Veel(OpEenLijst):
    display_name = gettext_lazy("Wijzig samen")
    action_type = "veel"
    aria_label = gettext_lazy("Wijzig samen: deze pagina’s")  # begins with what stands there, for who says it aloud
    template_name = "redactie/veel.html"
    form_class = Veelformulier

    def get_form_kwargs(self) -> dict[str, Any]:
        paginas, _geen = self.get_actionable_objects()
        return super().get_form_kwargs() | {"gebruiker": self.request.user, "paginas": paginas}

    def prepare_action(self, objects: list[Page], objects_without_access: Any) -> HttpResponse | None:
        formulier: Veelformulier = self.cleaned_form
        if not objects:
            messages.error(self.request, _("Er is geen pagina die u mag wijzigen."))
            return redirect(self.next_url)
        soort, gegevens = formulier.opdracht()
        werkgang = werken.begin(soort=soort, gegevens=gegevens, paginas=objects, door=self.request.user)
        return redirect("redactie:werk", werkgang.pk)

    @classmethod
    def execute_action(cls, objects: list[Page], **kwargs: Any) -> tuple[int, int]:
        raise NotImplementedError  # the work is done in the background


class AlsBestand(OpEenLijst):
    """Asked for by a link; a form that somebody made gets the same file, since nothing is changed."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.get(request, *args, **kwargs)


class NaarExcel(AlsBestand):
    display_name = gettext_lazy("Naar Excel")
    action_type = "excel"
    aria_label = gettext_lazy("Naar Excel: deze pagina’s, in een lijst die u kunt terugzetten")
    template_name = "redactie/veel.html"
    action_priority = 31

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        objecten, _geen = self.get_actionable_objects()
        paginas = laatste_versies(pagina.pk for pagina in objecten)
        if not paginas:
            messages.error(request, _("Er staat geen pagina bij met velden voor een lijst."))
            return redirect(self.next_url)
        kop = {"Content-Disposition": 'attachment; filename="paginas.xlsx"'}
        return HttpResponse(als_excel(paginas), content_type=EXCEL, headers=kop)


class NaarToml(AlsBestand):
    display_name = gettext_lazy("Naar inhoudbestand")
    action_type = "toml"
    aria_label = gettext_lazy("Naar inhoudbestand: deze pagina’s, voor wie de inhoud van het programma laadt")
    template_name = "redactie/veel.html"
    action_priority = 32

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        objecten, _geen = self.get_actionable_objects()
        bundel = als_toml(list(objecten))
        if bundel is None:
            messages.error(request, _("Van deze pagina’s is geen inhoudbestand te maken."))
            return redirect(self.next_url)
        kop = {"Content-Disposition": 'attachment; filename="inhoud.zip"'}
        return HttpResponse(bundel, content_type="application/zip", headers=kop)
