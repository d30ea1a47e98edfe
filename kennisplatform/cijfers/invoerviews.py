"""Files of figures for the team: look first, then take in, and take back as a whole."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kennisplatform.cijfers.formulieren import CijferbestandFormulier, TerugneemFormulier
from kennisplatform.cijfers.invoer.lezing import Onleesbaar, Opdracht
from kennisplatform.cijfers.invoer.opnemen import Invoerverslag, Terugbezwaar, neem_op, neem_terug
from kennisplatform.cijfers.invoer.sjabloon import KOLOMMEN
from kennisplatform.cijfers.models import Cijferinvoer, Indicator
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe

TOON = 100  # files in the list


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
        return redirect("cijferinvoer", invoer.pk)
    invoeren_ = Cijferinvoer.objects.select_related("bron", "door").defer("rauw")[:TOON]
    return render(request, "cijfers/invoeren.html", {"formulier": formulier, "invoeren": invoeren_})


@dataclass(frozen=True)
class Nakijkblad:
    verslag: Invoerverslag | None
    onleesbaar: str = ""

    @property
    def kan_op(self) -> bool:
        return bool(self.verslag and not self.verslag.aantal_fouten and self.verslag.verandert_iets)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "cijferinvoer")
def een(request: Verzoek, pk: int) -> HttpResponse:
    invoer = get_object_or_404(Cijferinvoer.objects.select_related("bron", "door"), pk=pk)
    wacht = invoer.stand == Cijferinvoer.Stand.BEKEKEN and invoer.rauw is not None
    if request.method == "POST" and "terug" in request.POST:
        return _terug(request, invoer)
    if request.method == "POST" and wacht and "weg" in request.POST:
        invoer.delete()
        messages.success(request, _("Het bestand is weg; er is niets veranderd."))
        return redirect("cijferinvoeren")
    neemt_op = request.method == "POST" and wacht and "bewaar" in request.POST
    blad = _kijk(invoer, neemt_op=neemt_op) if wacht else Nakijkblad(None)
    if neemt_op and blad.verslag and blad.verslag.geschreven:
        messages.success(request, _opgenomen(blad.verslag))
        return redirect("cijferinvoer", invoer.pk)
    context = {"invoer": invoer, "blad": blad, "wacht": wacht, "terugformulier": TerugneemFormulier()}
    return render(request, "cijfers/invoer.html", context)


def _opgenomen(verslag: Invoerverslag) -> str:
    if verslag.vastgelegd.nieuw or verslag.vastgelegd.gecorrigeerd:
        return _("Opgenomen. De pagina’s van de buurten tonen de nieuwe cijfers.")
    return _("Opgenomen: alleen namen van gebieden. Er stond geen cijfer in dat wij kennen.")


def _kijk(invoer: Cijferinvoer, *, neemt_op: bool) -> Nakijkblad:
    opdracht = Opdracht(invoer.bestand, invoer.bron.code, invoer.periode, invoer.groep)
    try:
        return Nakijkblad(neem_op(bytes(invoer.rauw or b""), opdracht, proef=not neemt_op, invoer=invoer))
    except Onleesbaar as fout:
        return Nakijkblad(None, str(fout))


def _terug(request: Verzoek, invoer: Cijferinvoer) -> HttpResponse:
    formulier = TerugneemFormulier(request.POST)
    if not formulier.is_valid():
        context = {"invoer": invoer, "blad": Nakijkblad(None), "wacht": False, "terugformulier": formulier}
        return render(request, "cijfers/invoer.html", context)
    try:
        aantal = neem_terug(invoer=invoer, door=request.user, reden=formulier.cleaned_data["reden"])
    except Terugbezwaar as bezwaar:
        messages.error(request, str(bezwaar))
    else:
        messages.success(request, _("%(n)s cijfers teruggenomen; wat ervoor gold, geldt weer.") % {"n": aantal})
    return redirect("cijferinvoer", invoer.pk)


@require_safe
@deur(Doe.ZIEN, "cijferinvoer")
def sjabloon(request: Verzoek) -> HttpResponse:
    """Our template, with the codes of what may be handed in."""
    codes = Indicator.objects.filter(niet_van_toepassing=False, thema__isnull=False).values_list("code", flat=True)
    regels = [";".join(KOLOMMEN), *(f"GM0000;{code};2026;;;;;;netwerken;vast" for code in codes)]
    kop = {"Content-Disposition": 'attachment; filename="sjabloon-cijfers.csv"'}
    return HttpResponse("\r\n".join(regels).encode("utf-8-sig"), content_type="text/csv; charset=utf-8", headers=kop)
