"""The research agenda for everybody, a description of what is public, and the bundle for researchers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kennisplatform.cijfers import onderzoekbundel, onderzoeksagenda
from kennisplatform.cijfers.dcat import catalogus
from kennisplatform.cijfers.getallen import nl
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
        {"punten": onderzoeksagenda.agenda(), "kolommen": onderzoekbundel.kolommen()},
    )


@require_safe
@getekend
def dcat(request: HttpRequest) -> HttpResponse:
    antwoord = JsonResponse(catalogus(), json_dumps_params={"ensure_ascii": False, "indent": 2})
    antwoord["Content-Type"] = "application/ld+json; charset=utf-8"
    return antwoord


@require_safe
@deur(Doe.EXPORTEREN, "onderzoek")
def bundel(request: Verzoek) -> HttpResponseBase:
    wie, dag = request.user, timezone.localdate()
    if request.GET.get("soort") != "xlsx":
        kop = {"Content-Disposition": f'attachment; filename="onderzoek-{dag:%Y-%m-%d}.zip"'}
        return StreamingHttpResponse(onderzoekbundel.bundel(wie), content_type="application/zip", headers=kop)
    if onderzoekbundel.te_groot_voor_rekenblad(wie):
        return render(request, "cijfers/te_groot.html", {"meeste": nl(onderzoekbundel.REKENBLAD_MAX)})
    kop = {"Content-Disposition": f'attachment; filename="onderzoek-{dag:%Y-%m-%d}.xlsx"'}
    return HttpResponse(onderzoekbundel.rekenbladen(wie), content_type=XLSX, headers=kop)
