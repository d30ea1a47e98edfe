"""The search page, and the description of it that a browser keeps."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from kennisplatform.basis.facetten import SOORTEN
from kennisplatform.basis.tempo import PerAdres
from kennisplatform.tekening.getekend import geef
from kennisplatform.vinden.privacy import telbaar
from kennisplatform.vinden.resultaatblad import zoek
from kennisplatform.vinden.tellen import Zoekuitkomst, is_eerste, tel_klik, tel_vraag
from kennisplatform.zoeken.antwoord.vraag import Vraag

ZOEKFACETTEN = ("thema", "onderwerp", "doelgroep", "ses", "bewijs")

KLIKTEMPO = PerAdres("klik", 60)
UITKOMST = "X-Zoekuitkomst"  # goes with a kept page, and no further than this view


@require_safe
def zoeken(request: HttpRequest) -> HttpResponseBase:
    """A question that many may ask is drawn once, and counted each time. One that may be about somebody is not kept."""
    vraag = _vraag(request)
    if is_eerste(vraag) and (not vraag.tekst or telbaar(vraag.tekst)):
        antwoord = geef(request, _blad, vanaf_de_deur=False)
    else:
        antwoord = _blad(request)
    if UITKOMST in antwoord.headers:
        tel_vraag(request, vraag, Zoekuitkomst(antwoord.headers[UITKOMST]))
        del antwoord.headers[UITKOMST]
    return antwoord


def _blad(request: HttpRequest) -> HttpResponse:
    blad = zoek(_vraag(request), request.GET)
    context = {
        "blad": blad,
        # What the parts read that every list shares.
        "vraag": blad.vraag,
        "antwoord": blad.antwoord,
        "facetten": blad.facetten,
        "bladeren": blad.bladeren,
        "verruimingen": blad.verruimingen,
        "telt_klikken": settings.ZOEKTELLING and settings.ZOEKTELLING_KLIKKEN,
    }
    antwoord = render(request, "zoeken/zoeken.html", context)
    antwoord.headers[UITKOMST] = Zoekuitkomst.van(blad.antwoord).value
    if blad.hulp and blad.hulp.verborgen:
        antwoord["Cache-Control"] = "no-store"
    return antwoord


def _vraag(request: HttpRequest) -> Vraag:
    soort = request.GET.get("soort", "")
    return Vraag.uit_get(
        request.GET,
        facetten=ZOEKFACETTEN,
        soorten=(soort,) if soort in SOORTEN else (),
        taal=get_language() or "nl",
    )


@csrf_exempt  # no session and no cookie here; a forged call could only count one more
@require_POST
def gekozen(request: HttpRequest) -> HttpResponse:
    """A browser tells which place of the results was chosen. Counted, never with who."""
    plek = request.POST.get("plek", "")
    if plek.isascii() and plek.isdecimal() and len(plek) < 4 and KLIKTEMPO.allow_request(request):
        tel_klik(request.POST.get("q", ""), request.POST.get("taal", "nl")[:5], int(plek))
    return HttpResponse(status=204)


@require_safe
@cache_control(max_age=86_400, public=True)
def opensearch(request: HttpRequest) -> HttpResponse:
    """How a browser searches here from its own bar."""
    inhoud = {"basis": f"{request.scheme}://{request.get_host()}"}
    return render(request, "zoeken/opensearch.xml", inhoud, content_type="application/opensearchdescription+xml")
