"""Neighbourhoods as the public sees them: a list with a map, and a page each."""

from __future__ import annotations

from django.db.models import Case, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from kennisplatform.basis import kaarten
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.paginasoorten import paginasoorten
from kennisplatform.deelnemers.models import Buurt
from leernetwerk import buurtlijst, vergelijken
from leernetwerk.kaartbeeld import provincies, punten
from leernetwerk.models import Praktijkvoorbeeld

BUREN = 6  # other neighbourhoods of the same partner beside a neighbourhood


@require_safe
def buurten(request: HttpRequest) -> HttpResponse:
    context = {"lijst": buurtlijst.lijst(request.GET), "provincies": provincies()}
    return render(request, "leernetwerk/buurten.html", context)


@require_safe
def buurt(request: HttpRequest, slug: str) -> HttpResponse:
    een = get_object_or_404(Buurt, slug=slug)
    verhalen = list(
        openbaar(Praktijkvoorbeeld.objects).filter(buurt=een).order_by("-datum", "title").values_list("pk", flat=True)
    )
    gebruikt = openbaar(Page.objects).filter(
        pk__in=Praktijkvoorbeeld.objects.filter(pk__in=verhalen).values("toepassingen__pagina")
    )
    zelfde = Buurt.objects.actief().filter(partner=een.partner).exclude(pk=een.pk)
    # Near ones first: a partner of a hundred neighbourhoods is a list of its own.
    buren = list(zelfde.order_by(Case(When(gemeente=een.gemeente, then=0), default=1), "naam")[: BUREN + 1])
    context = {
        "buurt": een,
        "verhalen": kaarten.van_paginas(verhalen),
        "gebruikt": kaarten.van_paginas(gebruikt.values_list("pk", flat=True)),
        "punten": punten([een]),
        "provincies": provincies(),
        "verder_als": een.verder_als() if een.opgeheven else [],
        "zelfde_partner": buren[:BUREN],
        "meer_van_partner": len(buren) > BUREN,
    }
    return render(request, "leernetwerk/buurt.html", context)


@require_safe
def vergelijk(request: HttpRequest, pk: int) -> HttpResponse:
    """Examples of one intervention or pathway side by side; which, the reader chooses in the address."""
    ding = get_object_or_404(
        openbaar(Page.objects.filter(content_type__model__in=paginasoorten("telt_praktijk"))), pk=pk
    )
    alle = vergelijken.te_kiezen(ding.pk)
    gekozen = vergelijken.gekozen(alle, request.GET.getlist("v")[:10])
    anders, gelijk = vergelijken.rijen(gekozen)
    context = {
        "ding": ding,
        "alle": alle,
        "gekozen": gekozen,
        "anders": anders,
        "gelijk": gelijk,
        "plekken": range(vergelijken.MAX),
    }
    return render(request, "leernetwerk/vergelijk.html", context)
