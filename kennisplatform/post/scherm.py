"""The team's screen of the mail: what waits, what failed and why, and 'try again'.

Not a snippet: Wagtail would add screens that edit, copy, choose and export, and a mail's text holds the secret link of
an invitation. Here the subject and the domain of the address are shown, and nothing else is fetched.
"""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.viewsets.base import ViewSet

from kennisplatform.beheerscherm import MenuMetRecht, MetRecht

from .models import OPEN, Bericht
from .onderhoud import probeer_opnieuw
from .stand import stand

KEUZES: Final = {
    "mislukt": (gettext_lazy("Mislukt"), Q(mislukt__isnull=False, verstuurd__isnull=True)),
    "wacht": (gettext_lazy("Wacht"), OPEN),
    "verstuurd": (gettext_lazy("Verstuurd"), Q(verstuurd__isnull=False)),
}
PER_PAGINA: Final = 50
GETOOND: Final = ("aan", "onderwerp", "gemaakt", "verstuurd", "mislukt", "fout", "poging", "volgende", "leeg")


class Postscherm(MetRecht):
    recht = "post.view_bericht"
    header_icon = "mail"
    page_title = gettext_lazy("Post")


class Overzicht(Postscherm):
    template_name = "post/overzicht.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        keuze = self.request.GET.get("stand", "")
        rijen = Bericht.objects.only(*GETOOND).order_by("-pk")
        if keuze in KEUZES:
            rijen = rijen.filter(KEUZES[keuze][1])
        blad = Paginator(rijen, PER_PAGINA).get_page(self.request.GET.get("p"))
        keuzes = [("", _("Alles")), *((code, naam) for code, (naam, _wat) in KEUZES.items())]
        return super().get_context_data(nu=stand(), blad=blad, keuze=keuze, keuzes=keuzes, **kwargs)


class Opnieuw(Postscherm):
    recht = "post.change_bericht"
    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if probeer_opnieuw(self.kwargs["pk"]):
            messages.success(request, _("Het bericht wordt opnieuw verstuurd."))
        else:
            messages.warning(
                request, _("Dit bericht kan niet opnieuw: het is al verstuurd, wacht nog, of is leeggemaakt.")
            )
        return redirect("post:index")


class Postmenu(MenuMetRecht):
    recht = Postscherm.recht


class PostViewSet(ViewSet):
    menu_item_class = Postmenu
    name = "post"
    icon = "mail"
    menu_label = gettext_lazy("Post")
    menu_order = 330
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", self.construct_view(Overzicht), name="index"),
            path("<int:pk>/opnieuw/", self.construct_view(Opnieuw), name="opnieuw"),
        ]
