"""Asking to take part, and answering."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kennisplatform.deelnemers.deur import deur
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag, positie, zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.netwerken import aanvragen
from kennisplatform.netwerken.formulieren import AanvraagFormulier, BesluitFormulier
from kennisplatform.netwerken.models import Aanvraag


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "aanvraag")
def meedoen(request: HttpRequest, buurt: Buurt) -> HttpResponse:
    if buurt.pk in positie(request.user).rollen:
        return redirect("netwerk", buurt.slug)
    formulier = AanvraagFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            aanvragen.vraag_aan(buurt=buurt, persoon=request.user, **formulier.cleaned_data)
        except Bezwaar as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(
                request,
                _("Uw bericht over %(buurt)s is verstuurd. U krijgt antwoord per mail.") % {"buurt": buurt},
            )
            return redirect("werkplek")
    lopend = Aanvraag.objects.filter(buurt=buurt, persoon=request.user, besluit=Aanvraag.Besluit.OPEN).first()
    return render(request, "netwerken/meedoen.html", {"buurt": buurt, "formulier": formulier, "lopend": lopend})


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.BESLISSEN, "aanvraag")
def beslissen(request: HttpRequest, buurt: Buurt, pk: int) -> HttpResponse:
    rij = zichtbaar_voor(Aanvraag.objects.filter(buurt=buurt), request.user, Doe.BESLISSEN)
    aanvraag = get_object_or_404(rij.select_related("persoon", "besloten_door"), pk=pk)
    formulier = BesluitFormulier(request.POST or None, wie=request.user, initial={"rol": aanvraag.rol})
    if request.method == "POST" and formulier.is_valid():
        toelaten = request.POST.get("besluit") == "toelaten"
        try:
            aanvragen.beslis(aanvraag=aanvraag, toelaten=toelaten, door=request.user, **formulier.cleaned_data)
        except Bezwaar as fout:
            messages.error(request, str(fout))
        else:
            messages.success(request, _("Toegelaten: %(wie)s krijgt bericht.") % {"wie": aanvraag.persoon} if toelaten
                             else _("Niet toegelaten: %(wie)s krijgt bericht.") % {"wie": aanvraag.persoon})  # fmt: skip
        return redirect("netwerk", buurt.slug)
    return render(request, "netwerken/aanvraag.html", {"buurt": buurt, "aanvraag": aanvraag, "formulier": formulier})


@require_POST
@deur(Doe.ZIEN, "eigen")
def intrekken(request: HttpRequest, pk: int) -> HttpResponse:
    aanvraag = get_object_or_404(Aanvraag.objects.filter(persoon=request.user), pk=pk)
    if not mag(request.user, Doe.BEEINDIGEN, aanvraag):
        raise PermissionDenied
    try:
        aanvragen.trek_in(aanvraag=aanvraag)
        messages.success(request, _("Uw aanvraag is ingetrokken."))
    except Bezwaar as fout:
        messages.error(request, str(fout))
    return redirect("werkplek")
