"""After a decision in Wagtail the editor is back at what waits, and reads what happened in words of the work."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page

from leernetwerk.delen.keuzes import Stand
from leernetwerk.delen.models import Inzending
from leernetwerk.delen.models.taak import AFWIJZEN

BESLOTEN: Final = {
    Stand.GEPLAATST: _("‘%(titel)s’ staat op de site. De schrijver krijgt een mail."),
    Stand.AANVULLEN: _("De schrijver krijgt uw vraag over ‘%(titel)s’ in een mail."),
    Stand.AFGEWEZEN: _("‘%(titel)s’ is niet geplaatst. De schrijver krijgt uw reden in een mail."),
}


EERST: Final = ("approve", "reject", AFWIJZEN, "action-save-draft")
NIET: Final = frozenset({"action-publish", "action-cancel-workflow"})  # both go past the writer


@hooks.register("construct_page_action_menu")
def besluiten_vooraan(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Editors who may decide get that as the button that shows, and nothing beside it that does nearly the same."""
    namen = {item.name for item in menu_items}
    page = context.get("page")
    if page is None or AFWIJZEN not in namen or not Inzending.objects.filter(pagina_id=page.pk).exists():
        return
    over = [item for item in menu_items if item.name not in NIET]
    menu_items[:] = sorted(over, key=lambda item: EERST.index(item.name) if item.name in EERST else len(EERST))


@hooks.register("after_edit_page")
def terug_naar_wat_wacht(request: HttpRequest, page: Page) -> HttpResponse | None:
    if not request.POST.get("action-workflow-action"):
        return None
    inzending = Inzending.objects.filter(pagina_id=page.pk).first()
    if inzending is None or inzending.stand not in BESLOTEN:
        return None
    list(messages.get_messages(request))  # Wagtail's own: 'gewijzigd', which is true and says nothing
    messages.success(request, BESLOTEN[Stand(inzending.stand)] % {"titel": inzending})
    return redirect("delen_redactie")
