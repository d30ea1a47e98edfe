"""The page of figures of a neighbourhood, and the same as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kennisplatform.cijfers.buurtcijfers import buurtboek
from kennisplatform.cijfers.cijferblad import blokken
from kennisplatform.cijfers.meenemen import als_csv
from kennisplatform.cijfers.vergelijkbaar import UITDAGINGEN, vergelijk
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.tekening.getekend import getekend


@require_safe
@getekend
def buurtcijfers(request: HttpRequest, slug: str) -> HttpResponse:
    boek = buurtboek(get_object_or_404(Buurt, slug=slug))
    return render(
        request,
        "cijfers/buurt.html",
        {"buurt": boek.buurt, "ligging": boek.ligging, "boek": boek, "blokken": blokken(boek)},
    )


@require_safe
@getekend
def vergelijkbaar(request: HttpRequest, slug: str) -> HttpResponse:
    buurt = get_object_or_404(Buurt, slug=slug)
    gekozen = request.GET.get("uitdaging", "")
    gekozen = gekozen if gekozen in UITDAGINGEN else ""
    context = {
        "buurt": buurt,
        "vergelijking": vergelijk(buurt, gekozen),
        "uitdagingen": [(code, naam, code == gekozen) for code, (naam, _zwaar) in UITDAGINGEN.items()],
    }
    return render(request, "cijfers/vergelijkbaar.html", context)


@require_safe
@getekend
def buurtcijfers_csv(request: HttpRequest, slug: str) -> HttpResponse:
    boek = buurtboek(get_object_or_404(Buurt, slug=slug))
    kop = {"Content-Disposition": f'attachment; filename="cijfers-{boek.buurt.slug}.csv"'}
    return HttpResponse(als_csv(boek), content_type="text/csv; charset=utf-8", headers=kop)
