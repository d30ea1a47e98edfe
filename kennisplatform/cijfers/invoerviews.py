"""Files of figures for the team: look first, then take in, and take back as a whole. The work is done beside the request."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kennisplatform.cijfers.formulieren import CijferbestandFormulier, TerugneemFormulier
from kennisplatform.cijfers.invoer import werk
from kennisplatform.cijfers.invoer.beurt import gooi_weg
from kennisplatform.cijfers.invoer.opnemen import Invoerverslag
from kennisplatform.cijfers.invoer.sjabloon import KOLOMMEN
from kennisplatform.cijfers.models import Cijferinvoer, Indicator
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe

TOON: Final = 100  # files in the list
VERS_S: Final = 2  # between two looks at how far it is
Stand = Cijferinvoer.Stand


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.ZIEN, "cijferinvoer")
def invoeren(request: Verzoek) -> HttpResponse:
    kan = mag(request.user, Doe.MAKEN, "cijferinvoer")
    formulier = CijferbestandFormulier(request.POST or None, request.FILES or None) if kan else None
    if request.method == "POST" and formulier and formulier.is_valid():
        bestand = formulier.cleaned_data["bestand"]
        rauw = bestand.read()
        invoer = Cijferinvoer.objects.create(
            bestand=bestand.name[:200],
            afdruk=hashlib.sha256(rauw).hexdigest(),
            bron=formulier.cleaned_data["bron"],
            periode=formulier.cleaned_data["periode"],
            groep=formulier.cleaned_data["groep"],
            rauw=rauw,
            door=request.user,
        )
        werk.begin(pk=invoer.pk, van=Stand.BEKEKEN, naar=Stand.NAKIJKEN)
        return redirect("cijferinvoer", invoer.pk)
    invoeren_ = Cijferinvoer.objects.select_related("bron", "door").defer("rauw", "verslag")[:TOON]
    return render(request, "cijfers/invoeren.html", {"formulier": formulier, "invoeren": invoeren_})


@dataclass(frozen=True)
class Nakijkblad:
    """What looking at it found, or why it could not be done."""

    verslag: Invoerverslag | None
    onleesbaar: str = ""

    @property
    def kan_op(self) -> bool:
        return bool(self.verslag and not self.verslag.aantal_fouten and self.verslag.verandert_iets)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "cijferinvoer")
def een(request: Verzoek, pk: int) -> HttpResponse:
    invoer = get_object_or_404(Cijferinvoer.objects.select_related("bron", "door").defer("rauw"), pk=pk)
    formulier = TerugneemFormulier(request.POST if "terug" in request.POST else None)
    if request.method == "POST" and (weg := _druk(request, invoer, formulier)):
        return weg
    context = {
        "invoer": invoer,
        "blad": _blad(invoer),
        "voortgang": werk.voortgang(invoer) if invoer.is_bezig else None,
        "stil": werk.ligt_stil(invoer),
        "terugformulier": formulier,
    }
    antwoord = render(request, "cijfers/invoer.html", context)
    if invoer.is_bezig and not context["stil"]:
        antwoord.headers["Refresh"] = str(VERS_S)
    return antwoord


def _blad(invoer: Cijferinvoer) -> Nakijkblad:
    bewaard = invoer.verslag or {}
    if "onleesbaar" in bewaard:
        return Nakijkblad(None, bewaard["onleesbaar"])
    return Nakijkblad(werk.uit_json(bewaard) if bewaard else None)


def _druk(request: Verzoek, invoer: Cijferinvoer, formulier: TerugneemFormulier) -> HttpResponse | None:
    """None: the page again. What does not fit how it stands by now does nothing, and the page says how it stands."""
    terug = redirect("cijferinvoer", invoer.pk)
    if "weg" in request.POST and invoer.stand == Stand.BEKEKEN and gooi_weg(invoer):
        messages.success(request, _("Het bestand is weg; er is niets veranderd."))
        return redirect("cijferinvoeren")
    if "terug" in request.POST and invoer.stand == Stand.OPGENOMEN:
        if not formulier.is_valid():
            return None
        werk.begin(pk=invoer.pk, van=Stand.OPGENOMEN, naar=Stand.TERUGNEMEN, reden=formulier.cleaned_data["reden"])
    elif "bewaar" in request.POST:
        werk.begin(pk=invoer.pk, van=Stand.BEKEKEN, naar=Stand.OPNEMEN)
    elif "opnieuw" in request.POST:
        werk.begin(pk=invoer.pk, van=Stand.BEKEKEN, naar=Stand.NAKIJKEN)
    elif "verder" in request.POST and werk.ligt_stil(invoer):
        werk.ga_verder(invoer)
    return terug


@require_safe
@deur(Doe.ZIEN, "cijferinvoer")
def sjabloon(request: Verzoek) -> HttpResponse:
    """Our template, with the codes of what may be handed in."""
    codes = Indicator.objects.filter(niet_van_toepassing=False, thema__isnull=False).values_list("code", flat=True)
    regels = [";".join(KOLOMMEN), *(f"GM0000;{code};2026;;;;;;netwerken;vast" for code in codes)]
    kop = {"Content-Disposition": 'attachment; filename="sjabloon-cijfers.csv"'}
    return HttpResponse("\r\n".join(regels).encode("utf-8-sig"), content_type="text/csv; charset=utf-8", headers=kop)
