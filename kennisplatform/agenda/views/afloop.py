"""Who comes, who came, and what it yielded."""

from __future__ import annotations

import csv
import io

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kennisplatform.agenda import bijeenkomsten, deelnemen
from kennisplatform.agenda.afloopformulieren import OpbrengstFormulier
from kennisplatform.agenda.bijeenkomsten import NA_AFLOOP, Ingehaald
from kennisplatform.agenda.deelnameformulieren import AanwezigFormulier
from kennisplatform.agenda.deur import bijeenkomstdeur
from kennisplatform.agenda.keuzes import Staat
from kennisplatform.agenda.models import Bijeenkomst, Deelname
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekst.uitgang import cel


def _lijst(ding: Bijeenkomst) -> list[Deelname]:
    return list(ding.deelnames.telt().select_related("persoon"))


@require_http_methods(["GET", "HEAD", "POST"])
@bijeenkomstdeur(Doe.WIJZIGEN)
def deelnemers(request: HttpRequest, ding: Bijeenkomst) -> HttpResponse:
    """Names only: addresses are for the mails that this site sends."""
    rij = _lijst(ding)
    begin = {"aanwezig": [str(d.pk) for d in rij if d.aanwezig], "inloop": ding.inloop or None}
    formulier = AanwezigFormulier(request.POST or None, deelnames=rij, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        schoon = formulier.cleaned_data
        try:
            deelnemen.noteer_aanwezig(bijeenkomst=ding, aanwezig=schoon["wie"], inloop=schoon["inloop"] or 0)
        except Bezwaar as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, _("Bewaard. Op de pagina staat alleen het aantal."))
            return redirect("bijeenkomst_deelnemers", ding.slug)
    context = {
        "buurt": ding.buurt,
        "b": ding,
        "formulier": formulier if ding.begonnen and not ding.afgelast else None,
        "met_plek": [d for d in rij if d.staat == Staat.PLEK],
        "wachtend": [d for d in rij if d.staat == Staat.WACHT],
    }
    return render(request, "agenda/deelnemers.html", context)


@require_safe
@bijeenkomstdeur(Doe.WIJZIGEN)
def deelnemers_csv(request: HttpRequest, ding: Bijeenkomst) -> HttpResponse:
    """For a list on paper at the door: name and place, no address."""
    uit = io.StringIO()
    schrijf = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijf.writerow([_("Naam"), _("Staat"), _("Was er")])
    for deelname in _lijst(ding):
        er = {True: _("ja"), False: _("nee"), None: ""}[deelname.aanwezig]
        schrijf.writerow([cel(deelname.wie), deelname.get_staat_display(), er])
    antwoord = HttpResponse(("\ufeff" + uit.getvalue()).encode(), content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="deelnemers-{ding.slug}.csv"'
    return antwoord


@require_http_methods(["GET", "HEAD", "POST"])
@bijeenkomstdeur(Doe.WIJZIGEN)
def opbrengst(request: HttpRequest, ding: Bijeenkomst) -> HttpResponse:
    begin = ding.velden(NA_AFLOOP)
    formulier = OpbrengstFormulier(request.POST or None, nu=ding, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        velden = {naam: formulier.cleaned_data[naam] for naam in NA_AFLOOP}
        try:
            bijeenkomsten.leg_opbrengst_vast(bijeenkomst=ding, velden=velden, gezien=ding.versie)
        except Bezwaar as fout:
            formulier.add_error(None, str(fout))
        except Ingehaald as fout:
            formulier.haal_in(fout.huidige)
        else:
            messages.success(request, _("Bewaard. Wie de bijeenkomst mag zien, leest dit op de pagina."))
            return redirect(ding)
    ander = formulier.nu if formulier.ingehaald else None
    return render(
        request, "agenda/opbrengst.html", {"buurt": ding.buurt, "b": ding, "formulier": formulier, "ander": ander}
    )
