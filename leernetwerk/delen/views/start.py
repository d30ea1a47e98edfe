""" "Deel wat u leerde": where drafts stand, and beginning a new one from something."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kennisplatform.basis.documenten.keuren import Ongeschikt
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import positie, zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe
from leernetwerk.delen import schrijven, uitgangspunt
from leernetwerk.delen.models import Inzending
from leernetwerk.delen.startformulier import StartFormulier

PER_PAGINA = 50


@require_safe
@deur(Doe.ZIEN, "eigen")
def overzicht(request: HttpRequest) -> HttpResponse:
    """Of my networks, not of the whole programme: the team finds everything with the editors."""
    mijn = list(positie(request.user).rollen)
    rij = zichtbaar_voor(Inzending.objects.filter(buurt__in=mijn), request.user).select_related("buurt", "schrijver")
    context = {"rij": rij[:PER_PAGINA], "buurten": len(mijn)}
    return render(request, "delen/overzicht.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.ZIEN, "eigen")
def nieuw(request: Verzoek) -> HttpResponse:
    """Whose name it is written in is chosen here, and shown at every step after."""
    buurten = Buurt.objects.actief().filter(pk__in=_mag_in(request))
    formulier = StartFormulier(*_gestuurd(request), buurten=buurten, eerst=request.GET)
    if request.method == "POST" and buurten and formulier.is_valid():
        keuze: dict[str, Any] = formulier.cleaned_data
        try:
            velden = uitgangspunt.velden(keuze, request.user)
        except Ongeschikt as fout:
            formulier.add_error("document", str(fout.args[0]))
        else:
            inzending = schrijven.begin(buurt=keuze["buurt"], door=request.user, velden=velden)
            if velden:
                messages.success(request, _("Er staat al iets. Lees het na en maak het van u."))
            if uitgangspunt.is_ingekort(velden):
                messages.warning(
                    request,
                    _(
                        "Het document is langer dan in een vraag past. Wij namen het begin; haal zelf het belangrijkste uit de rest."
                    ),
                )
            return redirect("inzending_stap", inzending.sleutel, "verhaal")
    return render(request, "delen/nieuw.html", {"formulier": formulier, "buurten": buurten})


def _mag_in(request: HttpRequest) -> QuerySet[Buurt, int]:
    """Neighbourhoods whose network this person writes for."""
    return zichtbaar_voor(Buurt.objects.all(), request.user, Doe.MAKEN, "inzending").values_list("pk", flat=True)


def _gestuurd(request: HttpRequest) -> tuple[Any, Any]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)
