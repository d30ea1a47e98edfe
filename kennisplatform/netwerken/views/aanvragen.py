"""Asking to take part, and answering."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.lidmaatschappen import AlLid, Bezwaar, opgesomd, rollen_van
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag, zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.netwerken import aanvragen, meedoewensen
from kennisplatform.netwerken.formulieren import AanvraagFormulier, BesluitFormulier
from kennisplatform.netwerken.models import Aanvraag, Meedoewens


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "aanvraag")
def meedoen(request: Verzoek, buurt: Buurt) -> HttpResponse:
    """A member asks for a role that comes on top: is told so, and then confirmed by the button."""
    heeft = rollen_van(buurt, request.user)
    formulier = AanvraagFormulier(request.POST or None, heeft=heeft)
    if request.method == "POST" and formulier.is_valid():
        erbij = "erbij" in request.POST
        try:
            aanvragen.vraag_aan(buurt=buurt, persoon=request.user, erbij=erbij, **formulier.cleaned_data)
        except Bezwaar as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(
                request,
                _("Uw bericht over %(buurt)s is verstuurd. U krijgt antwoord per mail.") % {"buurt": buurt},
            )
            return redirect("werkplek")
    lopend = Aanvraag.objects.filter(buurt=buurt, persoon=request.user, besluit=Aanvraag.Besluit.OPEN).first()
    context = {"buurt": buurt, "formulier": formulier, "lopend": lopend, "heeft": opgesomd(heeft)}
    return render(request, "netwerken/meedoen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.BESLISSEN, "aanvraag")
def beslissen(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    rij = zichtbaar_voor(Aanvraag.objects.filter(buurt=buurt), request.user, Doe.BESLISSEN)
    aanvraag = get_object_or_404(rij.select_related("persoon", "besloten_door"), pk=pk)
    formulier = BesluitFormulier(request.POST or None, wie=request.user, initial={"rol": aanvraag.rol})
    heeft = opgesomd(rollen_van(buurt, aanvraag.persoon))
    context = {"buurt": buurt, "aanvraag": aanvraag, "formulier": formulier, "heeft": heeft}
    if request.method == "POST" and formulier.is_valid():
        toelaten, erbij = request.POST.get("besluit") == "toelaten", "erbij" in request.POST
        try:
            aanvragen.beslis(
                aanvraag=aanvraag, toelaten=toelaten, door=request.user, erbij=erbij, **formulier.cleaned_data
            )
        except AlLid:  # came in by an invitation while this page stood open: the page now says so
            return render(request, "netwerken/aanvraag.html", context)
        except Bezwaar as fout:
            messages.error(request, str(fout))
        else:
            messages.success(
                request,
                _("Toegelaten: %(wie)s krijgt bericht.") % {"wie": aanvraag.persoon}
                if toelaten
                else _("Niet toegelaten: %(wie)s krijgt bericht.") % {"wie": aanvraag.persoon},
            )
        return redirect("netwerk", buurt.slug)
    return render(request, "netwerken/aanvraag.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.BESLISSEN, "meedoewens")
def meedoewens(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    """Read it, write back from one's own mail, and say that it is done; or invite (views/uitnodigingen.py)."""
    wens = Meedoewens.objects.filter(buurt=buurt, pk=pk).first()
    if wens is None:  # answered by somebody else meanwhile, or a second press
        messages.info(request, _("Dit bericht is al beantwoord. Het is hier weggehaald."))
        return redirect("netwerk", buurt.slug)
    if request.method == "POST":
        meedoewensen.handel_af(wens=wens, door=request.user)
        messages.success(request, _("Klaar. Het bericht en het mailadres zijn hier weggehaald."))
        return redirect("netwerk", buurt.slug)
    context = {"buurt": buurt, "wens": wens, "kan_uitnodigen": mag(request.user, Doe.MAKEN, buurt, "uitnodiging")}
    return render(request, "netwerken/meedoewens.html", context)


@require_POST
@deur(Doe.ZIEN, "eigen")
def intrekken(request: Verzoek, pk: int) -> HttpResponse:
    aanvraag = get_object_or_404(Aanvraag.objects.filter(persoon=request.user), pk=pk)
    if not mag(request.user, Doe.BEEINDIGEN, aanvraag):
        raise PermissionDenied
    try:
        aanvragen.trek_in(aanvraag=aanvraag)
        messages.success(request, _("Uw aanvraag is ingetrokken."))
    except Bezwaar as fout:
        messages.error(request, str(fout))
    return redirect("werkplek")
