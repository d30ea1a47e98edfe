"""Pages of active elements: what must stay when an intervention is adapted."""

from __future__ import annotations

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kennisplatform.deelnemers.deur import voor_iedereen
from kennisplatform.tekening.getekend import getekend
from menukaart.kiezen import elementen
from menukaart.kiezen.models import Element


@voor_iedereen
@require_safe
@getekend
def lijst(request: HttpRequest) -> HttpResponse:
    # The order is said again: counting drops that of the model.
    rij = Element.objects.annotate(aantal=Count("regels")).order_by("naam", "code")
    return render(request, "kiezen/elementen.html", {"rij": rij})


@voor_iedereen
@require_safe
@getekend
def een(request: HttpRequest, code: str) -> HttpResponse:
    element = get_object_or_404(Element, code=code)
    context = {"element": element, "paren": elementen.met_paginas(element)}
    return render(request, "kiezen/element.html", context)
