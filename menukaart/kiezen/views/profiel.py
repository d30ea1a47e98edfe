"""The small profile of a neighbourhood: the six answers, kept by its network."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from menukaart.kiezen import profielen
from menukaart.kiezen.opmaat.profiel import Antwoorden
from menukaart.kiezen.profielformulier import ProfielFormulier


@require_http_methods(["GET", "HEAD"])
@deur(Doe.ZIEN, "keuze")
def profiel(request: Verzoek, buurt: Buurt) -> HttpResponse:
    """With answers in the address: those, to be kept. Else what is kept."""
    nieuw = Antwoorden.uit_get(request.GET)
    bewaard = profielen.van(buurt)
    return _toon(request, buurt, ProfielFormulier(bewaard=bewaard, antwoorden=None if nieuw.leeg else nieuw))


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "keuze")
def profiel_bewaren(request: Verzoek, buurt: Buurt) -> HttpResponse:
    if request.method != "POST":
        return redirect("buurtprofiel", buurt.slug)
    with transaction.atomic():
        vergrendel(buurt)
        formulier = ProfielFormulier(request.POST, bewaard=profielen.van(buurt))
        if formulier.is_valid():
            krachten = formulier.cleaned_data["krachten"]
            profielen.bewaar(buurt=buurt, antwoorden=formulier.antwoorden, krachten=krachten, door=request.user)
            messages.success(request, _("Het profiel van uw buurt is bewaard."))
            return redirect("buurtprofiel", buurt.slug)
    return _toon(request, buurt, formulier)


def _toon(request: Verzoek, buurt: Buurt, formulier: ProfielFormulier) -> HttpResponse:
    context = {
        "buurt": buurt,
        "antwoorden": formulier.antwoorden,
        "formulier": formulier,
        "kan": mag(request.user, Doe.WIJZIGEN, buurt, "keuze") and bool(formulier.bewaard or formulier.nieuw),
        "krachten": formulier.bewaard.get("krachten", ""),
    }
    return render(request, "kiezen/profiel.html", context)
