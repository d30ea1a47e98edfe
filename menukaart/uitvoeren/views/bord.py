"""The board of a network, and one activity that is kept up to date."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekening.opstand import op_stand, rijen_van
from kennisplatform.tekening.stukken import stuk, vel_om
from menukaart.plan.keuzes import Uitvoerstand
from menukaart.plan.models import Buurtplan, Planactiviteit, Planversie
from menukaart.plan.plannen import plan_van
from menukaart.plan.stand import planstand
from menukaart.uitvoeren import herinneren
from menukaart.uitvoeren.bijhouden import houd_bij
from menukaart.uitvoeren.bord import Bordvak, maak_bord
from menukaart.uitvoeren.formulieren import VoortgangFormulier

SNEL = {Uitvoerstand.LOOPT, Uitvoerstand.KLAAR}  # what one press says; stopping needs a reason


@require_safe
@deur(Doe.ZIEN, "buurtplan")
def bord(request: Verzoek, buurt: Buurt) -> HttpResponse:
    plan = plan_van(buurt)
    context: dict[str, Any] = {"buurt": buurt, "plan": plan}
    if plan is not None:
        vandaag = timezone.localdate()
        mag_ = {
            "kan": mag(request.user, Doe.WIJZIGEN, buurt, "buurtplan"),
            "leidt": mag(request.user, Doe.BESLISSEN, buurt, "buurtplan"),
        }
        context["werk"] = op_stand(
            f"bord:{buurt.slug}:{sorted(mag_.items())}",
            lambda: planstand(plan, vandaag, rijen_van(Planversie, "plan", plan.pk, zonder=("inhoud",))),
            request,
            lambda sleutel: _teken_bord(context | mag_ | {"csrf_token": sleutel}, plan, vandaag),
        )
    return vel_om(request, "uitvoeren/bord.html", context)


def _teken_bord(context: dict[str, Any], plan: Buurtplan, vandaag: dt.date) -> str:
    """Kept by state as well: who changes one activity draws one section anew."""
    bord = maak_bord(plan, vandaag)
    vakken = [_vak(context, vak) for vak in bord.vakken if vak.rijen]
    erbij = {"bord": bord, "vakken": vakken, "vastgesteld": plan.versies.exists()}
    return render_to_string("uitvoeren/_bord.html", context | erbij)


def _vak(context: dict[str, Any], vak: Bordvak) -> SafeString:
    naam = f"bordvak:{context['buurt'].slug}:{vak.merk}:{context['kan']}:{get_language()}"
    return stuk(naam, lambda: render_to_string("uitvoeren/_vak.html", context | {"vak": vak}))


@require_POST
@deur(Doe.BESLISSEN, "buurtplan")
def herinneringen(request: Verzoek, buurt: Buurt) -> HttpResponse:
    """Letters about what is past its date: on or off, for the whole network."""
    aan = request.POST.get("aan") == "ja"
    herinneren.zet(buurt=buurt, aan=aan)
    messages.success(
        request,
        _("De kartrekkers krijgen hoogstens één mail per maand.") if aan else _("U krijgt hierover geen mail meer."),
    )
    return redirect("uitvoeren", buurt.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "buurtplan")
def activiteit(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    """How far it is, what was adapted, why it stopped, and what it really took."""
    with transaction.atomic():
        vergrendel(buurt)
        rij = get_object_or_404(
            Planactiviteit.objects.select_related("plan__buurt", "thema", "keuze"), plan__buurt=buurt, pk=pk
        )
        if (snel := request.POST.get("snel", "")) in SNEL:
            return _snel(request, rij, Uitvoerstand(snel))
        regels = list(rij.regels.order_by("jaar", "pk"))
        formulier = VoortgangFormulier(request.POST or None, activiteit=rij, regels=regels)
        if request.method == "POST" and formulier.is_valid():
            gegevens = formulier.cleaned_data
            nu = Uitvoerstand(gegevens["stand"])
            houd_bij(
                activiteit=rij,
                stand=nu,
                aangepast=gegevens["aangepast"],
                stopreden=gegevens["stopreden"],
                werkelijk=formulier.werkelijk(),
                door=request.user,
            )
            messages.success(request, _("Bewaard: %(wat)s, %(stand)s.") % {"wat": rij.titel, "stand": nu.label.lower()})
            return redirect(_terug(buurt, pk))
    context = {
        "buurt": buurt,
        "formulier": formulier,
        "activiteit": rij,
        "voortgang": rij.voortgang.select_related("door")[:50],
        "terug": _terug(buurt, pk),
    }
    return render(request, "uitvoeren/activiteit.html", context)


def _snel(request: Verzoek, rij: Planactiviteit, stand: Uitvoerstand) -> HttpResponse:
    """One press on the board. What it says already stays as it is; what somebody stopped is not set going by mistake."""
    if rij.stand == Uitvoerstand.GESTOPT:
        messages.info(request, _("‘%(wat)s’ is intussen gestopt. Kijk eerst waarom.") % {"wat": rij.titel})
    else:
        houd_bij(activiteit=rij, stand=stand, aangepast=rij.aangepast, door=request.user)
        messages.success(request, _("%(wat)s: %(stand)s.") % {"wat": rij.titel, "stand": stand.label.lower()})
    return redirect(_terug(rij.plan.buurt, rij.pk))


def _terug(buurt: Buurt, pk: int) -> str:
    return f"{reverse('uitvoeren', args=[buurt.slug])}#activiteit-{pk}"
