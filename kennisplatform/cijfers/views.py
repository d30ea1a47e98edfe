"""The page of figures of a neighbourhood, and the same as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from kennisplatform.cijfers.buurtcijfers import buurtboek
from kennisplatform.cijfers.cijferblad import blokken
from kennisplatform.cijfers.meenemen import als_csv, als_werkboek
from kennisplatform.cijfers.vergelijkbaar import UITDAGINGEN, vergelijk
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.tekening.getekend import getekend
from kennisplatform.tekening.stukken import stuk
from kennisplatform.tekst.werkboek import XLSX


@require_safe
@getekend
def buurtcijfers(request: HttpRequest, slug: str) -> HttpResponse:
    buurt = get_object_or_404(Buurt, slug=slug)

    def teken() -> str:
        """Reads the neighbourhood itself too, so that it is drawn again when that changes."""
        boek = buurtboek(Buurt.objects.get(pk=buurt.pk))
        context = {"buurt": boek.buurt, "ligging": boek.ligging, "boek": boek, "blokken": blokken(boek)}
        return render_to_string("cijfers/_buurtblad.html", context)

    blad = stuk(f"buurtcijfers:{get_language()}:{buurt.pk}", teken)
    return render(request, "cijfers/buurt.html", {"buurt": buurt, "blad": blad})


@require_safe
@getekend
def vergelijkbaar(request: HttpRequest, slug: str) -> HttpResponse:
    buurt = get_object_or_404(Buurt, slug=slug)
    gekozen = request.GET.get("uitdaging", "")
    gekozen = gekozen if gekozen in UITDAGINGEN else ""

    def teken() -> str:
        context = {
            "buurt": buurt,
            "vergelijking": vergelijk(Buurt.objects.get(pk=buurt.pk), gekozen),
            "uitdagingen": [(code, naam, code == gekozen) for code, (naam, _zwaar) in UITDAGINGEN.items()],
        }
        return render_to_string("cijfers/_lijkblad.html", context)

    blad = stuk(f"vergelijkbaar:{get_language()}:{buurt.pk}:{gekozen}", teken)
    return render(request, "cijfers/vergelijkbaar.html", {"buurt": buurt, "blad": blad})


@require_safe
@getekend
def buurtcijfers_csv(request: HttpRequest, slug: str) -> HttpResponse:
    boek = buurtboek(get_object_or_404(Buurt, slug=slug))
    soort, type_ = ("xlsx", XLSX) if request.GET.get("soort") == "xlsx" else ("csv", "text/csv; charset=utf-8")
    kop = {"Content-Disposition": f'attachment; filename="cijfers-{boek.buurt.slug}.{soort}"'}
    return HttpResponse(als_werkboek(boek) if soort == "xlsx" else als_csv(boek), content_type=type_, headers=kop)
