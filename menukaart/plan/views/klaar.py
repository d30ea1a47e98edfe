"""Is the plan ready? Whom it reaches, what it asks beside what is there, and one press for what is missing."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekening.afdruk import afdruk
from kennisplatform.tekening.opstand import van_kamers
from kennisplatform.tekening.stukken import vel_om
from menukaart.kiezen.keuzelijst import INTUSSEN_GEANTWOORD, wat_er_is
from menukaart.kiezen.keuzes import Beschikbaar
from menukaart.kiezen.models import Keuze
from menukaart.plan import regelen
from menukaart.plan.klaarheid import Klaarblad, Klaarrij, Vraagpunt, klaarblad
from menukaart.plan.models import Buurtplan
from menukaart.plan.regelen import te_regelen
from menukaart.plan.views.eerst_plan import met_plan


@require_safe
@deur(Doe.ZIEN, "buurtplan")
@met_plan
def lezen(request: Verzoek, plan: Buurtplan) -> HttpResponse:
    """Kept by what stands there, for all who may do the same."""
    buurt, kan = plan.buurt, mag(request.user, Doe.WIJZIGEN, plan.buurt, "buurtplan")
    teken, erbij = partial(_klaar, request, plan, kan), afdruk(buurt, plan)
    werk = van_kamers("plan_klaar", buurt.pk, request, teken, naam=str(kan), erbij=erbij)
    return vel_om(request, "plan/klaar.html", {"buurt": buurt, "plan": plan, "werk": werk})


def _klaar(request: Verzoek, plan: Buurtplan, kan: bool, sleutel: str) -> str:
    blad, buurt = klaarblad(plan), plan.buurt
    lens = blad.lens.blik if blad.lens else None
    op_lijst = set(Keuze.objects.filter(buurt=buurt).values_list("pagina_id", flat=True)) if lens else set()
    context = {
        "request": request,
        "csrf_token": sleutel,
        "buurt": buurt,
        "plan": plan,
        "blad": blad,
        "lens": lens,
        "erbij": [k for k in lens.ander if k.pk not in op_lijst] if lens else [],
        "kan": kan,
        "beschikbaar": Beschikbaar.choices,
    }
    return render_to_string("plan/_klaar.html", context)


@require_POST
@deur(Doe.WIJZIGEN, "buurtplan")
def bewaren(request: Verzoek, buurt: Buurt) -> HttpResponse:
    """Whatever button was pressed, what was chosen in the form is kept first."""
    plan = get_object_or_404(Buurtplan.objects.select_related("buurt"), buurt=buurt)
    botst = _bewaar_antwoorden(request, klaarblad(plan), buurt)
    blad = klaarblad(plan)
    if botst:
        messages.warning(request, INTUSSEN_GEANTWOORD)
    if (sleutel := request.POST.get("activiteit", "")) and (gevonden := _vind(blad, sleutel)):
        rij, soort, punt = gevonden
        nieuw = regelen.regel_als_activiteit(voor=rij.activiteit, wat=punt.wat, soort=soort, door=request.user)
        messages.success(request, _("Staat als activiteit in het plan. Schrijf er nog bij wie het trekt."))
        return redirect("planactiviteit", buurt.slug, nieuw.pk)
    if "afspraken" in request.POST:
        teksten = [te_regelen(r.activiteit.titel, p.wat) for r in blad.rijen for p in r.punten if p.mist]
        aantal = regelen.regel_als_afspraak(buurt=buurt, teksten=teksten, door=request.user)
        tekst = ngettext(
            "%(n)s afspraak staat nu op de lijst. Schrijf er nog bij wie het doet.",
            "%(n)s afspraken staan nu op de lijst. Schrijf er nog bij wie ze doet.",
            aantal,
        )
        messages.success(request, tekst % {"n": aantal})
        return redirect("afspraken", buurt.slug)
    if not botst:
        messages.success(request, _("Bewaard."))
    return redirect("plan_klaar", buurt.slug)


def _bewaar_antwoorden(request: Verzoek, blad: Klaarblad, buurt: Buurt) -> bool:
    """What the form did not name stays as it was. True: somebody else answered one of them otherwise meanwhile."""
    antwoorden = []
    for rij in blad.rijen:
        if rij.keuze is None:
            continue
        vragen = [(punt.sleutel, punt.wat) for punt in rij.punten]
        nieuw, gezien = (wat_er_is(request.POST, vragen, begin) for begin in ("er_", "was_"))
        antwoorden.append((rij.keuze, nieuw, gezien))
    return regelen.zeg_wat_er_is(buurt=buurt, antwoorden=antwoorden, door=request.user)


def _vind(blad: Klaarblad, sleutel: str) -> tuple[Klaarrij, str, Vraagpunt] | None:
    """The row, what kind of thing is asked there, and what."""
    alle = ((rij, soort, punt) for rij in blad.rijen for soort, groep in rij.groepen for punt in groep)
    return next((drie for drie in alle if drie[2].sleutel == sleutel), None)
