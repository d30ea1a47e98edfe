"""Neighbourhoods as the public sees them: a list with a map, and a page each, to which other rooms bring their part."""

from __future__ import annotations

from django.db.models import Case, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from kennisplatform.deelnemers.kaartbeeld import provincies, punten
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.netwerken import bewoners, buurtlijst
from kennisplatform.tekening.afdruk import afdruk
from kennisplatform.tekening.getekend import getekend
from kennisplatform.tekening.notitie import eens

BUREN = 6  # other neighbourhoods of the same partner beside a neighbourhood


@require_safe
@getekend
def lijst(request: HttpRequest) -> HttpResponse:
    waar = " ".join(request.GET.get("waar", "")[:80].replace("\x00", " ").split())
    gevonden = bewoners.zoek(waar) if waar else []
    if een := bewoners.alleen(waar, gevonden):
        return redirect(een)
    context = {"waar": waar, "gevonden": gevonden} | {
        "lijst": buurtlijst.lijst(request.GET),
        "provincies": provincies(),
    }
    return render(request, "netwerken/buurten.html", context)


@require_safe
@getekend
def buurt(request: HttpRequest, slug: str) -> HttpResponse:
    een = get_object_or_404(Buurt, slug=slug)
    buren = eens(lambda: _zelfde_partner(een))
    kaart = bewoners.belkaart(een)
    context = {
        "buurt": een,
        "merk": afdruk(een),
        "bellen": kaart.lijst() if kaart else [],
        "eigen_huisartsenpost": bool(kaart and kaart.noemt_huisartsenpost),
        "punten": eens(lambda: punten([een])),
        "provincies": provincies(),
        "verder_als": een.verder_als() if een.opgeheven else [],
        "zelfde_partner": eens(lambda: buren()[:BUREN]),
        "meer_van_partner": eens(lambda: len(buren()) > BUREN),
    }
    return render(request, "netwerken/buurt.html", context)


def _zelfde_partner(een: Buurt) -> list[Buurt]:
    """Near ones first: a partner of a hundred neighbourhoods is a list of its own."""
    zelfde = Buurt.objects.actief().filter(partner=een.partner).exclude(pk=een.pk)
    return list(zelfde.order_by(Case(When(gemeente=een.gemeente, then=0), default=1), "naam")[: BUREN + 1])
