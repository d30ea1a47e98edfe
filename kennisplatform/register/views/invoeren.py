"""Bringing in a list of neighbourhoods: look, mend on the spot, then write."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.register import vastleggen
from kennisplatform.register.formulieren import InvoerFormulier
from kennisplatform.register.invoer import KOLOMMEN

TOON = 200  # rows on the screen; faults and doubts are always shown


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "register")
def invoeren(request: Verzoek) -> HttpResponse:
    formulier = InvoerFormulier(request.POST or None, request.FILES or None)
    rijen = formulier.rijen if request.method == "POST" and formulier.is_valid() else []
    fout = [rij for rij in rijen if rij.fouten]
    if rijen and not fout and "bewaar" in request.POST and "bestand" not in request.FILES:
        nieuw, anders = vastleggen.voer_in(rijen=rijen, door=request.user)
        messages.success(
            request, _("Klaar: %(nieuw)s nieuwe buurten, %(anders)s bijgewerkt.") % {"nieuw": nieuw, "anders": anders}
        )
        return redirect("register")
    let_op = [rij for rij in rijen if rij.let_op and not rij.fouten]
    goed = [rij for rij in rijen if not rij.let_op and not rij.fouten]
    context = {
        "formulier": formulier,
        "rijen": fout + let_op + goed[:TOON],
        "aantal": len(rijen),
        "fout": len(fout),
        "let_op": len(let_op),
        "kolommen": KOLOMMEN,
        "meer": max(0, len(goed) - TOON),
    }
    return render(request, "register/invoeren.html", context)
