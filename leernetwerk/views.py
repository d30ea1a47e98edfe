"""Examples side by side."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.paginasoorten import paginasoorten
from kennisplatform.tekening.getekend import getekend
from kennisplatform.tekening.notitie import toont
from leernetwerk import vergelijken


@require_safe
@getekend
def vergelijk(request: HttpRequest, pk: int) -> HttpResponse:
    """Examples of one intervention or pathway side by side; which, the reader chooses in the address."""
    ding = get_object_or_404(
        openbaar(Page.objects.filter(content_type__model__in=paginasoorten("telt_praktijk"))), pk=pk
    )
    toont(f"pagina:{ding.pk}")
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
