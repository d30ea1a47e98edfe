"""An editor makes a link with which somebody without an account reads one version, sees which there are, and withdraws one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, log
from wagtail.models import Page, Revision

from kennisplatform.redactie import meelezen
from kennisplatform.redactie.views.versies import Versies

GEDEELD, INGETROKKEN = "redactie.meelezen", "redactie.meelezen_ingetrokken"


def knop(page: Page, user: Any, next_url: str | None = None, **_rest: Any) -> Iterator[Button]:
    if page.depth > 1 and page.latest_revision_id and page.permissions_for_user(user).can_edit():
        adres = reverse("redactie:meelezen", args=[page.pk])
        yield Button(_("Laat meelezen"), adres, icon_name="link", priority=56)


class Meelezen(Versies):
    template_name = "redactie/meelezen.html"
    header_icon = "link"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not meelezen.is_te_delen(self.pagina.specific):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return _("Laat meelezen: ‘%(titel)s’") % {"titel": self.pagina.get_admin_display_title()}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items()[:-1], {"url": "", "label": _("Laat meelezen")}]

    @cached_property
    def versie(self) -> Revision:
        """The one that was asked, else the newest."""
        gekozen = self.request.POST.get("versie") or self.request.GET.get("versie", "")
        rijen = self.pagina.revisions.order_by("-created_at", "-pk")
        if gekozen:
            rijen = rijen.filter(pk=gekozen) if gekozen.isascii() and gekozen.isdecimal() else rijen.none()
        if (versie := rijen.first()) is None:
            raise Http404
        return versie

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(versie=self.versie, links=meelezen.levende(self.pagina), **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "weg" in request.POST:
            return self.trek_in(request.POST["weg"])
        link = meelezen.maak(self.versie, request.user)
        adres = reverse("meelezen", args=[meelezen.bewijs_van(link)])
        log(instance=self.pagina, action=GEDEELD, user=request.user, revision=self.versie)
        return self.render_to_response(self.get_context_data(link=settings.WAGTAILADMIN_BASE_URL + adres, tot=link.tot))

    def trek_in(self, pk: str) -> HttpResponse:
        """Who may edit the page withdraws any link to it; one that is gone already is no mistake."""
        links = meelezen.levende(self.pagina).filter(pk=pk if pk.isascii() and pk.isdecimal() else 0)
        for link in links:
            log(instance=self.pagina, action=INGETROKKEN, user=self.request.user, revision=link.versie)
            link.delete()
        messages.success(self.request, _("De link werkt niet meer."))
        return redirect("redactie:meelezen", self.pagina.pk)


def in_geschiedenis(actions: LogActionRegistry) -> None:
    actions.register_action(GEDEELD, gettext_lazy("Laten meelezen"), gettext_lazy("Een link gemaakt om mee te lezen"))
    actions.register_action(
        INGETROKKEN, gettext_lazy("Meelezen ingetrokken"), gettext_lazy("Een link om mee te lezen ingetrokken")
    )
