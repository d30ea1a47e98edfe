"""The small profile of a neighbourhood: the six answers, kept by its network."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kennisplatform.basis.keuzes import Sesklasse
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from menukaart.kiezen import profielen
from menukaart.kiezen.opmaat.kandidaten import kandidaten, woorden
from menukaart.kiezen.opmaat.profiel import Antwoorden


@require_http_methods(["GET", "HEAD"])
@deur(Doe.ZIEN, "keuze")
def profiel(request: Verzoek, buurt: Buurt) -> HttpResponse:
    """With answers in the address: those, to be kept. Else what is kept."""
    nieuw = Antwoorden.uit_get(request.GET)
    bewaard = profielen.van(buurt)
    antwoorden = bewaard.antwoorden if nieuw.leeg and bewaard else nieuw
    context = {
        "buurt": buurt,
        "antwoorden": antwoorden,
        "te_bewaren": not nieuw.leeg and mag(request.user, Doe.WIJZIGEN, buurt, "keuze"),
        "bewaard": bewaard,
        "rijen": _in_woorden(antwoorden),
        "krachten": bewaard.krachten if bewaard else "",
    }
    return render(request, "kiezen/profiel.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "keuze")
def profiel_bewaren(request: Verzoek, buurt: Buurt) -> HttpResponse:
    if request.method == "POST":
        antwoorden = Antwoorden.uit_get(request.POST)
        krachten = request.POST.get("krachten", "")[:1000]
        profielen.bewaar(buurt=buurt, antwoorden=antwoorden, krachten=krachten, door=request.user)
        messages.success(request, _("Het profiel van uw buurt is bewaard."))
    return redirect("buurtprofiel", buurt.slug)


def _in_woorden(a: Antwoorden) -> list[tuple[str, str]]:
    """What was answered; what was not is said as not known."""
    w, titels = woorden(), {k.slug: k.titel for k in kandidaten()}
    onbekend = _("Niet ingevuld")
    paren = (
        (_("Komt het eerst"), [w.uitdaging.get(c, c) for c in a.eerst]),
        (_("Ook belangrijk"), [w.uitdaging.get(c, c) for c in a.ook]),
        (_("Voor wie"), [w.doelgroep.get(c, c) for c in a.voor]),
        (_("Wie er is"), [w.mens.get(c, c) for c in a.mensen]),
        (_("Uren per week"), [str(a.uren)] if a.uren is not None else []),
        (_("SES-klasse"), [str(Sesklasse(a.ses).label)] if a.ses else []),
        (_("Loopt al"), [titels.get(s, s) for s in a.loopt]),
    )
    return [(naam, ", ".join(waarden) or onbekend) for naam, waarden in paren]
