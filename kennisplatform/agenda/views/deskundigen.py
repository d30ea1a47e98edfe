"""People who speak from experience, for networks: whom to ask, through which neighbourhood."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kennisplatform.agenda import deskundigen
from kennisplatform.agenda.deskundigeformulier import DeskundigeFormulier
from kennisplatform.agenda.models import Ervaringsdeskundige
from kennisplatform.basis.models.begrippen import woordenboek
from kennisplatform.deelnemers.deur import Verzoek, View, deur
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag, zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe

METHODEN = ["GET", "HEAD", "POST"]
MAX = 300


@require_safe
@deur(Doe.ZIEN, "ervaringsdeskundige")
def lijst(request: HttpRequest) -> HttpResponse:
    rij = zichtbaar_voor(Ervaringsdeskundige.objects.geldig(), request.user)
    alle = list(rij.select_related("buurt").prefetch_related("onderwerpen")[:MAX])
    onderwerpen = {b.code: b for een in alle for b in een.begrippen}
    gemeenten = sorted({een.buurt.gemeente for een in alle})
    gekozen = {
        "onderwerp": request.GET.get("onderwerp", "") if request.GET.get("onderwerp") in onderwerpen else "",
        "gemeente": request.GET.get("gemeente", "") if request.GET.get("gemeente") in gemeenten else "",
    }
    gevonden = [
        een
        for een in alle
        if (not gekozen["onderwerp"] or any(b.code == gekozen["onderwerp"] for b in een.begrippen))
        and (not gekozen["gemeente"] or een.buurt.gemeente == gekozen["gemeente"])
    ]
    eigen = {een.pk for een in gevonden if mag(request.user, Doe.WIJZIGEN, een)}
    weg = {een.pk for een in gevonden if mag(request.user, Doe.BEEINDIGEN, een)}
    volgorde = [b for (soort, code), b in woordenboek().op_code.items() if soort == "onderwerp" and code in onderwerpen]
    context = {
        "rij": gevonden,
        "onderwerpen": volgorde,
        "gemeenten": gemeenten,
        "gekozen": gekozen,
        "eigen": eigen,
        "weg": weg,
        "hier": _waar_ik_trek(request),
    }
    return render(request, "agenda/deskundigen.html", context)


def _waar_ik_trek(request: HttpRequest) -> list[Buurt]:
    """Neighbourhoods for which this person may add somebody."""
    rij = zichtbaar_voor(Buurt.objects.actief(), request.user, Doe.MAKEN, "ervaringsdeskundige")
    return list(rij[:20])


@require_http_methods(METHODEN)
@deur(Doe.MAKEN, "ervaringsdeskundige")
def nieuw(request: Verzoek, buurt: Buurt) -> HttpResponse:
    formulier = DeskundigeFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            deskundigen.voeg_toe(
                buurt=buurt,
                velden=formulier.cleaned_data,
                onderwerpen=formulier.cleaned_data["onderwerpen"],
                door=request.user,
            )
        except Bezwaar as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, _("Bewaard. De toestemming geldt een jaar; een maand ervoor krijgt u een mail."))
            return redirect("ervaringsdeskundigen")
    return render(request, "agenda/deskundige.html", {"buurt": buurt, "formulier": formulier})


def _deskundigedeur(doe: Doe) -> Any:
    """The view gets the record in place of its number; a number that is not this person's to touch does not exist."""

    def om(view: View) -> View:
        @wraps(view)
        def bewaakt(request: HttpRequest, pk: int) -> HttpResponseBase:
            rij = Ervaringsdeskundige.objects.geldig().select_related("buurt")
            return view(request, get_object_or_404(zichtbaar_voor(rij, request.user, doe), pk=pk))

        return deur(Doe.ZIEN, "ervaringsdeskundige")(bewaakt)

    return om


@require_http_methods(METHODEN)
@_deskundigedeur(Doe.WIJZIGEN)
def wijzigen(request: HttpRequest, een: Ervaringsdeskundige) -> HttpResponse:
    """Change, and so confirm for another year: the day of consent is asked anew."""
    begin = {
        "naam": een.naam,
        "ervaring": een.ervaring,
        "toestemming_hoe": een.toestemming_hoe,
        "onderwerpen": [b.pk for b in een.onderwerpen.all()],
    }
    formulier = DeskundigeFormulier(request.POST or None, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        schoon = formulier.cleaned_data
        vers = deskundigen.wijzig(deskundige=een, velden=schoon, onderwerpen=schoon["onderwerpen"])
        messages.success(request, _("Bewaard. De toestemming geldt tot %(d)s.") % {"d": f"{vers.geldig_tot:%d-%m-%Y}"})
        return redirect("ervaringsdeskundigen")
    return render(request, "agenda/deskundige.html", {"buurt": een.buurt, "een": een, "formulier": formulier})


@require_http_methods(METHODEN)
@_deskundigedeur(Doe.BEEINDIGEN)
def verwijderen(request: HttpRequest, een: Ervaringsdeskundige) -> HttpResponse:
    if request.method == "POST":
        deskundigen.verwijder(deskundige=een)
        messages.success(request, _("Weggehaald. Er is niets van bewaard."))
        return redirect("ervaringsdeskundigen")
    return render(request, "agenda/deskundige_weg.html", {"buurt": een.buurt, "een": een})
