"""Pages that prove a signed version, for whoever has its fingerprint or a file of it. Opening one changes nothing.

Names of people are not on them: organisations promise, and a fingerprint travels.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from kennisplatform.basis.tempo import adres, te_vaak
from kennisplatform.deelnemers.deur import voor_iedereen
from menukaart.commitment import bewijzen
from menukaart.commitment.formulieren import BewijsFormulier
from menukaart.commitment.models import Handtekeningstand
from menukaart.commitment.tekenen import getekend
from menukaart.commitment.voorwaarden import voorwaarden_van
from menukaart.plan.bevriezen import in_vieren
from menukaart.plan.lezen import gelezen

POGINGEN = 60  # files of one address in ten minutes


def _formulier(request: HttpRequest) -> BewijsFormulier:
    """Sent with nothing in it is sent as well."""
    return BewijsFormulier(request.POST, request.FILES) if request.method == "POST" else BewijsFormulier()


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@voor_iedereen
def zoek(request: HttpRequest) -> HttpResponse:
    """Somebody has a file, or paper, and wonders whether it is a signed plan, and which. The file is not kept."""
    if request.method == "POST" and te_vaak("bewijs", adres(request), POGINGEN, 600):
        return render(request, "netwerken/te_vaak.html", status=429)
    formulier = _formulier(request)
    context = {"formulier": formulier, "gezocht": False, "versie": None}
    if request.method == "POST" and formulier.is_valid():
        context |= {"gezocht": True, "versie": bewijzen.versie_van(formulier.afdrukken())}
    return render(request, "commitment/bewijs_zoek.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@voor_iedereen
def bewijs(request: HttpRequest, vingerafdruk: str) -> HttpResponse:
    """What this version says, who signed it, and whether a file is of it."""
    versie = get_object_or_404(getekend().select_related("plan__buurt"), vingerafdruk=vingerafdruk)
    if request.method == "POST" and te_vaak("bewijs", adres(request), POGINGEN, 600):
        return render(request, "netwerken/te_vaak.html", status=429)
    formulier = _formulier(request)
    uitslag = ""
    if request.method == "POST" and formulier.is_valid():
        uitslag = "gelijk" if bewijzen.versie_van(formulier.afdrukken()) == versie else "anders"
    context = {
        "versie": versie,
        "buurt": versie.plan.buurt,
        "gelezen": gelezen(versie),
        "voorwaarden": voorwaarden_van(versie),
        "vieren": in_vieren(versie.vingerafdruk),
        "getekend": versie.handtekeningen.filter(stand=Handtekeningstand.GETEKEND),
        "stukken": bewijzen.stukken_van(versie),
        "formulier": formulier,
        "uitslag": uitslag,
    }
    return render(request, "commitment/bewijs.html", context)


@require_safe
@voor_iedereen
def tekst(request: HttpRequest, vingerafdruk: str) -> HttpResponse:
    """The very text that the fingerprint is of: `sha256sum` of this file gives it."""
    versie = get_object_or_404(getekend(), vingerafdruk=vingerafdruk)
    antwoord = HttpResponse(versie.inhoud.encode(), content_type="application/json; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="buurtplan-{vingerafdruk[:12]}.json"'
    antwoord["X-Robots-Tag"] = "noindex"
    return antwoord
