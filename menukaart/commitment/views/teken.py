"""Whoever is asked to sign, with or without an account. Opening the page changes nothing."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kennisplatform.basis.eenmalig import eenmalig
from kennisplatform.basis.tempo import adres, te_vaak
from kennisplatform.deelnemers.deur import voor_iedereen
from menukaart.commitment import herinneren, tekenen
from menukaart.commitment.formulieren import TekenFormulier, WeigerFormulier
from menukaart.commitment.models import Handtekening
from menukaart.commitment.tekenen import Codebezwaar, Tekenbezwaar
from menukaart.commitment.verschil import verschillen
from menukaart.commitment.voorwaarden import voorwaarden_van
from menukaart.plan.bevriezen import in_vieren, lees
from menukaart.plan.lezen import gelezen

# In ten minutes, at one link; or at links that are none, from one address. Ten people may sign together in one hall.
POGINGEN = 30
CODES_PER_UUR = 5


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@voor_iedereen
@eenmalig
def teken(request: HttpRequest, sleutel: str) -> HttpResponse:
    handtekening = tekenen.vind(sleutel)
    wie = adres(request) if handtekening is None else f"handtekening-{handtekening.pk}"
    if te_vaak("teken", wie, POGINGEN, 600):
        return render(request, "netwerken/te_vaak.html", status=429)
    if handtekening is None:
        return render(request, "commitment/onbekend.html", status=404)
    eigen = request.user.is_authenticated and request.user.email.lower() == handtekening.email.lower()
    soort = next((naam for naam in ("stuur_code", "teken", "weiger", "geen_mail") if naam in request.POST), "")
    voorwaarden = voorwaarden_van(handtekening.versie)
    tekent = TekenFormulier(
        request.POST if soort == "teken" else None, met_code=not eigen, met_voorwaarden=voorwaarden is not None
    )
    weigert = WeigerFormulier(request.POST if soort == "weiger" else None)
    if request.method == "POST":
        try:
            if _doe(request, handtekening, soort, {"teken": tekent, "weiger": weigert}.get(soort)):
                return redirect(
                    reverse("commitment_teken", args=[sleutel]) + ("#teken" if soort == "stuur_code" else "")
                )
        except Codebezwaar as fout:  # at its field: on a phone that is a whole plan away from the top
            tekent.add_error("code", str(fout))
        except Tekenbezwaar as fout:
            messages.error(request, str(fout))
    eerder = tekenen.vorige_keer(handtekening)
    context = {
        "eerder": eerder,
        "verschillen": verschillen(lees(eerder.versie), lees(handtekening.versie)) if eerder else [],
        "h": handtekening,
        "versie": handtekening.versie,
        "gelezen": gelezen(handtekening.versie),
        "voorwaarden": voorwaarden,
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
    if soort == "geen_mail":
        herinneren.zet(handtekening=h, aan=False)
        messages.success(request, _("U krijgt geen herinneringen meer. Tekenen kan met deze link nog wel."))
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
