"""The screen where a page is translated: the buttons of every other page's form under it, and above it what still waits.

Its own buttons are hidden (redactie.css): they know no review, and said other words than the rest of the desk.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.action_menu import ActionMenuItem, PageActionMenu
from wagtail.models import Page
from wagtail_localize.models import Translation

from kennisplatform.redactie import achter
from kennisplatform.redactie.nakijken import opmerking_bij
from kennisplatform.redactie.taaldelen import onvertaald
from kennisplatform.redactie.vertaalgang import GETOOND, op_slot

# Sentences are kept as they are typed; an alias would follow the Dutch page, which is for who publishes.
NIET_HIER: Final = {"action-save-draft"}
VOOR_WIE_PUBLICEERT: Final = {"localize-convert-to-alias"}


class Losmaken(ActionMenuItem):
    """From then on the page has an ordinary form, and is not behind any more when the Dutch one changes."""

    name = "vertaling-losmaken"
    label = gettext_lazy("Maak los van het Nederlands")
    icon_name = "cross"
    template_name = "redactie/vertaling_los.html"

    def get_url(self, parent_context: dict[str, Any]) -> str:
        return reverse("wagtail_localize:stop_translation", args=[parent_context["vertaling"].pk])


def knoppen(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Who publishes has that first, others the way to the review."""
    if "vertaling" not in context:
        return
    mag = context["page"].permissions_for_user(request.user).can_publish()
    weg = NIET_HIER if mag else NIET_HIER | VOOR_WIE_PUBLICEERT
    eerst = "action-publish" if mag else "action-submit"
    blijft = [item for item in menu_items if item.name not in weg]
    menu_items[:] = sorted(blijft, key=lambda item: item.name != eerst)
    if mag and not context["locked_for_user"]:
        menu_items.append(Losmaken())


class Vertaalmenu(PageActionMenu):
    """As under any page."""

    @cached_property
    def zegt_af(self) -> str:
        """Publishing ends a review that goes on: the address that asks first, '' when there is none."""
        pagina: Page = self.context["page"]
        if not pagina.current_workflow_state:
            return ""
        return reverse("wagtailadmin_pages:confirm_workflow_cancellation", args=[pagina.pk])


def met_knoppen(gewoon: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    def teken(request: HttpRequest, sjabloon: str, context: dict[str, Any]) -> HttpResponse:
        if "props" not in context or not context["is_page"]:  # the same module draws a page that follows the Dutch one
            return gewoon(request, sjabloon, context)
        pagina, vertaling, props = context["instance"], context["translation"], json.loads(context["props"])
        slot = op_slot(pagina, request.user)
        props["object"]["isLocked"] = slot
        if request.method == "GET":
            achter.bij_vertalen(request, vertaling)
        menu = Vertaalmenu(
            request, view="edit", page=pagina, locked_for_user=slot, lock=pagina.get_lock(), vertaling=vertaling
        )
        eigen = {
            "title": pagina.get_admin_display_title(),  # the heading, for who hears the page
            "props": json.dumps(props),
            "action_menu": menu,
            "publishing_will_cancel_workflow": bool(menu.zegt_af),
            "confirm_workflow_cancellation_url": menu.zegt_af,
            "opmerking": opmerking_bij(pagina),
            "bekijk": props["previewModes"],
            "slot": pagina.get_lock().get_message(request.user) if slot else "",
        }
        return gewoon(request, sjabloon, context | eigen | _nog_nederlands(vertaling))

    return teken


def _nog_nederlands(vertaling: Translation) -> dict[str, Any]:
    over = onvertaald(vertaling)
    return {"over": over, "getoond": over[:GETOOND], "meer": max(len(over) - GETOOND, 0), "kop": _("Nog Nederlands")}
