"""Where an example stands, who is next, and what the writer can do now."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kennisplatform.deelnemers.deur import Verzoek
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from leernetwerk.delen import schrijven, tijdlijn, versies
from leernetwerk.delen.deur import bij_inzending
from leernetwerk.delen.models import Inzending
from leernetwerk.delen.opmerkingen import per_veld
from leernetwerk.delen.schrijven import Gesloten
from leernetwerk.delen.views.nakijken import delen


@require_safe
@bij_inzending(Doe.ZIEN)
def stand(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    context = {
        "inzending": inzending,
        "buurt": inzending.buurt,
        "tijdlijn": tijdlijn.tijdlijn(inzending),
        "opmerkingen": [t for teksten in per_veld(inzending).values() for t in teksten],
        "terzijde": inzending.terzijde.select_related("van"),
        "mag_schrijven": mag(request.user, Doe.WIJZIGEN, inzending),
        "mag_weg": mag(request.user, Doe.BEEINDIGEN, inzending),
        "versies": versies.aantal(inzending),
        "delen": [] if inzending.open else delen(inzending),
    }
    return render(request, "delen/stand.html", context)


@require_POST
@bij_inzending(Doe.BEEINDIGEN)
def intrekken(request: Verzoek, inzending: Inzending) -> HttpResponse:
    try:
        schrijven.trek_in(inzending=inzending, door=request.user)
        messages.success(request, _("Ingetrokken."))
    except Gesloten:
        messages.error(request, _("Dit voorbeeld is al beslist. Vraag de redactie om het weg te halen."))
        return redirect(inzending)
    return redirect("delen")


@require_POST
@bij_inzending(Doe.WIJZIGEN)
def nieuwe_versie(request: Verzoek, inzending: Inzending) -> HttpResponse:
    try:
        schrijven.nieuwe_versie(inzending=inzending, door=request.user)
    except Gesloten:
        messages.error(request, _("Er wordt al aan een nieuwe versie gewerkt."))
        return redirect(inzending)
    return redirect("inzending_stap", inzending.sleutel, "verhaal")


@require_safe
@bij_inzending(Doe.ZIEN)
def vergelijk(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """Two versions side by side: by default what is on the site and what came before it."""
    context = {"inzending": inzending, "buurt": inzending.buurt, **versies.vergelijking(inzending, request.GET)}
    return render(request, "delen/versies.html", context)
