"""The two-monthly session: the list of them, one figure after the other, and rounding off."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kennisplatform.cijfersessies import sessies
from kennisplatform.cijfersessies.formulieren import SessieregelFormulier
from kennisplatform.cijfersessies.models import Cijfersessie, Sessieregel
from kennisplatform.cijfersessies.sessies import NietsTeBespreken
from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe

HOOGSTENS = 50


@require_safe
@deur(Doe.ZIEN, "cijfersessie")
def lijst(request: Verzoek, buurt: Buurt) -> HttpResponse:
    rij = Cijfersessie.objects.filter(buurt=buurt, afgerond__isnull=False)
    context = {
        "buurt": buurt,
        "open": sessies.open_sessie(buurt),
        "sessies": rij.prefetch_related("regels__indicator")[:HOOGSTENS],
        "kan": mag(request.user, Doe.MAKEN, buurt, "cijfersessie"),
    }
    return render(request, "cijfersessies/lijst.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "cijfersessie")
def beginnen(request: Verzoek, buurt: Buurt) -> HttpResponse:
    if request.method != "POST":
        return redirect("cijfersessies", buurt.slug)
    try:
        sessies.begin(buurt=buurt, door=request.user)
    except NietsTeBespreken:
        messages.error(request, _("Van uw buurt is nog niets aangeleverd. Er is nog niets te bespreken."))
        return redirect("cijfersessies", buurt.slug)
    return redirect("cijfersessie_stap", buurt.slug, 1)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "cijfersessie")
def stap(request: Verzoek, buurt: Buurt, nummer: int) -> HttpResponse:
    """One figure: its chart, what is seen, what is agreed. The step after the last one is rounding off."""
    sessie = sessies.open_sessie(buurt)
    if sessie is None:
        return redirect("cijfersessies", buurt.slug)
    alle = sessies.stappen(sessie, request.user)
    if nummer == len(alle) + 1:
        return render(request, "cijfersessies/afronden.html", {"buurt": buurt, "sessie": sessie, "stappen": alle})
    if not 1 <= nummer <= len(alle):
        raise Http404
    hier = alle[nummer - 1]
    with transaction.atomic():
        if request.method == "POST":
            vergrendel(buurt)
        regel = Sessieregel.objects.filter(sessie=sessie, indicator=hier.uitkomst.indicator).first()
        regel = regel or Sessieregel(sessie=sessie, indicator=hier.uitkomst.indicator, versie=0)
        formulier = SessieregelFormulier(request.POST or None, instance=regel)
        if request.method == "POST" and formulier.is_valid():
            regel.versie += 1
            formulier.save()
            return redirect("cijfersessie_stap", buurt.slug, nummer + 1)
    context = {"buurt": buurt, "sessie": sessie, "stappen": alle, "hier": hier, "formulier": formulier}
    return render(request, "cijfersessies/stap.html", context | {"vorige": nummer - 1, "aantal": len(alle)})


@require_POST
@deur(Doe.WIJZIGEN, "cijfersessie")
def weggooien(request: Verzoek, buurt: Buurt) -> HttpResponse:
    if sessies.gooi_weg(buurt=buurt, door=request.user):
        messages.success(request, _("Weggegooid. U kunt een nieuwe sessie beginnen."))
    return redirect("cijfersessies", buurt.slug)


@require_POST
@deur(Doe.WIJZIGEN, "cijfersessie")
def afronden(request: Verzoek, buurt: Buurt) -> HttpResponse:
    sessie = get_object_or_404(Cijfersessie.objects.filter(buurt=buurt).order_by("-pk")[:1])
    try:
        aantal = sessies.rond_af(sessie=sessie, door=request.user)
    except NietsTeBespreken:
        messages.error(request, _("Er is nog niets opgeschreven. Schrijf bij ten minste één cijfer wat u ziet."))
        return redirect("cijfersessie_stap", buurt.slug, 1)
    if not aantal:
        messages.success(request, _("Afgerond, zonder afspraken."))
        return redirect("cijfersessies", buurt.slug)
    tekst = ngettext(
        "Afgerond, met %(n)s afspraak. Zet erbij wie het doet, en wanneer.",
        "Afgerond, met %(n)s afspraken. Zet erbij wie het doet, en wanneer.",
        aantal,
    )
    messages.success(request, tekst % {"n": aantal})
    return redirect("afspraken", buurt.slug)
