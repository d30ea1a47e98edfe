"""Progress of many neighbourhoods: for the team all, for a coach theirs; and what insurers get, without persons."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from kennisplatform.basis.kiezer import gekozen_in
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from menukaart.uitvoeren import overzicht, programma, uitvoer
from menukaart.uitvoeren.voortgang import Buurtvoortgang, getekend

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@deur(Doe.ZIEN, "voortgang")
def voortgang(request: Verzoek) -> HttpResponse:
    blad = overzicht.blad(request.user, request.GET)

    def teken(rijen: list[Buurtvoortgang]) -> str:
        return "".join(render_to_string("uitvoeren/_buurtrij.html", {"rij": rij}) for rij in rijen)

    context = {
        "blad": blad,
        "rijen": getekend("voortgang", blad.pagina.object_list, "", request, teken),
        "kiezers": lambda: gekozen_in(overzicht.KIEZERS, blad.gekozen),  # when the filters are drawn
        "mag_export": mag(request.user, Doe.EXPORTEREN, "voortgang"),
    }
    return render(request, "uitvoeren/voortgang.html", context)


@require_safe
@deur(Doe.EXPORTEREN, "voortgang")
def op_een_blad(request: Verzoek) -> HttpResponse:
    """What the team shows to who follows the programme from outside."""
    blad = programma.programmablad(request.GET.get("pagina"))

    def teken(rijen: list[Buurtvoortgang]) -> str:
        return "".join(render_to_string("uitvoeren/_programmarij.html", {"rij": blad.rij(rij)}) for rij in rijen)

    rijen = getekend("programma", blad.pagina.object_list, blad.erbij, request, teken)
    return render(request, "uitvoeren/programma.html", {"blad": blad, "rijen": rijen})


@require_safe
@deur(Doe.EXPORTEREN, "voortgang")
def export(request: Verzoek) -> HttpResponse:
    """What the list was narrowed to."""
    rij = overzicht.filter_(overzicht.van_wie(request.user), overzicht.gekozen_uit(request.GET))
    buurten = list(rij.order_by("naam", "pk"))
    excel = request.GET.get("soort") == "xlsx"
    inhoud = uitvoer.als_excel(buurten) if excel else uitvoer.als_csv(buurten)
    antwoord = HttpResponse(inhoud, content_type=EXCEL if excel else "text/csv; charset=utf-8")
    naam = f"voortgang-{timezone.localdate():%Y-%m-%d}.{'xlsx' if excel else 'csv'}"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord
