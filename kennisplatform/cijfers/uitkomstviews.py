"""Outcomes in the workspace of a neighbourhood, the file to work them out again, and the team's roll-up."""

from __future__ import annotations

import csv
import io
import re

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kennisplatform.cijfers.models.cijfer import PERIODE
from kennisplatform.cijfers.narekenen import als_werkboek
from kennisplatform.cijfers.tijdlijn import in_een_zin, regels, stand_in_woord, teken
from kennisplatform.cijfers.uitkomsten import START, csv_regels, moment, optelling, uitkomsten
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekening.afdruk import afdruk
from kennisplatform.tekst.uitgang import cel
from kennisplatform.tekst.werkboek import XLSX


def _start(request: Verzoek) -> str:
    gevraagd = request.GET.get("start", "")
    return gevraagd if re.match(PERIODE.regex, gevraagd) else START


@require_safe
@deur(Doe.ZIEN, "netwerk")
def dashboard(request: Verzoek, buurt: Buurt) -> HttpResponse:
    start = _start(request)
    rij = uitkomsten(buurt, request.user, start)
    perioden = sorted({periode for uitkomst in rij for periode in uitkomst.perioden})
    gedaan = regels(buurt)
    vanaf = moment(perioden[0]) if perioden else (gedaan[0].van if gedaan else 0.0)
    context = {
        "buurt": buurt,
        "uitkomsten": rij,
        "start": start,
        "perioden": perioden,
        "gedaan": [(regel, stand_in_woord(regel.stand)) for regel in gedaan],
        "gedaan_merk": afdruk(*gedaan, vanaf),
        # Asked by the template, when it has to draw.
        "gedaan_zin": lambda: in_een_zin(gedaan),
        "gedaan_grafiek": lambda: teken(gedaan, vanaf),
    }
    return render(request, "cijfers/uitkomsten.html", context)


@require_safe
@deur(Doe.ZIEN, "netwerk")
def uitkomst_csv(request: Verzoek, buurt: Buurt, code: str) -> HttpResponse:
    gevonden = next((u for u in uitkomsten(buurt, request.user, _start(request)) if u.indicator.code == code), None)
    if gevonden is None:
        raise Http404
    if request.GET.get("soort") == "xlsx":
        kop = {"Content-Disposition": f'attachment; filename="uitkomst-{buurt.slug}-{code}.xlsx"'}
        return HttpResponse(als_werkboek(gevonden), content_type=XLSX, headers=kop)
    uit = io.StringIO()
    # Numbers may be negative: only words are made harmless.
    rijen = [[c if re.fullmatch(r"-?[\d.]+", c) else cel(c) for c in regel] for regel in csv_regels(gevonden)]
    csv.writer(uit, delimiter=";").writerows(rijen)
    kop = {"Content-Disposition": f'attachment; filename="uitkomst-{buurt.slug}-{code}.csv"'}
    return HttpResponse(uit.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8", headers=kop)


@require_safe
@deur(Doe.ZIEN, "cijferinvoer")
def team(request: Verzoek) -> HttpResponse:
    met, zonder = optelling()
    return render(request, "cijfers/optelling.html", {"met": met, "zonder": zonder})
