"""One row on a page of its own: the same for challenges, strengths, insights, themes and activities."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.deur import Verzoek
from kennisplatform.deelnemers.models import Buurt
from menukaart.plan.beelden import leg_rij_vast
from menukaart.plan.formulieren import Rijformulier
from menukaart.plan.models.rij import Rij


def rijpagina(
    request: Verzoek,
    buurt: Buurt,
    rij: Callable[[], Rij],
    formulier: type[Rijformulier],
    *,
    kop: str,
    terug: str,
    gedaan: str = "",
    context: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """`rij()` finds the row, or makes one without a key; it is asked behind the lock, so that the form judges what
    stands there now.
    """
    if request.method == "POST":
        with transaction.atomic():
            vergrendel(buurt)
            gevuld = formulier(request.POST, instance=rij())
            if gevuld.is_valid():
                leg_rij_vast(rij=gevuld.save(commit=False), door=request.user)
                messages.success(request, gedaan or _("Bewaard."))
                return redirect(request.get_full_path() if "nog" in request.POST else terug)
    else:
        gevuld = formulier(instance=rij())
    alles = {"buurt": buurt, "formulier": gevuld, "kop": kop, "terug": terug, **(context or {})}
    return render(request, "plan/rij.html", alles)
