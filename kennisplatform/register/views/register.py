"""The team's register of neighbourhoods: list, record, export."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.models import Buurt, Herindeling, Lidmaatschap, Logregel
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.deelnemers.samenstelling import gemis
from kennisplatform.register import export, overzicht, vastleggen
from kennisplatform.register.formulieren import BuurtFormulier
from kennisplatform.register.models import Criterium, Notities
from kennisplatform.tekening.afdruk import afdruk
from kennisplatform.tekening.stukken import stuk

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@deur(Doe.ZIEN, "register")
def lijst(request: HttpRequest) -> HttpResponse:
    """Kept until a neighbourhood or a membership changes; the same for all who may do the same."""
    mag_wijzigen = mag(request.user, Doe.WIJZIGEN, "register")

    def teken() -> str:
        context = {"lijst": overzicht.lijst(request.GET), "mag_wijzigen": mag_wijzigen, "request": request}
        return render_to_string("register/_lijst.html", context)

    werk = stuk(f"register:{get_language()}:{mag_wijzigen}:{afdruk(request.GET.urlencode())}", teken)
    return render(request, "register/lijst.html", {"werk": werk})


@require_safe
@deur(Doe.EXPORTEREN, "register")
def uitvoer(request: HttpRequest) -> HttpResponse:
    """Everything, or what the list was narrowed to. Without persons: also for researchers."""
    rij = overzicht.filter_(Buurt.objects.all(), overzicht.gekozen(request.GET)).order_by("naam", "pk")
    buurten = overzicht.tel_leden(list(rij))
    excel = request.GET.get("soort") == "xlsx"
    inhoud = export.als_excel(buurten) if excel else export.als_csv(buurten)
    antwoord = HttpResponse(inhoud, content_type=EXCEL if excel else "text/csv; charset=utf-8")
    naam = f"buurten-{timezone.localdate():%Y-%m-%d}.{'xlsx' if excel else 'csv'}"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


@require_safe
@deur(Doe.ZIEN, "register")
def een(request: HttpRequest, buurt: Buurt) -> HttpResponse:
    leden = Lidmaatschap.objects.lopend().filter(buurt=buurt).select_related("persoon").op_rol()
    context = {
        "buurt": buurt,
        "leden": leden,
        "gemis": gemis(leden),
        "notities": Notities.objects.filter(buurt=buurt).first(),
        "criteria": buurt.criteria.all(),
        "herindelingen": _herindelingen(buurt),
        "mag_wijzigen": mag(request.user, Doe.WIJZIGEN, "register"),
        "mag_uitnodigen": not buurt.opgeheven and mag(request.user, Doe.MAKEN, buurt, "uitnodiging"),
    }
    return render(request, "register/een.html", context)


@require_safe
@deur(Doe.ZIEN, "register")
def logboek(request: HttpRequest) -> HttpResponse:
    """Roles in the programme, new divisions, and who of the staff looked into which network."""
    soorten = (Logregel.Soort.TEAM, Logregel.Soort.INZAGE, Logregel.Soort.BUURT)
    rij = Logregel.objects.filter(soort__in=soorten).select_related("door", "over", "buurt")
    bladen = Paginator(rij, overzicht.PER_PAGINA)
    return render(request, "register/logboek.html", {"pagina": bladen.get_page(request.GET.get("pagina"))})


def _herindelingen(buurt: Buurt) -> list[Herindeling]:
    pks = {
        *buurt.herindelingen_van.values_list("pk", flat=True),
        *buurt.herindelingen_naar.values_list("pk", flat=True),
    }
    return list(
        Herindeling.objects.filter(pk__in=pks).prefetch_related("van", "naar").select_related("door", "ongedaan_door")
    )


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "register")
def nieuw(request: Verzoek) -> HttpResponse:
    return _bewerk(request, Buurt())


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "register")
def wijzigen(request: Verzoek, buurt: Buurt) -> HttpResponse:
    return _bewerk(request, buurt)


def _bewerk(request: Verzoek, buurt: Buurt) -> HttpResponse:
    notities = Notities.objects.filter(buurt=buurt).first() if buurt.pk else None
    eerst = {"notities": notities.tekst if notities else "", "gezien": notities.versie if notities else 0}
    formulier = BuurtFormulier(request.POST or None, instance=buurt, initial=eerst, staat_er=_staat_er(buurt))
    if request.method == "POST" and formulier.is_valid():
        gezien = formulier.cleaned_data["gezien"] or 0
        try:
            vastleggen.bewaar(
                buurt=formulier.instance,
                notities=formulier.cleaned_data["notities"],
                oordelen=formulier.oordelen(),
                gezien=gezien,
                door=request.user,
            )
        except Bezwaar as fout:
            formulier.add_error(None, str(fout))
            formulier.staat_er = _staat_er(buurt)
            formulier.toon_ander()
            formulier.data = formulier.data.copy()
            formulier.data["gezien"] = str(vastleggen.versie(buurt))
        else:
            messages.success(request, _("Bewaard: %(buurt)s.") % {"buurt": formulier.instance})
            return redirect("register_buurt", formulier.instance.slug)
    bestaand = Buurt.objects.filter(pk=buurt.pk).first() if buurt.pk else None  # the form wrote on its own copy
    return render(request, "register/bewerk.html", {"buurt": bestaand, "formulier": formulier})


def _staat_er(buurt: Buurt) -> dict[str, Any]:
    """Every field of the form as the database has it now."""
    nu = Buurt.objects.filter(pk=buurt.pk).first() if buurt.pk else None
    if nu is None:
        return {}
    notities = Notities.objects.filter(buurt=nu).first()
    uit = {naam: getattr(nu, naam) for naam in BuurtFormulier.Meta.fields} | {
        "notities": notities.tekst if notities else ""
    }
    for naam in Criterium.Naam.values:
        uit |= {f"c_{naam}": "onbekend", f"g_{naam}": ""}
    for criterium in nu.criteria.all():
        uit |= {f"c_{criterium.naam}": criterium.oordeel, f"g_{criterium.naam}": criterium.grond}
    return uit
