"""After a decision in Wagtail the editor is back at what waits, and reads what happened in words of the work."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page

from leernetwerk.delen.keuzes import Stand
from leernetwerk.delen.models import Inzending

BESLOTEN: Final = {
    Stand.GEPLAATST: _("‘%(titel)s’ staat op de site. De schrijver krijgt een mail."),
    Stand.AANVULLEN: _("De schrijver krijgt uw vraag over ‘%(titel)s’ in een mail."),
    Stand.AFGEWEZEN: _("‘%(titel)s’ is niet geplaatst. De schrijver krijgt uw reden in een mail."),
}


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
