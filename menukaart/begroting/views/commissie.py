"""The committee: what waits, and one budget with questions beside its lines. Behind the right to judge budgets."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from menukaart.begroting import blad, indienen
from menukaart.begroting.formulieren import BegrotingsbesluitFormulier, CommissievraagFormulier
from menukaart.begroting.indienen import AlBesloten, BuurtOpgegaan, EigenBegroting
from menukaart.begroting.models import LOOPT, Begrotingsbesluit, Indiening
from menukaart.plan.models import Begrotingsregel

PER_PAGINA = 50
OPGEGAAN = gettext_lazy("Deze buurt is opnieuw ingedeeld. Het nieuwe netwerk maakt een eigen plan en begroting.")


@require_safe
@deur(Doe.ZIEN, "indiening")
def rij(request: HttpRequest) -> HttpResponse:
    """Who waits longest stands on top."""
    wacht = indienen.te_beoordelen().order_by("op")
    besloten = Indiening.objects.exclude(besluit__in=LOOPT)
    context = {
        "wacht": wacht.select_related("buurt", "versie").defer("versie__inhoud")[:PER_PAGINA],
        "besloten": besloten.select_related("buurt", "versie").defer("versie__inhoud")[:PER_PAGINA],
    }
    return render(request, "begroting/rij.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.ZIEN, "indiening")
def beoordelen(request: Verzoek, pk: int) -> HttpResponse:
    indiening = get_object_or_404(Indiening.objects.select_related("buurt", "versie__plan__buurt"), pk=pk)
    plan = indiening.versie.plan
    mag_oordelen = (
        mag(request.user, Doe.BESLISSEN, "indiening")
        and indiening.besluit in LOOPT
        and indiening.buurt.opgeheven is None
        and not indienen.hoort_bij(request.user, indiening.buurt)
    )
    doet_besluit = "als" in request.POST
    gekozen = _bij(indiening, request.POST.get("regel", "") or request.GET.get("regel", ""))
    besluit = BegrotingsbesluitFormulier(request.POST if doet_besluit else None, prefix=None)
    vraag = CommissievraagFormulier(request.POST if request.POST and not doet_besluit else None)
    if request.method == "POST":
        formulier = besluit if doet_besluit else vraag
        if not mag_oordelen:
            messages.error(
                request,
                OPGEGAAN
                if indiening.buurt.opgeheven
                else _("Over deze begroting beslist u niet: u hoort bij het netwerk, of er is al besloten."),
            )
            return redirect("begroting_beoordelen", pk)
        if formulier.is_valid() and (gelukt := _doe(request, indiening, formulier.cleaned_data)):
            messages.success(request, gelukt)
            boven = "#inhoud"  # else the reader stays at the form, and does not see what was done
            return redirect(reverse("begroting_beoordelen", args=[pk]) + boven)
    context = {
        "indiening": indiening,
        "buurt": indiening.buurt,
        "plan": plan,
        "blad": blad.begrotingsblad(plan, indiening, waarom=True),
        "oordeelt": mag_oordelen,
        "besluit": besluit,
        "vraagformulier": vraag,  # `vraag` is what the search in the header shows
        "gekozen": gekozen,
    }
    return render(request, "begroting/beoordelen.html", context)


def _bij(indiening: Indiening, nummer: str) -> Begrotingsregel | None:
    """The line of this plan that is asked about; None: the whole."""
    if not (nummer.isascii() and nummer.isdecimal() and len(nummer) < 10):
        return None
    regels = Begrotingsregel.objects.select_related("activiteit").filter(activiteit__plan=indiening.versie.plan_id)
    return regels.filter(pk=nummer).first()


def _doe(request: Verzoek, indiening: Indiening, gegevens: dict[str, str]) -> str:
    """What was done, in Dutch; '' when somebody was first."""
    try:
        if "als" in gegevens:
            als = Begrotingsbesluit(gegevens["als"])
            indienen.besluit(
                indiening=indiening, als=als, toelichting=gegevens.get("toelichting", ""), door=request.user
            )
            return _("Besloten: %(wat)s. Het netwerk ziet dit meteen.") % {"wat": als.label.lower()}
        indienen.vraag(
            indiening=indiening,
            regel=_bij(indiening, request.POST.get("regel", "")),
            tekst=gegevens["tekst"],
            door=request.user,
        )
        return _("Uw vraag staat bij de begroting. Het netwerk antwoordt en dient opnieuw in.")
    except EigenBegroting:
        messages.error(request, _("U hoort bij dit netwerk. Een ander lid van de commissie beoordeelt deze begroting."))
    except BuurtOpgegaan:
        messages.error(request, OPGEGAAN)
    except AlBesloten:
        messages.error(request, _("Iemand anders besloot intussen over deze begroting."))
    return ""
