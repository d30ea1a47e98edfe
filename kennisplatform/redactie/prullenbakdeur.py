"""What lies in the bin is found there and nowhere else in the admin: one rule of who sees which pages, and one door before
all screens about one page. What Wagtail calls deleting is putting into the bin.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.decorators import sync_only_middleware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.query import PageQuerySet

from kennisplatform.basis.models import Weggegooid
from kennisplatform.basis.models.prullenbak import BLIJFT, buiten_prullenbak
from kennisplatform.redactie import bekende_versies, gebruik, prullenbak, zuinig
from kennisplatform.redactie.kijker import VERZOEK
from kennisplatform.redactie.prullenbak import Prullenbakbezwaar

MAG_BLIJVEN: Final = {"view_draft", "delete"}  # reading it; and deleting, which says for itself that it lies there


class Paginabeleid(PagePermissionPolicy):
    """Explorer, lists, search, reports and the choice of where to move something ask here which pages there are."""

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> QuerySet[Page]:
        return buiten_prullenbak(super().instances_user_has_any_permission_for(user, actions))

    def explorable_instances(self, user: Any) -> QuerySet[Page]:
        """Who has a right on the root sees all of it: no question about what the places have in common."""
        if any(plek.depth == 1 for plek in self.instances_with_direct_explore_permission(user)):
            return buiten_prullenbak(Page.objects.all())
        return buiten_prullenbak(super().explorable_instances(user))


def kiezer(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    return buiten_prullenbak(pages)


@sync_only_middleware
class Prullenbakdeur:
    """Who comes by an old link to the form, the history … of a page in the bin, comes to the bin."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        merk = VERZOEK.set(request)
        try:
            return self.get_response(request)
        finally:
            VERZOEK.reset(merk)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        plek = request.resolver_match
        pks = [w for naam, w in kwargs.items() if "page" in naam and isinstance(w, int)]
        if not pks or plek is None or plek.app_name == "redactie" or plek.url_name in MAG_BLIJVEN:
            return None  # the cheap questions first: every request of the site comes by here
        if not request.path.startswith(reverse("wagtailadmin_home")) or not request.user.is_authenticated:
            return None
        rijen = Page.objects.filter(pk__in=pks).annotate(gepland=zuinig.IS_GEPLAND)
        rijen = rijen.values_list("pk", "content_type_id", "weggegooid", "weggegooid__met", "gepland")
        bekende_versies.weet_paginas(request, {pk: (soort, gepland) for pk, soort, _weg, _met, gepland in rijen})
        zuinig.weet_beperkingen(request)
        weg = [met or rij for _pk, _soort, rij, met, _gepland in rijen if rij]
        if not weg:
            return None
        messages.warning(request, _("Deze pagina ligt in de prullenbak."))
        return redirect("redactie:weggegooid", weg[0])


def bij_verwijderen(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Instead of Wagtail's question; who may is asked before."""
    if rij := Weggegooid.objects.filter(pk=page.pk).first():
        return redirect("redactie:weggegooid", rij.met_id or rij.pk)
    terug = get_valid_next_url_from_request(request) or reverse("wagtailadmin_explore", args=[page.get_parent().pk])
    if request.method == "POST":
        try:
            rij = prullenbak.gooi_weg(pagina=page, door=request.user, met_vertalingen="vertalingen" in request.POST)
        except Prullenbakbezwaar as bezwaar:
            messages.error(request, str(bezwaar))
            return redirect(terug)
        tekst = _("‘%(titel)s’ ligt in de prullenbak, nog %(dagen)s dagen.")
        knop = messages.button(reverse("redactie:weggegooid", args=[rij.pk]), _("Bekijk of zet terug"))
        messages.success(request, tekst % {"titel": page.get_admin_display_title(), "dagen": BLIJFT.days}, [knop])
        return redirect(terug)
    context = {
        "page": page,
        "vast": prullenbak.is_vast(page),
        "onder": buiten_prullenbak(page.get_descendants()).count(),
        "vertalingen": prullenbak.vertalingen_van(page, request.user),
        "gebruik": gebruik.waar(page, request.user),
        "dagen": BLIJFT.days,
        "next": terug,
    }
    return TemplateResponse(request, "redactie/weggooien.html", context)


class NaarPrullenbak(DeleteBulkAction):
    template_name = "redactie/weggooien_veel.html"
    display_name = gettext_lazy("Naar de prullenbak")
    aria_label = gettext_lazy("Naar de prullenbak: deze pagina’s")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"dagen": BLIJFT.days, "type_to_confirm_before_delete": False}

    def object_context(self, page: Page) -> dict[str, Any]:
        """Few have anything below them; Wagtail counts it of each."""
        onder = 0 if page.is_leaf() else page.get_descendant_count()
        return super(DeleteBulkAction, self).object_context(page) | {"descendant_count": onder}

    def post(self, request: HttpRequest) -> HttpResponse:
        return super(DeleteBulkAction, self).post(request)  # what comes back asks for no typed name

    def get_execution_context(self) -> dict[str, Any]:
        return super().get_execution_context() | {"request": self.request}

    @classmethod
    def execute_action(
        cls, objects: list[Page], user: Any = None, request: HttpRequest | None = None, **kwargs: Any
    ) -> tuple[int, int]:
        gedaan = 0
        for pagina in objects:
            try:
                prullenbak.gooi_weg(pagina=pagina, door=user)
                gedaan += 1
            except Prullenbakbezwaar as bezwaar:
                if request is not None:
                    messages.error(request, f"‘{pagina.title}’: {bezwaar}")
        return gedaan, 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return ngettext(
            "%(n)s pagina ligt in de prullenbak.", "%(n)s pagina’s liggen in de prullenbak.", num_parent_objects
        ) % {"n": num_parent_objects}


class Prullenbakmenu(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(PagePermissionPolicy().user_has_any_permission(request.user, ["change", "publish"]))


def menu() -> MenuItem:
    return Prullenbakmenu(_("Prullenbak"), reverse("redactie:prullenbak"), icon_name="bin", order=950)


def in_geschiedenis(actions: LogActionRegistry) -> None:
    actions.register_action("redactie.prullenbak", gettext_lazy("Weggegooid"), gettext_lazy("In de prullenbak gelegd"))
    actions.register_action(
        "redactie.teruggezet", gettext_lazy("Teruggezet"), gettext_lazy("Uit de prullenbak gehaald")
    )
