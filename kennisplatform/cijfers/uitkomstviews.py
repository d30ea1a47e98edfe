"""Outcomes in the workspace of a neighbourhood, the file to work them out again, and the team's roll-up."""

from __future__ import annotations

import csv
import io
import re
from typing import Final, NamedTuple

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from kennisplatform.cijfers.models.cijfer import PERIODE
from kennisplatform.cijfers.narekenen import als_werkboek
from kennisplatform.cijfers.perioden import moment
from kennisplatform.cijfers.tijdlijn import in_een_zin, regels, stand_in_woord, teken
from kennisplatform.cijfers.uitkomsten import START, csv_regels, kijker, optelling, uitkomsten
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekening.afdruk import afdruk
from kennisplatform.tekening.notitie import toont
from kennisplatform.tekening.stukken import onthoud
from kennisplatform.tekening.tabellen import tabel
from kennisplatform.tekst.uitgang import cel
from kennisplatform.tekst.werkboek import XLSX

UITKOMSTMAAT: Final = 60_000  # bytes of a page with charts, about
OPTELMAAT: Final = 250_000  # of a row for each of a thousand neighbourhoods


def _start(request: Verzoek) -> str:
    gevraagd = request.GET.get("start", "")
    return gevraagd if re.match(PERIODE.regex, gevraagd) else START


@require_safe
@deur(Doe.ZIEN, "netwerk")
def dashboard(request: Verzoek, buurt: Buurt) -> HttpResponse:
    start, gedaan = _start(request), regels(buurt)
    blad = _blad(request, buurt, start)
    vanaf = moment(blad.eerste) if blad.eerste else (gedaan[0].van if gedaan else 0.0)
    context = {
        "buurt": buurt,
        "blad": blad,
        "gedaan": [(regel, stand_in_woord(regel.stand)) for regel in gedaan],
        "gedaan_merk": afdruk(*gedaan, vanaf),
        # Asked by the template, when it has to draw.
        "gedaan_zin": lambda: in_een_zin(gedaan),
        "gedaan_grafiek": lambda: teken(gedaan, vanaf),
    }
    return render(request, "cijfers/uitkomsten.html", context)


class Uitkomstblad(NamedTuple):
    """Drawn, and the first period in it; '' when nothing was handed in."""

    eerste: str
    vanaf: SafeString
    panelen: SafeString


def _blad(request: Verzoek, buurt: Buurt, start: str) -> Uitkomstblad:
    """Kept until a figure or the neighbourhood changes, for who may see the same."""

    def teken() -> Uitkomstblad:
        toont(tabel(Buurt))  # the record came with the address
        rij = uitkomsten(buurt, request.user, start)
        perioden = sorted({periode for uitkomst in rij for periode in uitkomst.perioden})
        context = {"buurt": buurt, "uitkomsten": rij, "start": start, "perioden": perioden}
        vanaf, panelen = (
            render_to_string(f"cijfers/_uitkomsten_{deel}.html", context) for deel in ("vanaf", "panelen")
        )
        return Uitkomstblad(perioden[0] if perioden else "", vanaf, panelen)

    wie = kijker(request.user)
    return onthoud(f"uitkomsten:{buurt.pk}:{start}:{get_language()}:{wie}", teken, UITKOMSTMAAT)


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
    """Drawn once for all of the team, until a figure or a neighbourhood changes."""

    def teken() -> SafeString:
        met, zonder = optelling()
        return render_to_string("cijfers/_optelling.html", {"met": met, "zonder": zonder})

    blad = onthoud(f"optelling:{get_language()}", teken, OPTELMAAT)
    return render(request, "cijfers/optelling.html", {"blad": blad})
