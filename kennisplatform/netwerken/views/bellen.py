"""Whom residents can call: written by who leads the network."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.netwerken import bewoners
from kennisplatform.netwerken.bewonersformulieren import Belkaartformulier


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "belkaart")
def wijzigen(request: Verzoek, buurt: Buurt) -> HttpResponse:
    formulier = Belkaartformulier(request.POST or None, kaart=bewoners.belkaart(buurt))
    if request.method == "POST" and formulier.is_valid():
        bewoners.bewaar_belkaart(
            buurt=buurt,
            regels=formulier.cleaned_data["regels"],
            postcodes=formulier.cleaned_data["postcodes"],
            door=request.user,
        )
        messages.success(request, _("Bewaard. Bewoners zien dit nu op de pagina van de buurt."))
        return redirect("netwerk", buurt.slug)
    return render(request, "netwerken/bellen.html", {"buurt": buurt, "formulier": formulier})
