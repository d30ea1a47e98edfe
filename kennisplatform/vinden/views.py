"""The search page, and the description of it that a browser keeps."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from kennisplatform.basis.facetten import SOORTEN
from kennisplatform.basis.tempo import PerAdres
from kennisplatform.vinden.resultaatblad import zoek
from kennisplatform.vinden.tellen import tel_klik, tel_vraag
from kennisplatform.zoeken.antwoord.vraag import Vraag

ZOEKFACETTEN = ("thema", "onderwerp", "doelgroep", "ses", "bewijs")

KLIKTEMPO = PerAdres("klik", 60)


@require_safe
def zoeken(request: HttpRequest) -> HttpResponse:
    blad = zoek(_vraag(request), request.GET)
    tel_vraag(request, blad.antwoord)
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
    return render(request, "zoeken/zoeken.html", context)


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
