"""Plan a meeting: make, change, again, call off."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from kennisplatform.agenda import bijeenkomsten, lijst
from kennisplatform.agenda.afloopformulieren import AfgelastFormulier
from kennisplatform.agenda.bijeenkomsten import VELDEN, Ingehaald
from kennisplatform.agenda.deur import bijeenkomstdeur
from kennisplatform.agenda.formulieren import BijeenkomstFormulier, ReeksFormulier, begin_van, eerste_waarden
from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe

METHODEN = ["GET", "HEAD", "POST"]
MAX_RIJ = 100


@require_safe
@deur(Doe.ZIEN, "netwerk")
def van_buurt(request: HttpRequest, buurt: Buurt) -> HttpResponse:
    """All meetings of a network, for its members: to come, and what was."""
    rij = lijst.zichtbaar(request.user).filter(buurt=buurt)
    komend = list(lijst.met_tellingen(rij.komend())[:MAX_RIJ])
    andere = rij.exclude(pk__in=[b.pk for b in komend]).order_by("-begin")
    geweest = list(lijst.met_tellingen(andere)[:MAX_RIJ])
    context = {
        "buurt": buurt,
        "komend": komend,
        "geweest": geweest,
        "mag_maken": mag(request.user, Doe.MAKEN, buurt, "bijeenkomst") and not buurt.opgeheven,
    }
    return render(request, "agenda/van_buurt.html", context)


@require_http_methods(METHODEN)
@deur(Doe.MAKEN, "bijeenkomst")
def nieuw(request: Verzoek, buurt: Buurt) -> HttpResponse:
    return _nieuw(request, buurt)


@require_http_methods(METHODEN)
@deur(Doe.MAKEN, "programmabijeenkomst")
def nieuw_programma(request: Verzoek) -> HttpResponse:
    return _nieuw(request, None)


def _nieuw(request: Verzoek, buurt: Buurt | None) -> HttpResponse:
    begin = begin_van(request.GET.get("soort", "")) if buurt else {}
    formulier = BijeenkomstFormulier(request.POST or None, buurt=buurt, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        try:
            ding = bijeenkomsten.maak(velden=_velden(formulier), buurt=buurt, door=request.user)
        except Bezwaar as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, _("De bijeenkomst staat in de agenda."))
            return redirect(ding)
    return render(request, "agenda/wijzigen.html", {"buurt": buurt, "formulier": formulier})


def _velden(formulier: BijeenkomstFormulier) -> dict[str, Any]:
    return {naam: formulier.cleaned_data[naam] for naam in VELDEN if naam in formulier.cleaned_data}


@require_http_methods(METHODEN)
@bijeenkomstdeur(Doe.WIJZIGEN)
def wijzigen(request: HttpRequest, ding: Bijeenkomst) -> HttpResponse:
    formulier = BijeenkomstFormulier(request.POST or None, buurt=ding.buurt, nu=ding, initial=eerste_waarden(ding))
    if request.method == "POST" and formulier.is_valid():
        try:
            ding = bijeenkomsten.wijzig(bijeenkomst=ding, velden=_velden(formulier), gezien=ding.versie)
        except Bezwaar as fout:
            veld = "plaatsen" if formulier.cleaned_data["zichtbaarheid"] == ding.zichtbaarheid else "zichtbaarheid"
            formulier.add_error(None if ding.afgelast else veld, str(fout))
        except Ingehaald as fout:  # between the look above and the lock
            formulier.haal_in(fout.huidige)
        else:
            messages.success(request, _("Bewaard. Wie is aangemeld, krijgt een mail als de tijd of plek anders is."))
            return redirect(ding)
    return render(request, "agenda/wijzigen.html", {"buurt": ding.buurt, "b": ding, "formulier": formulier})


@require_http_methods(METHODEN)
@bijeenkomstdeur(Doe.BEEINDIGEN)
def afgelasten(request: Verzoek, ding: Bijeenkomst) -> HttpResponse:
    formulier = AfgelastFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            bijeenkomsten.gelast_af(bijeenkomst=ding, reden=formulier.cleaned_data["reden"], door=request.user)
        except Bezwaar as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, _("De bijeenkomst is afgelast. Iedereen die was aangemeld, krijgt een mail."))
            return redirect(ding)
    context = {"buurt": ding.buurt, "b": ding, "formulier": formulier, "aantal": ding.deelnames.telt().count()}
    return render(request, "agenda/afgelasten.html", context)


@require_http_methods(METHODEN)
@bijeenkomstdeur(Doe.WIJZIGEN)
def opnieuw(request: Verzoek, ding: Bijeenkomst) -> HttpResponse:
    """'Nog een keer', or a series. First look at the dates, then make: the first button changes nothing."""
    klok = eerste_waarden(ding)
    formulier = ReeksFormulier(request.POST or None, initial={"van": klok["van"], "tot": klok["tot"]})
    geldig = request.method == "POST" and formulier.is_valid()
    if geldig and "maak" in request.POST and formulier.gezien:
        velden = {naam: getattr(ding, naam) for naam in VELDEN} | {"aanmelden_tot": None}
        try:
            rij = bijeenkomsten.maak_reeks(
                velden=velden, momenten=formulier.momenten, buurt=ding.buurt, door=request.user
            )
        except Bezwaar as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(
                request,
                ngettext("Eén bijeenkomst gemaakt.", "%(n)s bijeenkomsten gemaakt.", len(rij)) % {"n": len(rij)},
            )
            return redirect("bijeenkomsten_van", ding.buurt.slug) if ding.buurt else redirect(rij[0])
    context = {
        "buurt": ding.buurt,
        "b": ding,
        "formulier": formulier,
        "momenten": formulier.momenten if geldig else [],
        "anders": geldig and "maak" in request.POST and not formulier.gezien,
    }
    return render(request, "agenda/opnieuw.html", context)
