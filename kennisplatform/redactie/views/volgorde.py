"""'Zet vóór …': a page to another place among hundreds, without dragging it there page by page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from kennisplatform.basis.models.prullenbak import buiten_prullenbak
from kennisplatform.redactie.volgorde import zet_op

TOON: Final = 30
LAATST: Final = 10**6
RANDEN: Final = {"eerste": 0, "laatste": LAATST}


class ZetVoor(WagtailAdminTemplateMixin, TemplateView):
    template_name = "redactie/zet_voor.html"
    page_title = gettext_lazy("Zet op een andere plek")
    header_icon = "order"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.pagina = get_object_or_404(buiten_prullenbak(Page.objects.filter(depth__gt=2)), pk=kwargs["pk"])
        self.ouder = self.pagina.get_parent()
        if not self.ouder.permissions_for_user(request.user).can_reorder_children():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        boven = {"url": reverse("wagtailadmin_explore", args=[self.ouder.pk]), "label": self.ouder.title}
        return [*self.breadcrumbs_items, boven, {"url": "", "label": self.page_title}]

    def get_page_subtitle(self) -> str:
        return str(self.pagina.get_admin_display_title())

    @property
    def anderen(self) -> QuerySet[Page]:
        """Beside it, in their order."""
        naast = self.ouder.get_children().exclude(pk=self.pagina.pk)
        return buiten_prullenbak(naast).order_by("path")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        woorden = " ".join(self.request.GET.get("q", "").replace("\x00", "")[:100].split())
        gevonden = list(self.anderen.filter(title__icontains=woorden)[: TOON + 1] if woorden else self.anderen[:TOON])
        return super().get_context_data(
            pagina=self.pagina, ouder=self.ouder, woorden=woorden, gevonden=gevonden[:TOON],
            meer=len(gevonden) > TOON or (not woorden and self.ouder.numchild - 1 > TOON), **kwargs,
        )  # fmt: skip  # what the screen gets

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        naar = request.POST.get("naar", "")
        plek = RANDEN.get(naar)
        if plek is None and naar.isascii() and naar.isdecimal() and len(naar) < 10:
            plek = self._voor(self.anderen.filter(pk=naar).first())
        if plek is None:
            messages.error(request, _("Kies eerst vóór welke pagina."))
            return redirect("redactie:zet_voor", self.pagina.pk)
        zet_op(pagina=self.pagina, plek=plek, door=request.user)
        messages.success(request, _("‘%(titel)s’ staat op haar nieuwe plek.") % {"titel": self.get_page_subtitle()})
        return redirect(reverse("wagtailadmin_explore", args=[self.ouder.pk]) + "?ordering=ord")

    def _voor(self, ander: Page | None) -> int | None:
        """The place of the page itself when it stands right before that one; counted without it."""
        if ander is None:
            return None
        ervoor = self.ouder.get_children().filter(path__lt=ander.path).exclude(pk=self.pagina.pk)
        return int(ervoor.count())


def knop(page: Page, user: Any, next_url: str | None = None, **_rest: Any) -> Iterator[Button]:
    if page.depth > 2 and page.permissions_for_user(user).can_publish():
        yield Button(_("Zet vóór …"), reverse("redactie:zet_voor", args=[page.pk]), icon_name="order", priority=55)
