"""All lines of a budget on one screen, and one press that keeps them."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekening.opstand import op_stand
from kennisplatform.tekening.stukken import vel_om
from menukaart.begroting import rooster as roosters
from menukaart.begroting.roosterpatroon import teken_wat_staat
from menukaart.plan.models import Buurtplan
from menukaart.plan.views.eerst_plan import met_plan


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "buurtplan")
@met_plan
def rooster(request: Verzoek, plan: Buurtplan) -> HttpResponse:
    """`erbij`: the press that only asks for one line more; what was typed comes back, and nothing is kept yet."""
    buurt = plan.buurt
    if request.method != "POST" and not request.GET.get("bij"):
        stand = partial(roosters.roosterstand, plan)
        werk = op_stand(f"rooster:{buurt.slug}", stand, request, partial(_zoals_het_staat, request, plan))
        return vel_om(request, "begroting/rooster.html", {"buurt": buurt, "werk": werk})
    with transaction.atomic():
        if request.method == "POST":
            vergrendel(buurt)
        blad = roosters.rooster(plan)
        if request.method == "POST":
            roosters.vul_in(blad, request.POST)
            if "erbij" not in request.POST and not blad.fouten and not blad.meldingen:
                bewaard, weg = roosters.bewaar(blad, request.user)
                messages.success(request, _gedaan(bewaard, weg))
                return redirect("begroting", buurt.slug)
    nieuw = ""
    wens = request.POST.get("erbij", "") or request.GET.get("bij", "")
    if wens.isascii() and wens.isdecimal() and len(wens) < 10:
        nieuw = roosters.zet_erbij(blad, int(wens))
    toon_fouten = request.method == "POST" and "erbij" not in request.POST
    # What our own template drew, with everything in it escaped there.
    zoals_getypt = mark_safe(_teken(request, blad, get_token(request), nieuw=nieuw, toon_fouten=toon_fouten))
    return vel_om(request, "begroting/rooster.html", {"buurt": buurt, "werk": zoals_getypt})


def _zoals_het_staat(request: Verzoek, plan: Buurtplan, sleutel: str) -> str:
    return _teken(request, roosters.rooster(plan), sleutel)


def _teken(request: Verzoek, blad: roosters.Rooster, sleutel: str, **anders: Any) -> str:
    for blok in blad.blokken:  # something to type in, for what has no costs yet
        if not blok.rijen:
            roosters.zet_erbij(blad, blok.activiteit.pk)
    teken_wat_staat(blad)
    context = {"request": request, "buurt": blad.plan.buurt, "blad": blad, "csrf_token": sleutel}
    return render_to_string("begroting/_rooster.html", context | anders)


def _gedaan(bewaard: int, weg: int) -> str:
    if not (bewaard or weg):
        return _("Er was niets veranderd.")
    delen = [ngettext("één regel bewaard", "%(n)s regels bewaard", bewaard) % {"n": bewaard}] if bewaard else []
    delen += [ngettext("één regel weggehaald", "%(n)s regels weggehaald", weg) % {"n": weg}] if weg else []
    tekst = _(" en ").join(delen)
    return f"{_met_hoofdletter(tekst)}."


def _met_hoofdletter(tekst: str) -> str:
    """'Eén', not 'Één': the first capital has no accent."""
    return f"E{tekst[1:]}" if tekst.startswith("é") else f"{tekst[0].upper()}{tekst[1:]}"
