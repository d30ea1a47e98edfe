"""The buurtbeeld: the page, its rows, laying it down, who reads it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kennisplatform.cijfers.cijferkeuze import cijferkeuze
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from menukaart.plan import beelden, bevriezen, overzicht
from menukaart.plan.beelden import NogNietAf
from menukaart.plan.formulieren import (
    InzichtFormulier,
    KrachtFormulier,
    RegioFormulier,
    Rijformulier,
    UitdagingFormulier,
)
from menukaart.plan.models import Beeldinzicht, Beeldkracht, Beelduitdaging, Beeldversie, Buurtbeeld, Regiopunt
from menukaart.plan.models.rij import Rij
from menukaart.plan.views.rij import rijpagina
from menukaart.programma.keuzes import Planregelsoort
from menukaart.programma.models import Planregel

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

# name in the address → the model, its form, heading of a new one and of one that is there
SOORTEN: Final[dict[str, tuple[type[Rij], type[Rijformulier], StrPromise, StrPromise]]] = {
    "uitdaging": (Beelduitdaging, UitdagingFormulier, gettext_lazy("Nieuwe uitdaging"), gettext_lazy("Uitdaging")),
    "kracht": (Beeldkracht, KrachtFormulier, gettext_lazy("Nieuwe kracht"), gettext_lazy("Kracht")),
    "inzicht": (Beeldinzicht, InzichtFormulier, gettext_lazy("Wat zeiden mensen?"), gettext_lazy("Wat mensen zeiden")),
    "regio": (Regiopunt, RegioFormulier, gettext_lazy("Uit het regiobeeld"), gettext_lazy("Uit het regiobeeld")),
}


@require_safe
@deur(Doe.ZIEN, "buurtbeeld")
def lezen(request: Verzoek, buurt: Buurt) -> HttpResponse:
    beeld = beelden.beeld_van(buurt)
    context: dict[str, Any] = {
        "buurt": buurt,
        "beeld": beeld,
        "vragen": Planregel.objects.filter(soort=Planregelsoort.BUURTBEELD),
        "kan": mag(request.user, Doe.WIJZIGEN, buurt, "buurtbeeld"),
        "vaststellen": mag(request.user, Doe.BESLISSEN, buurt, "buurtbeeld"),
    }
    if beeld:
        context |= {
            "uitdagingen": overzicht.uitdagingen(beeld),
            "krachten": list(beeld.krachten.all()),
            "verder_gehoord": list(beeld.inzichten.filter(uitdaging=None)),
            "regiopunten": list(beeld.regiopunten.all()),
            "versies": list(beeld.versies.select_related("door").defer("inhoud")),
            "ontbreekt": beelden.wat_ontbreekt(beeld),
        }
    return render(request, "plan/beeld.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "buurtbeeld")
def nieuw(request: Verzoek, buurt: Buurt, soort: str) -> HttpResponse:
    model, formulier, kop, _oud = SOORTEN[soort]
    beeld = beelden.begonnen_beeld(buurt=buurt) if request.method == "POST" else beelden.beeld_van(buurt)
    erbij: dict[str, Any] = {"beeld": beeld or Buurtbeeld(buurt=buurt)}
    if soort == "inzicht" and beeld and request.GET.get("uitdaging", "").isdecimal():
        erbij["uitdaging"] = beeld.uitdagingen.filter(pk=request.GET["uitdaging"]).first()
    return rijpagina(
        request,
        buurt,
        lambda: model(**erbij),
        formulier,
        kop=str(kop),
        terug=_terug(buurt),
        context=_cijfers(buurt, soort),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "buurtbeeld")
def wijzigen(request: Verzoek, buurt: Buurt, soort: str, pk: int) -> HttpResponse:
    _model, formulier, _nieuw, kop = SOORTEN[soort]
    weg = reverse("buurtbeeld_weg", args=[buurt.slug, soort, pk])
    vind = partial(_rij, buurt, soort, pk)
    context = {"weg": weg, **_cijfers(buurt, soort)}
    return rijpagina(request, buurt, vind, formulier, kop=str(kop), terug=_terug(buurt), context=context)


def _cijfers(buurt: Buurt, soort: str) -> dict[str, Any]:
    """What the platform knows, below the form of a challenge."""
    if soort != "uitdaging":
        return {}
    return {"sjabloon_onder": "plan/_cijferkeuze.html", "cijferkeuze": cijferkeuze(buurt)}


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "buurtbeeld")
def weg(request: Verzoek, buurt: Buurt, soort: str, pk: int) -> HttpResponse:
    rij = _rij(buurt, soort, pk)
    if request.method == "POST":
        beelden.haal_weg(rij=rij)
        messages.success(request, _("Weggehaald."))
        return redirect(_terug(buurt))
    return render(request, "plan/weg.html", {"buurt": buurt, "rij": rij, "terug": _terug(buurt)})


@require_POST
@deur(Doe.WIJZIGEN, "buurtbeeld")
def verplaats(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    uitdaging = get_object_or_404(Beelduitdaging, beeld__buurt=buurt, pk=pk)
    beelden.verplaats(uitdaging=uitdaging, omhoog=request.POST.get("naar") == "omhoog")
    return redirect(f"{_terug(buurt)}#uitdaging-{pk}")


@require_POST
@deur(Doe.BESLISSEN, "buurtbeeld")
def vaststellen(request: Verzoek, buurt: Buurt) -> HttpResponse:
    beeld = get_object_or_404(Buurtbeeld, buurt=buurt)
    try:
        versie = beelden.stel_vast(beeld=beeld, door=request.user)
    except NogNietAf as fout:
        messages.error(request, str(fout))
    else:
        tekst = _(
            "Het buurtbeeld is vastgesteld: versie %(n)s. U kunt verder schrijven; deze versie blijft zoals ze is."
        )
        messages.success(request, tekst % {"n": versie.nummer})
        return redirect("netwerk", buurt.slug)  # where the next thing to do stands
    return redirect(_terug(buurt))


@require_POST
@deur(Doe.BESLISSEN, "buurtbeeld")
def openbaar(request: Verzoek, buurt: Buurt) -> HttpResponse:
    beeld = get_object_or_404(Buurtbeeld, buurt=buurt)
    aan = request.POST.get("openbaar") == "ja"
    if aan and not beeld.versies.exists():
        messages.error(request, _("Stel het buurtbeeld eerst vast. Bewoners lezen alleen wat is vastgesteld."))
        return redirect(_terug(buurt))
    beelden.zet_openbaar(beeld=beeld, openbaar=aan, door=request.user)
    messages.success(
        request,
        _("Bewoners lezen het nu op de pagina van de buurt.") if aan else _("Alleen uw netwerk leest het nu."),
    )
    return redirect(_terug(buurt))


@require_safe
@deur(Doe.ZIEN, "buurtbeeld")
def versie(request: HttpRequest, buurt: Buurt, nummer: int) -> HttpResponse:
    gevraagd = get_object_or_404(Beeldversie.objects.select_related("door"), beeld__buurt=buurt, nummer=nummer)
    context = {
        "buurt": buurt,
        "versie": gevraagd,
        "inhoud": bevriezen.lees(gevraagd),
        "vieren": bevriezen.in_vieren(gevraagd.vingerafdruk),
    }
    return render(request, "plan/beeldversie.html", context)


def _rij(buurt: Buurt, soort: str, pk: int) -> Rij:
    rijen: QuerySet[Any] = SOORTEN[soort][0]._default_manager.all()  # each has a `beeld`, which their base has not
    rijen = rijen.select_related("beeld__buurt", "door")
    return get_object_or_404(rijen, beeld__buurt=buurt, pk=pk)


def _terug(buurt: Buurt) -> str:
    return reverse("buurtbeeld", args=[buurt.slug])
