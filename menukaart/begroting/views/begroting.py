"""The budget as its network sees it: read, change a line, hand in, answer, take along as a spreadsheet and back."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
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
from kennisplatform.tekening.opstand import op_stand
from kennisplatform.tekening.stukken import vel_om
from menukaart.begroting import blad, indienen, inlezen, voorstel, werkblad
from menukaart.begroting.formulieren import BladFormulier, CommissieAntwoord, RegelFormulier
from menukaart.begroting.models import LOOPT, Commissievraag, Indiening
from menukaart.plan import plannen
from menukaart.plan.beelden import NogNietAf, haal_weg
from menukaart.plan.models import Begrotingsregel, Buurtplan, Planactiviteit, Tarief
from menukaart.plan.views.eerst_plan import met_plan
from menukaart.plan.views.rij import rijpagina

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@deur(Doe.ZIEN, "buurtplan")
def lezen(request: Verzoek, buurt: Buurt) -> HttpResponse:
    plan = plannen.plan_van(buurt)
    context: dict[str, Any] = {"buurt": buurt, "plan": plan}
    if plan is not None:
        laatste = Indiening.objects.filter(buurt=buurt).select_related("versie").defer("versie__inhoud").first()
        mag_ = {
            "kan": mag(request.user, Doe.WIJZIGEN, buurt, "buurtplan"),
            "indienen": mag(request.user, Doe.BESLISSEN, buurt, "buurtplan"),
        }
        loopt = bool(laatste and laatste.besluit in LOOPT)
        sturen = indienen.te_sturen(plan, laatste) if mag_["indienen"] else ""
        gegevens = context | mag_ | {"indiening": laatste, "loopt": loopt, "sturen": sturen}
        context["werk"] = op_stand(
            f"begroting:{buurt.slug}:{sorted(mag_.items())}:{sturen}",
            partial(blad.bladstand, plan, laatste),
            request,
            lambda sleutel: render_to_string(
                "begroting/_blad.html",
                gegevens | {"blad": blad.begrotingsblad(plan, laatste), "csrf_token": sleutel},
            ),
        )
    return vel_om(request, "begroting/begroting.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "buurtplan")
def nieuw(request: Verzoek, buurt: Buurt, activiteit: int) -> HttpResponse:
    rij = get_object_or_404(Planactiviteit.objects.select_related("plan__buurt"), plan__buurt=buurt, pk=activiteit)

    def maak() -> Begrotingsregel:
        regel = Begrotingsregel(activiteit=rij, jaar=max(rij.plan.van, rij.begin // 4))
        return voorstel.als_regel(regel, request.GET.get("menu", ""))

    kop = _("Kosten bij %(wat)s") % {"wat": rij.titel}
    nog = {"nog": _("Bewaar en zet er nog kosten bij")}
    return rijpagina(request, buurt, maak, RegelFormulier, kop=kop, terug=_terug(buurt, rij.pk), context=nog)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "buurtplan")
def regel(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    rij = _regel(buurt, pk)
    context = {"weg": reverse("begrotingsregel_weg", args=[buurt.slug, pk])}
    terug = _terug(buurt, rij.activiteit_id)
    kop = _("Kosten bij %(wat)s") % {"wat": rij.activiteit.titel}
    return rijpagina(
        request, buurt, partial(_met_tarief, request, buurt, pk), RegelFormulier, kop=kop, terug=terug, context=context
    )


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "buurtplan")
def weg(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    rij = _regel(buurt, pk)
    terug = _terug(buurt, rij.activiteit_id)
    if request.method == "POST":
        haal_weg(rij=rij)
        messages.success(request, _("Weggehaald uit de begroting."))
        return redirect(terug)
    return render(request, "plan/weg.html", {"buurt": buurt, "rij": rij, "terug": terug})


@require_POST
@deur(Doe.BESLISSEN, "buurtplan")
def dien_in(request: Verzoek, buurt: Buurt) -> HttpResponse:
    plan = get_object_or_404(Buurtplan.objects.select_related("buurt"), buurt=buurt)
    try:
        indienen.dien_in(plan=plan, door=request.user)
    except NogNietAf as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, _("Ingediend. De commissie leest deze versie; u hoort het als zij vragen heeft."))
        return redirect("netwerk", buurt.slug)  # where the next thing to do stands
    return redirect("begroting", buurt.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "buurtplan")
def antwoord(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    vragen = Commissievraag.objects.select_related("indiening__buurt", "antwoord_door")
    with transaction.atomic():
        if request.method == "POST":
            vergrendel(buurt)
        gesteld = get_object_or_404(vragen, indiening__buurt=buurt, indiening__besluit__in=LOOPT, pk=pk)
        formulier = CommissieAntwoord(request.POST or None, gesteld=gesteld)
        if request.method == "POST" and formulier.is_valid():
            indienen.antwoord(gesteld=gesteld, tekst=formulier.cleaned_data["tekst"], door=request.user)
            messages.success(
                request,
                _("Uw antwoord staat bij de vraag. Alles beantwoord? Dan kan de begroting opnieuw naar de commissie."),
            )
            return redirect("begroting", buurt.slug)
    context = {"kop": gesteld.over or _("Vraag van de commissie"), "citaat": gesteld.tekst, "terug": _terug(buurt)}
    return render(request, "plan/rij.html", {"buurt": buurt, "formulier": formulier, **context})


@require_safe
@deur(Doe.ZIEN, "buurtplan")
@met_plan
def excel(request: Verzoek, plan: Buurtplan) -> HttpResponse:
    antwoord = HttpResponse(werkblad.maak(plan), content_type=XLSX)
    antwoord["Content-Disposition"] = f'attachment; filename="begroting-{plan.buurt.slug}.xlsx"'
    return antwoord


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "buurtplan")
@met_plan
def lees_in(request: Verzoek, plan: Buurtplan) -> HttpResponse:
    """First what would change, row by row; then, by a second press, that it changes."""
    buurt = plan.buurt
    formulier = BladFormulier(request.POST or None, request.FILES or None)
    context = {"buurt": buurt, "formulier": formulier, "terug": _terug(buurt)}
    if request.method == "POST" and "voer_in" in request.POST:
        if (gedaan := inlezen.voer_in(plan=plan, tekst=request.POST.get("blad", ""), door=request.user)) is not None:
            tekst = ngettext("Eén regel bijgewerkt.", "%(n)s regels bijgewerkt.", gedaan)
            messages.success(request, tekst % {"n": gedaan})
            return redirect("begroting", buurt.slug)
        messages.error(request, _("De begroting veranderde intussen. Kies het bestand nog een keer."))
    elif request.method == "POST" and formulier.is_valid():
        voorstel, fout = inlezen.lees(plan, formulier.cleaned_data["bestand"].read())
        context |= {"voorstel": voorstel, "blad": inlezen.als_tekst(voorstel) if voorstel else ""}
        if fout:
            formulier.add_error("bestand", fout)
    return render(request, "begroting/inlezen.html", context)


def _regel(buurt: Buurt, pk: int) -> Begrotingsregel:
    rij = Begrotingsregel.objects.select_related("activiteit__plan__buurt", "door")
    return get_object_or_404(rij, activiteit__plan__buurt=buurt, pk=pk)


def _met_tarief(request: Verzoek, buurt: Buurt, pk: int) -> Begrotingsregel:
    """The line; with a newer rate already filled in, for who came to take it over. Nothing is kept until it is saved."""
    rij = _regel(buurt, pk)
    wens = request.GET.get("tarief", "")
    if request.method == "GET" and wens.isdecimal() and len(wens) < 10:
        tarief = Tarief.objects.filter(pk=wens).first()
        if tarief:
            rij.tarief, rij.prijs = tarief, tarief.prijs
    return rij


def _terug(buurt: Buurt, activiteit: int = 0) -> str:
    adres = reverse("begroting", args=[buurt.slug])
    return f"{adres}#activiteit-{activiteit}" if activiteit else adres
