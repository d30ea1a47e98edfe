"""Rates: whoever works with budgets reads them, the team sets a new price."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from menukaart.begroting import tarieven
from menukaart.begroting.formulieren import TariefFormulier
from menukaart.plan.models import Tarief


@require_safe
@deur(Doe.ZIEN, "tarief")
def lijst(request: Verzoek) -> HttpResponse:
    context = {"reeksen": tarieven.reeksen(), "kan": mag(request.user, Doe.MAKEN, "tarief")}
    return render(request, "begroting/tarieven.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "tarief")
def nieuw(request: Verzoek) -> HttpResponse:
    naam = request.GET.get("naam", "")[:120]
    eerder = Tarief.objects.filter(naam__iexact=naam).first() if naam else None
    als = {"naam": eerder.naam, "soort": eerder.soort} if eerder else {"naam": naam}
    formulier = TariefFormulier(request.POST or None, initial=als)
    if request.method == "POST" and formulier.is_valid():
        tarief = tarieven.zet_prijs(tarief=formulier.save(commit=False), door=request.user)
        tekst = _("Staat erbij: %(tarief)s. Begrotingen die er al zijn, houden hun prijs.")
        messages.success(request, tekst % {"tarief": tarief})
        return redirect("tarieven")
    return render(request, "begroting/tarief.html", {"formulier": formulier})
