"""A step of the form: shown, kept by itself while somebody types, kept for good with the button."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kennisplatform.basis.leesniveau import meet
from kennisplatform.basis.persoonssporen import SOORTEN, sporen
from kennisplatform.basis.straks import getypt
from kennisplatform.basis.vinden import vind
from kennisplatform.deelnemers.deur import Verzoek
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.zoeken.antwoord.vraag import Vraag, schone_tekst
from leernetwerk.delen import schrijven, stappen
from leernetwerk.delen.deur import bij_inzending
from leernetwerk.delen.formulieren import RIJEN, Rustig, formulier_van
from leernetwerk.delen.models import TEKSTVELDEN, Inzending
from leernetwerk.delen.opmerkingen import per_veld
from leernetwerk.delen.schrijven import BewaardeInzending, Gesloten
from leernetwerk.delen.views import beeld, nakijken

MAX_GEVONDEN = 12


@require_http_methods(["GET", "HEAD", "POST"])
@bij_inzending(Doe.WIJZIGEN)
def stap(request: Verzoek, inzending: Inzending, stap: str) -> HttpResponse:
    nu = stappen.stap(stap)
    if nu is None:
        raise Http404
    if not inzending.open:
        return gesloten(request, inzending)
    if nu.code == "nakijken":
        return nakijken.nakijken(request, inzending)
    if nu.code == "beeld":
        return beeld.beeld(request, inzending)
    return _vragen(request, inzending, nu)


def _vragen(request: Verzoek, inzending: Inzending, nu: stappen.Stap) -> HttpResponse:
    zoek = schone_tekst(request.POST.get("zoek", "") or request.GET.get("zoek", "")) if nu.code == "plek" else ""
    gevonden = _zoek(zoek) if zoek else None
    formulier = formulier_van(
        nu,
        request.POST if request.method == "POST" else None,
        instance=inzending,
        opmerkingen=per_veld(inzending),
        gevonden=gevonden,
    )
    if request.method == "POST":
        versie = inzending.versie  # validating a model form writes on its instance
        formulier.is_valid()
        velden, gezien = formulier.velden(), formulier.cleaned_data.get("gezien")
        try:
            bewaard = schrijven.bewaar(
                inzending=inzending, velden=velden, gezien=versie if gezien is None else gezien, door=request.user
            )
        except Gesloten:
            return gesloten(request, inzending)
        if request.headers.get("X-Bewaar"):
            return _vanzelf(formulier, bewaard)
        if not formulier.errors and not bewaard.botsing and "zoekknop" not in request.POST:
            return _verder(request, bewaard.inzending, nu)
        formulier.instance = bewaard.inzending
        formulier.toon_botsing(bewaard.botsing)
    context = context_van(inzending, nu) | {"formulier": formulier, "zoek": zoek, "gevonden": gevonden}
    return render(request, "delen/stap.html", context)


def context_van(inzending: Inzending, nu: stappen.Stap) -> dict[str, Any]:
    return {
        "inzending": inzending,
        "buurt": inzending.buurt,
        "stap": nu,
        "stappen": stappen.balk(nu),
        "nummer": stappen.STAPPEN.index(nu) + 1,
        "vorige": stappen.vorige(nu),
        "volgende": stappen.volgende(nu),
    }


def _zoek(tekst: str) -> list[int]:
    """Interventions and pathways by the site's own search, so with its synonyms and its forgiveness of slips."""
    antwoord = vind(Vraag(tekst=tekst, soorten=("interventie", "zorgpad"), per_pagina=MAX_GEVONDEN))
    return [int(treffer.sleutel.partition(":")[2]) for treffer in antwoord.treffers]


def _verder(request: HttpRequest, inzending: Inzending, nu: stappen.Stap) -> HttpResponse:
    if "later" in request.POST:
        messages.success(request, _("Bewaard. U kunt hier later mee verder, ook op een ander apparaat."))
        return redirect("delen")
    straks = stappen.volgende(nu)
    return redirect("inzending_stap", inzending.sleutel, straks.code if straks else "nakijken")


def _vanzelf(formulier: Rustig, bewaard: BewaardeInzending) -> JsonResponse:
    """For the script: the new version, what somebody else wrote, and advice per text."""
    teksten = {naam: getattr(bewaard.inzending, naam) for naam in formulier.fields if naam in TEKSTVELDEN}
    return JsonResponse(
        {
            "versie": bewaard.inzending.versie,
            "botsing": list(bewaard.botsing),
            "wie": str(bewaard.inzending.laatste or _("Iemand anders")),
            "fouten": {naam: [str(f) for f in fouten] for naam, fouten in formulier.errors.items()},
            "advies": {naam: advies(tekst, naam) for naam, tekst in teksten.items()},
        }
    )


def advies(tekst: str, naam: str) -> list[str]:
    """What to mend, in words: what looks like a person first, then how it reads."""
    uit = [
        _("‘%(tekst)s’ lijkt op een %(soort)s. Haal het weg, of zeg bij het indienen waarom het mag blijven.")
        % {"tekst": spoor.tekst, "soort": SOORTEN[spoor.soort]}
        for spoor in sporen(tekst)
    ]
    return uit + (list(meet(tekst).adviezen) if naam in RIJEN else [])


def gesloten(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """It is with the editors, or decided, while a form stood open: the text comes back, to take along."""
    if request.headers.get("X-Bewaar"):
        return JsonResponse({"gesloten": True}, status=409)
    if request.method != "POST":
        return redirect(inzending)
    context = {"inzending": inzending, "buurt": inzending.buurt, "getypt": getypt(request)}
    return render(request, "delen/gesloten.html", context, status=409)
