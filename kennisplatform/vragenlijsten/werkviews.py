"""In the workspace: a network starts a round, gets its link, code and poster, closes it and reads what was said."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kennisplatform.cijfers.klein import GRENS
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.vragenlijsten import ronden
from kennisplatform.vragenlijsten.formulieren import Rondeformulier
from kennisplatform.vragenlijsten.lijsten import TALEN, lijsten, woorden
from kennisplatform.vragenlijsten.models import Vragenronde
from kennisplatform.vragenlijsten.uitslag import naast_elkaar


def _ronde(buurt: Buurt, pk: int) -> Vragenronde:
    return get_object_or_404(Vragenronde.objects.filter(buurt=buurt).select_related("buurt"), pk=pk)


def _link(request: Verzoek, ronde: Vragenronde) -> str:
    return request.build_absolute_uri(reverse("vragen_invullen", args=[ronde.code]))


@require_safe
@deur(Doe.ZIEN, "vragenronde")
def lijst(request: Verzoek, buurt: Buurt) -> HttpResponse:
    rij = [(ronde, lijsten().get(ronde.lijst)) for ronde in Vragenronde.objects.filter(buurt=buurt)]
    context = {
        "buurt": buurt,
        "ronden": [(ronde, soort.naam if soort else ronde.lijst) for ronde, soort in rij],
        "kan": mag(request.user, Doe.MAKEN, buurt, "vragenronde"),
        "grens": GRENS,
    }
    return render(request, "vragenlijsten/lijst.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "vragenronde")
def nieuw(request: Verzoek, buurt: Buurt) -> HttpResponse:
    formulier = Rondeformulier(request.POST if request.method == "POST" else None)
    if request.method == "POST" and formulier.is_valid():
        try:
            ronde = ronden.begin(buurt=buurt, door=request.user, **formulier.cleaned_data)
        except Bezwaar as bezwaar:
            formulier.add_error("lijst", str(bezwaar))
        else:
            messages.success(request, _("De vragenlijst staat open. Deel de link of hang de poster op."))
            return redirect("vragenronde", buurt.slug, ronde.pk)
    context = {"buurt": buurt, "formulier": formulier, "lijsten": list(lijsten().values())}
    return render(request, "vragenlijsten/nieuw.html", context)


@require_safe
@deur(Doe.ZIEN, "vragenronde")
def een(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    ronde = _ronde(buurt, pk)
    context = {
        "buurt": buurt,
        "ronde": ronde,
        "lijst": lijsten().get(ronde.lijst),
        "link": _link(request, ronde),
        "uitslagen": [] if ronde.is_open else naast_elkaar(ronde),
        "kan_sluiten": ronde.is_open and mag(request.user, Doe.BEEINDIGEN, buurt, "vragenronde"),
        "grens": GRENS,
        "genoeg": ronde.mensen >= GRENS,
    }
    return render(request, "vragenlijsten/ronde.html", context)


@require_POST
@deur(Doe.BEEINDIGEN, "vragenronde")
def sluiten(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    ronden.sluit(ronde=_ronde(buurt, pk), door=request.user)
    messages.success(request, _("De vragenlijst is gesloten. Hieronder staat wat er gezegd is."))
    return redirect("vragenronde", buurt.slug, pk)


@require_safe
@deur(Doe.ZIEN, "vragenronde")
def poster(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    ronde = _ronde(buurt, pk)
    context = {
        "buurt": buurt,
        "ronde": ronde,
        "link": _link(request, ronde),
        "kort": request.build_absolute_uri(reverse("vragen_code")),
        "talen": [(taal, "rtl" if taal == "ar" else "ltr", woorden(taal)) for taal in TALEN],
    }
    return render(request, "vragenlijsten/poster.html", context)
