"""The search page, and the description of it that a browser keeps."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from kennisplatform.basis.bladeren import Bladeren
from kennisplatform.basis.facetten import SOORTEN, schakel, voor_sjabloon
from kennisplatform.basis.tempo import PerAdres
from kennisplatform.basis.verruimen import verruimingen
from kennisplatform.basis.vinden import vind
from kennisplatform.basis.vindplaatsen import vindplaatsen
from kennisplatform.vinden.andere_taal import taal_van_hulp, wissel
from kennisplatform.vinden.deuren import deur
from kennisplatform.vinden.tellen import tel_klik, tel_vraag
from kennisplatform.vinden.vastzetten import met_vast
from kennisplatform.zoeken.antwoord.vraag import Antwoord, Vraag
from kennisplatform.zoeken.taal.crisis import blok, geraakt
from kennisplatform.zoeken.taal.woorden import in_woordenboek, woorden

ZOEKFACETTEN = ("thema", "onderwerp", "doelgroep", "ses", "bewijs")

EERST_ZWAK = 5  # of what is hardly about the question; the rest on request

KLIKTEMPO = PerAdres("klik", 60)


@require_safe
def zoeken(request: HttpRequest) -> HttpResponse:
    soort = request.GET.get("soort", "")
    vraag = Vraag.uit_get(
        request.GET,
        facetten=ZOEKFACETTEN,
        soorten=(soort,) if soort in SOORTEN else (),
        taal=get_language() or "nl",
    )
    gevonden = vind(vraag)
    antwoord, vast = met_vast(gevonden)
    tel_vraag(request, antwoord)
    regel = geraakt(vraag.tekst) or geraakt(antwoord.verbeterd)  # 'borstpein'
    hulptaal = taal_van_hulp(regel, vraag.taal) if regel else ""
    plaatsen = vindplaatsen(antwoord.treffers)
    eerste = len(plaatsen) if "alles" in request.GET else len(vast) + _hoeveel(vraag, gevonden)
    ingekort = eerste < len(plaatsen)
    leeg = ingekort and not eerste  # then there is nothing to sort out either
    context = {
        "vraag": vraag,
        "antwoord": antwoord,
        "vast": vast,
        "telt_klikken": settings.ZOEKTELLING and settings.ZOEKTELLING_KLIKKEN,
        "vindplaatsen": plaatsen[:eerste],
        "ingekort": ingekort,
        "facetten": [] if leeg else voor_sjabloon(antwoord, request.GET, open_tot=2),
        "bladeren": Bladeren(vraag.pagina, antwoord.totaal, vraag.per_pagina),
        "crisis": regel.soort if regel else "",
        "hulp": blok(hulptaal),
        "hulptaal": hulptaal,
        "wissel": wissel(antwoord),
        "deur": deur(vraag.tekst),
        "verruimingen": verruimingen(antwoord, request.GET),
        "tabs": [] if leeg else tabs(request, antwoord.soorten, soort),
    }
    return render(request, "zoeken/zoeken.html", context)


def _hoeveel(vraag: Vraag, antwoord: Antwoord) -> int:
    """How many are shown. Dozens of results that are not about the question look like an answer; and those that have no
    more than letters in common with a real word are none. Who filters or orders is looking through all of them."""
    if not antwoord.zwak or vraag.pagina > 1 or vraag.aantal_gekozen or vraag.soorten or vraag.volgorde:
        return len(antwoord.treffers)
    iets = any(treffer.waarom for treffer in antwoord.treffers[:EERST_ZWAK])
    goed_gespeld = all(in_woordenboek(deel) for delen in woorden(vraag.tekst) for deel in delen)
    return EERST_ZWAK if iets or not goed_gespeld else 0


@csrf_exempt  # no session and no cookie here; a forged call could only count one more
@require_POST
def gekozen(request: HttpRequest) -> HttpResponse:
    """A browser tells which place of the results was chosen. Counted, never with who."""
    plek = request.POST.get("plek", "")
    if plek.isascii() and plek.isdecimal() and len(plek) < 4 and KLIKTEMPO.allow_request(request):
        tel_klik(request.POST.get("q", ""), request.POST.get("taal", "nl")[:5], int(plek))
    return HttpResponse(status=204)


def tabs(request: HttpRequest, aantallen: Mapping[str, int], gekozen: str) -> list[dict[str, object]]:
    rijen = []
    for code, (naam, _een) in SOORTEN.items():
        if aantallen.get(code) or code == gekozen:
            get = request.GET.copy()
            get.pop("soort", None)
            rijen.append(
                {
                    "naam": naam,
                    "aantal": aantallen.get(code, 0),
                    "gekozen": code == gekozen,
                    "adres": schakel(get, "soort", code),
                }
            )
    return rijen


@require_safe
@cache_control(max_age=86_400, public=True)
def opensearch(request: HttpRequest) -> HttpResponse:
    """How a browser searches here from its own bar."""
    inhoud = {"basis": f"{request.scheme}://{request.get_host()}"}
    return render(request, "zoeken/opensearch.xml", inhoud, content_type="application/opensearchdescription+xml")
