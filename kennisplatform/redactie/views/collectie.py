"""Beside the form of a collection: what it finds now, asked as every reader would."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kennisplatform.basis.collectie import vraag_van
from kennisplatform.basis.collectieblok import HOOGSTENS
from kennisplatform.basis.vinden import vind
from kennisplatform.basis.vindplaatsen import vindplaatsen

NAMEN = ("woorden", "plaats", "volgorde")


@require_safe
def nu(request: HttpRequest) -> HttpResponse:
    get = request.GET
    aantal = get.get("aantal", "")
    waarde = {naam: get.get(naam, "").replace("\x00", "")[:200] for naam in NAMEN} | {
        "soorten": get.getlist("soorten"),
        "begrippen": get.getlist("begrippen"),
        "aantal": min(int(aantal), HOOGSTENS) if aantal.isascii() and aantal[:3].isdecimal() and len(aantal) < 4 else 6,
    }
    if not any(waarde[naam] for naam in ("woorden", "plaats", "soorten", "begrippen")):
        return render(request, "redactie/collectie_nu.html", {"leeg": True})
    antwoord = vind(vraag_van(waarde, "nl"))
    context = {"totaal": antwoord.totaal, "plaatsen": vindplaatsen(antwoord.treffers)}
    return render(request, "redactie/collectie_nu.html", context)
