"""The podium as everybody sees it: what stands on it now, and what stood on it before, year by year."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kennisplatform.deelnemers.deur import voor_iedereen
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from leernetwerk.podium.kijken import plekken
from leernetwerk.podium.models import Uitlichting

PER_PAGINA = 12


@require_safe
@voor_iedereen
def uitgelicht(request: HttpRequest) -> HttpResponse:
    archief = Uitlichting.objects.archief()
    jaren = [dag.year for dag in archief.dates("van", "year", order="DESC")]
    gevraagd = request.GET.get("jaar", "")
    jaar = next((j for j in jaren if str(j) == gevraagd), jaren[0] if jaren else None)
    blad = Paginator(archief.filter(van__year=jaar) if jaar else archief.none(), PER_PAGINA).get_page(
        request.GET.get("pagina")
    )
    eerste = blad.number == 1 and not gevraagd
    context = {
        "nu": plekken(Uitlichting.objects.nu()) if eerste else [],
        "eerste": eerste,
        "archief": plekken(blad),
        "blad": blad,
        "jaren": jaren,
        "jaar": jaar,
        "beheer": mag(request.user, Doe.ZIEN, "podium"),
    }
    return render(request, "podium/uitgelicht.html", context)
