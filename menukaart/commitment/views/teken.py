"""Whoever is asked to sign, with or without an account; and the page that proves a version. Opening either changes nothing."""

from __future__ import annotations

import hashlib

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from kennisplatform.basis.tempo import adres, te_vaak
from kennisplatform.deelnemers.deur import voor_iedereen
from menukaart.commitment import tekenen
from menukaart.commitment.formulieren import BewijsFormulier, TekenFormulier, WeigerFormulier
from menukaart.commitment.models import Handtekening, Handtekeningstand
from menukaart.commitment.tekenen import Tekenbezwaar
from menukaart.plan.bevriezen import in_vieren
from menukaart.plan.lezen import gelezen
from menukaart.plan.models import Planversie

POGINGEN = 30  # of one address in ten minutes
CODES_PER_UUR = 5
GROOTST = 5 * 1024 * 1024


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@voor_iedereen
def teken(request: HttpRequest, sleutel: str) -> HttpResponse:
    if te_vaak("teken", adres(request), POGINGEN, 600):
        return render(request, "netwerken/te_vaak.html", status=429)
    handtekening = tekenen.vind(sleutel)
    if handtekening is None:
        return render(request, "commitment/onbekend.html", status=404)
    eigen = request.user.is_authenticated and request.user.email.lower() == handtekening.email.lower()
    soort = next((naam for naam in ("stuur_code", "teken", "weiger") if naam in request.POST), "")
    tekent = TekenFormulier(request.POST if soort == "teken" else None, met_code=not eigen)
    weigert = WeigerFormulier(request.POST if soort == "weiger" else None)
    if request.method == "POST":
        try:
            if _doe(request, handtekening, soort, {"teken": tekent, "weiger": weigert}.get(soort)):
                return redirect("commitment_teken", sleutel)
        except Tekenbezwaar as fout:
            messages.error(request, str(fout))
    context = {
        "h": handtekening,
        "versie": handtekening.versie,
        "gelezen": gelezen(handtekening.versie),
        "vieren": in_vieren(handtekening.versie.vingerafdruk),
        "eigen": eigen,
        "tekent": tekent,
        "weigert": weigert,
        "code_onderweg": bool(handtekening.codehash),
    }
    return render(request, "commitment/teken.html", context)


def _doe(request: HttpRequest, h: Handtekening, soort: str, formulier: forms.Form | None) -> bool:
    """Was something done? Raises Tekenbezwaar."""
    if soort == "stuur_code":
        if te_vaak("tekencode", str(h.pk), CODES_PER_UUR, 3600):
            raise Tekenbezwaar(_("U vroeg al een paar codes. Probeer het over een uur opnieuw."))
        tekenen.stuur_code(handtekening=h)
        messages.success(request, _("De code is gestuurd naar %(adres)s. Hij werkt een half uur.") % {"adres": h.email})
        return True
    if formulier is None or not formulier.is_valid():
        return False
    gegevens = formulier.cleaned_data
    if soort == "weiger":
        tekenen.weiger(handtekening=h, reden=gegevens["reden"])
        messages.success(request, _("Wij zeggen het netwerk dat u niet tekent, en waarom."))
        return True
    if request.user.is_authenticated and "code" not in gegevens:
        tekenen.teken_met_account(handtekening=h, door=request.user)
    else:
        tekenen.teken_met_code(handtekening=h, code=gegevens.get("code", ""))
    messages.success(request, _("Getekend. Dank u wel."))
    return True


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@voor_iedereen
def bewijs(request: HttpRequest, vingerafdruk: str) -> HttpResponse:
    """Whoever has the fingerprint of a version that somebody signed reads what it is of, and can check a file against it.

    Names of people are not on it: organisations promise, and a fingerprint travels.
    """
    versie = get_object_or_404(
        Planversie.objects.filter(handtekeningen__stand=Handtekeningstand.GETEKEND)
        .select_related("plan__buurt")
        .distinct(),
        vingerafdruk=vingerafdruk,
    )
    formulier = BewijsFormulier(request.POST or None, request.FILES or None)
    uitslag = ""
    if request.method == "POST" and formulier.is_valid():
        bestand = formulier.cleaned_data["bestand"]
        if bestand.size > GROOTST:
            formulier.add_error("bestand", _("Dit bestand is te groot om van dit plan te zijn."))
        else:
            gelijk = hashlib.sha256(bestand.read()).hexdigest() == versie.vingerafdruk
            uitslag = "gelijk" if gelijk else "anders"
    context = {
        "versie": versie,
        "buurt": versie.plan.buurt,
        "gelezen": gelezen(versie),
        "vieren": in_vieren(versie.vingerafdruk),
        "getekend": versie.handtekeningen.filter(stand=Handtekeningstand.GETEKEND),
        "formulier": formulier,
        "uitslag": uitslag,
    }
    return render(request, "commitment/bewijs.html", context)


@require_safe
@voor_iedereen
def tekst(request: HttpRequest, vingerafdruk: str) -> HttpResponse:
    """The very text that the fingerprint is of: `sha256sum` of this file gives it."""
    signed = Planversie.objects.filter(handtekeningen__stand=Handtekeningstand.GETEKEND).distinct()
    versie = get_object_or_404(signed, vingerafdruk=vingerafdruk)
    antwoord = HttpResponse(versie.inhoud.encode(), content_type="application/json; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="buurtplan-{vingerafdruk[:12]}.json"'
    antwoord["X-Robots-Tag"] = "noindex"
    return antwoord
