"""From address to page in three small queries, where Wagtail's own view needs nine. Anything unusual is left to Wagtail."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.models import Page, Site
from wagtail.views import serve as wagtail_serve
from wagtail.views import serve_chain
from wagtail.wagtail_hooks import check_view_restrictions

from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.paginanieuws import WORTELS
from kennisplatform.basis.paginasoorten import soort_van_pad
from kennisplatform.basis.plekken import bied_aan
from kennisplatform.tekening.getekend import geef
from kennisplatform.tekening.notitie import maak_onhoudbaar, toont
from kennisplatform.tekening.stukken import onthoud


def pagina(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve the page at this address; a public one is drawn once for everybody."""
    return geef(request, lambda lezer: _pagina(lezer, path, request))


def _pagina(request: HttpRequest, path: str, van_wie: HttpRequest) -> HttpResponse:
    """A draft, a restricted page, a page that routes for itself: Wagtail's way. `van_wie`: whose own parts are drawn in it."""
    gevonden = openbare_pagina(path)
    if gevonden is None and is_verlopen(path):
        raise Http404  # live until the schedule runs; for a reader it is over now
    if gevonden is None:
        maak_onhoudbaar()
        antwoord = wagtail_serve(request, path)
        antwoord.headers.setdefault("Cache-Control", "private")  # whether somebody may see it hangs on who they are
        return antwoord
    toont(f"pagina:{gevonden.pk}")
    bied_aan(van_wie, gevonden)
    keten = serve_chain
    for haak in reversed(hooks.get_hooks("on_serve_page")):
        if haak is not check_view_restrictions:  # asked already, inside the query
            keten = haak(keten)
    for haak in hooks.get_hooks("before_serve_page"):
        antwoord = haak(gevonden, request, [], {})
        if isinstance(antwoord, HttpResponse):
            return antwoord
    return keten(gevonden, request, [], {})


def is_verlopen(path: str) -> bool:
    wortel = wortelpad(get_language() or "nl")
    return Page.objects.filter(url_path=f"{wortel}{path}", live=True, expire_at__lte=timezone.now()).exists()


def openbare_pagina(path: str) -> Page | None:
    """Under the area of a kind the first guess is that kind: one query. Else two."""
    wortel = wortelpad(get_language() or "nl")
    if wortel is None:
        return None
    model = soort_van_pad(path)
    if model is not None and (gevonden := _van_soort(model, url_path=f"{wortel}{path}")):
        return gevonden
    kaal = openbaar(Page.objects.filter(url_path=f"{wortel}{path}")).order_by().values_list("pk", "content_type_id")
    rij = kaal.first()
    if rij is None:
        return None
    soort = ContentType.objects.get_for_id(rij[1]).model_class()  # kept in memory by Django
    return soort._default_manager.filter(pk=rij[0]).select_related("locale").first() if soort else None


def _van_soort(model: type[Page], **waar: str) -> Page | None:
    # An address is one page's: no order, which `first` would add.
    return next(iter(openbaar(model._default_manager.filter(**waar)).select_related("locale").order_by()[:1]), None)


def wortelpad(taal: str) -> str | None:
    """Tree path of the home page in this language."""

    def lees() -> dict[str, str]:
        toont(WORTELS)
        return {pad.language_code: pad.root_path for pad in Site.get_site_root_paths()}

    return onthoud(WORTELS, lees).get(taal)
