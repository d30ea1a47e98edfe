"""The buurtplan: the page, its themes and activities, what is measured, laying it down."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekening.opstand import op_stand, rijen_van
from kennisplatform.tekening.stukken import vel_om
from menukaart.kiezen.models import Keuze
from menukaart.plan import bevriezen, meetkalender, meten, overzicht, plannen
from menukaart.plan.beelden import NogNietAf, haal_weg
from menukaart.plan.formulieren import (
    ActiviteitFormulier,
    PlanFormulier,
    ThemaAntwoord,
    ThemaFormulier,
)
from menukaart.plan.klaarheid import lens_van
from menukaart.plan.kwartalen import dit_kwartaal
from menukaart.plan.lezen import gelezen
from menukaart.plan.models import Buurtplan, Planactiviteit, Planthema, Planversie
from menukaart.plan.stand import planstand
from menukaart.plan.views.eerst_plan import met_plan
from menukaart.plan.views.rij import rijpagina

VERSIES = 10  # the last ones on the page


@require_safe
@deur(Doe.ZIEN, "buurtplan")
def lezen(request: Verzoek, buurt: Buurt) -> HttpResponse:
    plan = plannen.plan_van(buurt)
    mag_ = {
        "kan": mag(request.user, Doe.WIJZIGEN, buurt, "buurtplan"),
        "vaststellen": mag(request.user, Doe.BESLISSEN, buurt, "buurtplan"),
        "antwoorden": mag(request.user, Doe.BESLISSEN, "themareden"),
    }
    context: dict[str, Any] = {"buurt": buurt, "plan": plan, **mag_}
    if plan is not None:
        context["werk"] = op_stand(
            f"plan:{buurt.slug}:{sorted(mag_.items())}",
            partial(_planstand, plan),
            request,
            lambda sleutel: render_to_string("plan/_plan.html", _gegevens(plan) | context | {"csrf_token": sleutel}),
        )
    return vel_om(request, "plan/plan.html", context)


def _planstand(plan: Buurtplan) -> str:
    """With what was laid down, and what was chosen."""
    versies = rijen_van(Planversie, "plan", plan.pk, zonder=("inhoud",))
    return planstand(plan, versies, rijen_van(Keuze, "buurt", plan.buurt_id))


def _gegevens(plan: Buurtplan) -> dict[str, object]:
    """What the page of a plan shows, of everybody."""
    blad = overzicht.planblad(plan)
    return {
        "blad": blad,
        "lens": lens_van(blad),
        "gekozen": plannen.nog_niet_in_plan(plan),
        "themas": [(blok.thema.code, blok.thema.label) for blok in blad.blokken],
        "versies": list(plan.versies.select_related("door").defer("inhoud")[:VERSIES]),
    }


@require_POST
@deur(Doe.WIJZIGEN, "buurtplan")
def beginnen(request: Verzoek, buurt: Buurt) -> HttpResponse:
    plannen.begonnen_plan(buurt=buurt)
    return redirect("buurtplan", buurt.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "buurtplan")
def jaren(request: Verzoek, buurt: Buurt) -> HttpResponse:
    with transaction.atomic():
        if request.method == "POST":
            vergrendel(buurt)
        formulier = PlanFormulier(request.POST or None, instance=get_object_or_404(Buurtplan, buurt=buurt))
        if request.method == "POST" and formulier.is_valid():
            formulier.save()
            messages.success(request, _("Bewaard."))
            return redirect("buurtplan", buurt.slug)
    context = {"buurt": buurt, "formulier": formulier, "kop": _("Jaren van het plan"), "terug": _terug(buurt)}
    return render(request, "plan/rij.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "buurtplan")
def thema(request: Verzoek, buurt: Buurt, code: str) -> HttpResponse:
    """The aim of a theme, or why it is left; and the activities of the standard programme, to take over."""
    rij = _thema(buurt, code)
    if request.method == "POST" and any(request.POST.getlist("neem")):  # whichever button: nothing ticked is lost
        gekozen = [a for a in rij.thema.activiteiten.filter(live=True) if str(a.pk) in request.POST.getlist("neem")]
        aantal = plannen.neem_standaard(plan=rij.plan, activiteiten=gekozen, door=request.user)
        tekst = ngettext("%(n)s activiteit staat nu in het plan.", "%(n)s activiteiten staan nu in het plan.", aantal)
        messages.success(request, tekst % {"n": aantal})
    in_plan = set(rij.plan.activiteiten.filter(thema=rij.thema).values_list("standaard_id", flat=True))
    context = {
        "sjabloon_onder": "plan/_standaard.html",
        "standaard": [(a, a.pk in in_plan) for a in rij.thema.activiteiten.filter(live=True)],
        "thema": rij.thema,
    }
    return rijpagina(
        request,
        buurt,
        partial(_thema, buurt, code),
        ThemaFormulier,
        kop=rij.thema.label,
        terug=f"{_terug(buurt)}#{code}",
        context=context,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "buurtplan")
def activiteit_nieuw(request: Verzoek, buurt: Buurt, code: str) -> HttpResponse:
    rij = _thema(buurt, code)
    plan = rij.plan

    def maak() -> Planactiviteit:
        return Planactiviteit(
            plan=plan, thema=rij.thema, begin=plannen.begint_nu(plan), eind=plan.tot * 4 + 3, herkomst="eigen"
        )

    kop = _("Nieuwe activiteit bij %(thema)s") % {"thema": rij.thema.label}
    terug = f"{_terug(buurt)}#{code}"
    return rijpagina(request, buurt, maak, ActiviteitFormulier, kop=kop, terug=terug, gedaan=_("Staat in het plan."))


@require_POST
@deur(Doe.WIJZIGEN, "buurtplan")
def keuze(request: Verzoek, buurt: Buurt) -> HttpResponse:
    """What was chosen becomes an activity of a theme."""
    thema, wens = request.POST.get("thema", ""), request.POST.get("keuze", "")
    rij = Planthema.objects.select_related("plan__buurt", "thema").filter(plan__buurt=buurt, thema__code=thema).first()
    keuzes = plannen.nog_niet_in_plan(rij.plan) if rij else []
    gevonden = next((k for k in keuzes if str(k.keuze) == wens), None)
    if gevonden is None or rij is None:
        messages.info(request, _("Deze keuze staat al in het plan, of is er niet meer."))
        return redirect(_terug(buurt))
    nieuw = plannen.neem_keuze(plan=rij.plan, keuze=gevonden, thema=rij.thema, door=request.user)
    messages.success(request, _("Staat in het plan. Schrijf er nog bij wie het trekt en wanneer."))
    return redirect("planactiviteit", buurt.slug, nieuw.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "buurtplan")
def activiteit(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    context = {"weg": reverse("planactiviteit_weg", args=[buurt.slug, pk])}
    return rijpagina(
        request,
        buurt,
        partial(_activiteit, buurt, pk),
        ActiviteitFormulier,
        kop=_("Activiteit"),
        terug=f"{_terug(buurt)}#activiteit-{pk}",
        context=context,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "buurtplan")
def activiteit_weg(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    rij = _activiteit(buurt, pk)
    if request.method == "POST":
        haal_weg(rij=rij)
        messages.success(request, _("Weggehaald uit het plan, met de regels van de begroting."))
        return redirect(_terug(buurt))
    return render(request, "plan/weg.html", {"buurt": buurt, "rij": rij, "terug": _terug(buurt)})


@require_safe
@deur(Doe.ZIEN, "buurtplan")
@met_plan
def monitoring(request: Verzoek, plan: Buurtplan) -> HttpResponse:
    """Which indicators follow from what was chosen, where the figures come from, who fetches them and when."""
    buurt, nu = plan.buurt, dit_kwartaal(plan.van, plan.tot)

    def teken(_sleutel: str) -> str:
        blokken = meten.monitoringplan(plan)
        context = {"buurt": buurt, "blokken": blokken, "kalender": meetkalender.kalender(blokken), "nu": nu}
        return render_to_string("plan/_meten.html", context)

    werk = op_stand(f"meten:{buurt.slug}:{nu}", partial(planstand, plan), request, teken)
    return vel_om(request, "plan/meten.html", {"buurt": buurt, "werk": werk})


@require_POST
@deur(Doe.BESLISSEN, "buurtplan")
def vaststellen(request: Verzoek, buurt: Buurt) -> HttpResponse:
    """A version after the first asks a tick: it goes to the committee, and past everybody who signed, once more."""
    plan = get_object_or_404(Buurtplan, buurt=buurt)
    eerder = plan.versies.first()
    if eerder is not None and "zeker" not in request.POST:
        messages.error(request, _("Zet eerst het vinkje: er komt een nieuwe versie, die opnieuw akkoord moet krijgen."))
        return redirect(_terug(buurt))
    try:
        versie = plannen.stel_plan_vast(plan=plan, door=request.user)
    except NogNietAf as fout:
        messages.error(request, str(fout))
    else:
        gelijk = eerder is not None and eerder.pk == versie.pk
        tekst = (
            _("Er veranderde niets: versie %(n)s blijft gelden.")
            if gelijk
            else _("Het buurtplan is vastgesteld: versie %(n)s.")
        )
        messages.success(request, tekst % {"n": versie.nummer})
        return redirect("netwerk", buurt.slug)  # where the next thing to do stands
    return redirect(_terug(buurt))


@require_safe
@deur(Doe.ZIEN, "buurtplan")
def planversie(request: HttpRequest, buurt: Buurt, nummer: int) -> HttpResponse:
    gevraagd = get_object_or_404(Planversie.objects.select_related("door"), plan__buurt=buurt, nummer=nummer)
    context = {
        "buurt": buurt,
        "versie": gevraagd,
        "gelezen": gelezen(gevraagd),
        "vieren": bevriezen.in_vieren(gevraagd.vingerafdruk),
    }
    return render(request, "plan/planversie.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.BESLISSEN, "themareden")
def antwoord(request: Verzoek, buurt: Buurt, code: str) -> HttpResponse:
    """The team answers to a theme that is left out."""
    with transaction.atomic():
        if request.method == "POST":
            vergrendel(buurt)
        rij = _thema(buurt, code)
        formulier = ThemaAntwoord(request.POST or None, rij=rij)
        if request.method == "POST" and formulier.is_valid():
            plannen.antwoord_op_thema(rij=rij, antwoord=formulier.cleaned_data["antwoord"], door=request.user)
            messages.success(request, _("Uw antwoord staat bij het thema."))
            return redirect(f"{_terug(buurt)}#{code}")
    kop = _("%(thema)s: nu niet") % {"thema": rij.thema.label}
    context = {"buurt": buurt, "formulier": formulier, "kop": kop, "terug": _terug(buurt), "citaat": rij.reden}
    return render(request, "plan/rij.html", context)


def _thema(buurt: Buurt, code: str) -> Planthema:
    rij = Planthema.objects.select_related("plan__buurt", "thema", "door")
    return get_object_or_404(rij, plan__buurt=buurt, thema__code=code)


def _activiteit(buurt: Buurt, pk: int) -> Planactiviteit:
    rij = Planactiviteit.objects.select_related("plan__buurt", "thema", "door")
    return get_object_or_404(rij, plan__buurt=buurt, pk=pk)


def _terug(buurt: Buurt) -> str:
    return reverse("buurtplan", args=[buurt.slug])
