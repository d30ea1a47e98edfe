"""Handing a role over: asking, and answering."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag, zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.netwerken import overdragen
from kennisplatform.netwerken.formulieren import OverdraagFormulier
from kennisplatform.netwerken.models import Overdracht
from kennisplatform.netwerken.views.leden import lid_hier, of_intussen_voorbij


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.ZIEN, "lidmaatschap")
@of_intussen_voorbij
def vragen(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    """Your own role, or as kartrekker or team that of another."""
    lid = lid_hier(request, buurt, pk, Doe.BEEINDIGEN)
    if lid.persoon is None:
        raise Http404
    formulier = OverdraagFormulier(request.POST or None, lid=lid)
    if request.method == "POST" and formulier.is_valid():
        try:
            gevraagd = overdragen.vraag(lidmaatschap=lid, naar=formulier.cleaned_data["naar"], door=request.user)
        except Bezwaar as fout:
            formulier.add_error("naar", str(fout))
        else:
            messages.success(request, _gezegd(gevraagd))
            return redirect("netwerk", buurt.slug)
    loopt = overdragen.open_van(buurt).filter(lid=lid).first()
    return render(
        request, "netwerken/overdragen.html", {"buurt": buurt, "lid": lid, "formulier": formulier, "loopt": loopt}
    )


def _gezegd(overdracht: Overdracht) -> str:
    woorden = {"wie": overdracht.naar, "rol": overdracht.lid.get_rol_display()}
    if overdracht.stand == Overdracht.Stand.AANGENOMEN:
        return _("%(wie)s is nu %(rol)s.") % woorden
    return _("%(wie)s krijgt de vraag per mail. Tot er een ja is, verandert er niets.") % woorden


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.ZIEN, "netwerk")
def antwoorden(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    """Only who was asked says yes or no; who may end the role takes the question back."""
    alle = Overdracht.objects.filter(buurt=buurt)
    rij = alle.filter(Q(pk__in=zichtbaar_voor(alle, request.user)) | Q(door=request.user))  # who asked, too
    overdracht = get_object_or_404(rij.select_related("lid__persoon", "lid__buurt", "naar", "door"), pk=pk)
    beslist, trekt_in = mag(request.user, Doe.BESLISSEN, overdracht), mag(request.user, Doe.BEEINDIGEN, overdracht.lid)
    doen = {
        "ja": (beslist, overdragen.neem_aan, _("U bent nu %(rol)s.")),
        "nee": (beslist, overdragen.weiger, _("Dank voor uw antwoord. De rol blijft waar zij was.")),
        "terug": (trekt_in, overdragen.trek_in, _("De vraag is ingetrokken.")),
    }
    if request.method == "POST" and (antwoord := request.POST.get("antwoord")) in doen:
        mag_dit, doe, tekst = doen[antwoord]
        if not mag_dit:
            raise PermissionDenied
        try:
            doe(overdracht=overdracht)
        except Bezwaar as fout:
            messages.error(request, str(fout))
        else:
            messages.success(request, tekst % {"rol": overdracht.lid.get_rol_display()})
        return redirect("netwerk", buurt.slug)
    context = {"buurt": buurt, "overdracht": overdracht, "beslist": beslist, "trekt_in": trekt_in}
    return render(request, "netwerken/overdracht.html", context)
