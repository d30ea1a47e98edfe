"""'Zo werken wij hier': read, write, confirm, earlier versions."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.models import Buurt, Lidmaatschap
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.netwerken import werkwijzen
from kennisplatform.netwerken.formulieren import WerkwijzeFormulier
from kennisplatform.netwerken.models import DELEN, Werkwijze
from kennisplatform.netwerken.werkwijzen import WerkwijzeIngehaald


@require_safe
@deur(Doe.ZIEN, "werkwijze")
def lezen(request: HttpRequest, buurt: Buurt, nummer: int = 0) -> HttpResponse:
    huidige = werkwijzen.huidige(buurt)
    gevraagd = get_object_or_404(Werkwijze, buurt=buurt, nummer=nummer) if nummer else huidige
    context = {
        "buurt": buurt,
        "werkwijze": gevraagd,
        "oud": bool(nummer and huidige and nummer != huidige.nummer),
        "versies": Werkwijze.objects.filter(buurt=buurt).select_related("door")[:20],
        "leden": Lidmaatschap.objects.lopend()
        .filter(buurt=buurt, persoon__isnull=False)
        .select_related("persoon")
        .op_rol(),
        "kan": mag(request.user, Doe.WIJZIGEN, buurt, "werkwijze"),
        "delen": [kop for kop, _uitleg in DELEN.values()],
    }
    return render(request, "netwerken/werkwijze.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "werkwijze")
def wijzigen(request: Verzoek, buurt: Buurt) -> HttpResponse:
    huidige = werkwijzen.huidige(buurt)
    formulier = WerkwijzeFormulier(
        request.POST or None, huidige=huidige, schrijvers=werkwijzen.schrijvers(buurt) if request.POST else None
    )
    if request.method == "POST" and formulier.is_valid():
        delen = {veld: formulier.cleaned_data[veld] for veld in DELEN}
        try:
            werkwijzen.bewaar(buurt=buurt, delen=delen, gezien=int(formulier.stand), door=request.user)
        except WerkwijzeIngehaald:  # between the look above and the lock: the form says it like any other overtaking
            formulier = WerkwijzeFormulier(
                request.POST, huidige=(huidige := werkwijzen.huidige(buurt)), schrijvers=werkwijzen.schrijvers(buurt)
            )
            formulier.is_valid()
        else:
            messages.success(request, _("Bewaard. Dit is nu de versie die nieuwe collega's lezen."))
            return redirect("werkwijze", buurt.slug)
    return render(request, "netwerken/werkwijze_wijzigen.html", {"buurt": buurt, "formulier": formulier})


@require_POST
@deur(Doe.WIJZIGEN, "werkwijze")
def bevestigen(request: Verzoek, buurt: Buurt) -> HttpResponse:
    gezien = request.POST.get("nummer", "")
    try:
        werkwijzen.bevestig(
            buurt=buurt, gezien=int(gezien) if gezien.isdecimal() and len(gezien) < 9 else 0, door=request.user
        )
        messages.success(request, _("Dank u. Hier staat nu dat het vandaag nog klopte."))
    except WerkwijzeIngehaald:
        messages.error(request, _("Er is intussen een nieuwere versie. Lees die eerst."))
    except Werkwijze.DoesNotExist:
        messages.error(request, _("Er staat nog niets om te bevestigen."))
    return redirect("werkwijze", buurt.slug)
