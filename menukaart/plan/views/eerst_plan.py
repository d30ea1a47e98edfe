"""Pages that only a plan has. Who is there before it, by a bookmark or a letter, is led to where it begins."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from kennisplatform.deelnemers.deur import Verzoek
from kennisplatform.deelnemers.models import Buurt
from menukaart.plan.models import Buurtplan
from menukaart.plan.plannen import plan_van


def met_plan(view: Callable[[Verzoek, Buurtplan], HttpResponse]) -> Callable[[Verzoek, Buurt], HttpResponse]:
    """Below `deur`, which says who may. It was 'this page does not exist', of a page that is there tomorrow."""

    @wraps(view)
    def met(request: Verzoek, buurt: Buurt) -> HttpResponse:
        plan = plan_van(buurt)
        if plan is not None:
            return view(request, plan)
        if request.method in {"GET", "HEAD"}:
            return redirect("buurtplan", buurt.slug)
        raise Http404

    return met
