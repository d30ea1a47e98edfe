"""A reader says what is wrong, or whether it helped. No account, no script, and nothing about who it was."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.models import Page

from kennisplatform.basis.eenmalig import eenmalig
from kennisplatform.basis.models import KennisPagina
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.tempo import adres, netwerk, te_vaak
from kennisplatform.deelnemers.deur import voor_iedereen
from kennisplatform.terugmelding.formulieren import Terugmeldformulier
from kennisplatform.terugmelding.schrijven import meld_terug, tel
from kennisplatform.terugmelding.stukken import stukken

PER_UUR, PER_NETWERK, PER_PAGINA = 5, 40, 60  # reports of one address, of its neighbours, about one page
OORDELEN = 120  # of one address a day, over all pages


def _pagina(pk: int) -> Page:
    """Only what everybody may read, and what readers can say something about."""
    gevonden = openbaar(Page.objects.filter(pk=pk)).first()
    pagina = gevonden.specific if gevonden else None
    if not isinstance(pagina, KennisPagina):
        raise Http404
    return pagina


def _te_veel(request: HttpRequest, pagina: Page) -> bool:
    return (
        te_vaak("terugmelding", adres(request), PER_UUR, 3600)
        or te_vaak("terugmelding-netwerk", netwerk(request), PER_NETWERK, 3600)
        or te_vaak("terugmelding-pagina", str(pagina.pk), PER_PAGINA, 3600)
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@voor_iedereen
@eenmalig
def terugmelding(request: HttpRequest, pk: int) -> HttpResponse:
    pagina = _pagina(pk)
    formulier = Terugmeldformulier(
        request.POST or None, stukken=stukken(pagina), initial={"waar": request.GET.get("waar", "")[:200]}
    )
    status = 200
    if request.method == "POST" and formulier.is_valid():
        if request.POST.get("website"):  # people never see that field; a program that fills it in is told it worked
            return redirect(f"{request.path}?klaar=1")
        if not _te_veel(request, pagina):
            schoon = formulier.cleaned_data
            meld_terug(pagina=pagina, tekst=schoon["tekst"], waar=schoon.get("waar", ""), mail=schoon["mail"])
            return redirect(f"{request.path}?klaar=1")
        formulier.add_error(None, _("Er kwamen al veel berichten vanaf deze plek. Probeer het over een uur nog eens."))
        status = 429
    context = {
        "pagina": pagina,
        "naar": pagina.get_url(request),
        "snel_weg": getattr(pagina, "snel_weg", False),
        "formulier": formulier,
        "klaar": request.GET.get("klaar") == "1",
        "oordeel": request.GET.get("nuttig", ""),
    }
    return render(request, "terugmelding/terugmelding.html", context, status=status)


@csrf_exempt  # no session and no cookie: the page is one for everybody. From elsewhere it is refused by its origin
@require_POST
@never_cache
@voor_iedereen
def nuttig(request: HttpRequest, pk: int) -> HttpResponse:
    """Counts once an hour from one address and page: pressed twice is one."""
    pagina = _pagina(pk)
    oordeel = request.POST.get("antwoord", "")
    if oordeel not in {"ja", "nee"} or not _van_hier(request):
        return redirect(pagina.get_url(request))
    wie = adres(request)
    if not te_vaak(f"nuttig:{pagina.pk}", wie, 1, 3600) and not te_vaak("nuttig", wie, OORDELEN, 86_400):
        tel(pagina=pagina, nuttig=oordeel == "ja")
    return redirect(f"{reverse('terugmelding', args=[pk])}?nuttig={oordeel}")


def _van_hier(request: HttpRequest) -> bool:
    herkomst = request.headers.get("Origin", "")
    return not herkomst or herkomst == "null" or urlsplit(herkomst).netloc == request.get_host()
