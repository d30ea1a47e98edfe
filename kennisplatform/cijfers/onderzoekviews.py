"""The research agenda for everybody, a description of what is public, and the bundle for researchers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kennisplatform.cijfers import onderzoeksagenda
from kennisplatform.cijfers.dcat import catalogus
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekening.getekend import getekend
from kennisplatform.tekst.werkboek import XLSX


@require_safe
@getekend
def onderzoek(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "cijfers/onderzoek.html",
        {"punten": onderzoeksagenda.agenda(), "kolommen": onderzoeksagenda.kolommen()},
    )


@require_safe
@getekend
def dcat(request: HttpRequest) -> HttpResponse:
    antwoord = JsonResponse(catalogus(), json_dumps_params={"ensure_ascii": False, "indent": 2})
    antwoord["Content-Type"] = "application/ld+json; charset=utf-8"
    return antwoord


@require_safe
@deur(Doe.EXPORTEREN, "onderzoek")
def bundel(request: Verzoek) -> HttpResponse:
    if request.GET.get("soort") == "xlsx":
        inhoud, type_, soort = onderzoeksagenda.rekenbladen(request.user), XLSX, "xlsx"
    else:
        inhoud, type_, soort = onderzoeksagenda.bundel(request.user), "application/zip", "zip"
    kop = {"Content-Disposition": f'attachment; filename="onderzoek-{timezone.localdate():%Y-%m-%d}.{soort}"'}
    return HttpResponse(inhoud, content_type=type_, headers=kop)
