"""The workspace: what is mine, what waits for me, what is new; and a network from the inside."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kennisplatform.deelnemers.buurten import zet_fase
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.models import Buurt, Lidmaatschap, Logregel
from kennisplatform.deelnemers.positie import mag, positie, zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.deelnemers.samenstelling import gemis
from kennisplatform.netwerken import overzicht
from kennisplatform.netwerken.eerst import eerste_dingen, met_verleden
from kennisplatform.netwerken.formulieren import FaseFormulier
from kennisplatform.netwerken.models import Aanvraag, Afspraak, Meedoewens, Uitnodiging
from kennisplatform.netwerken.overdragen import open_van
from kennisplatform.netwerken.weg import weg_van
from kennisplatform.netwerken.werkwijzen import huidige
from kennisplatform.tekening.afdruk import afdruk
from kennisplatform.tekening.opstand import van_kamers
from kennisplatform.tekening.stukken import vel_om

PER_PAGINA = 100  # log lines
AFSPRAKEN = 5  # those that come first


@require_safe
@deur(Doe.ZIEN, "eigen")
def werkplek(request: Verzoek) -> HttpResponse:
    plek = positie(request.user)
    werk: SafeString | bytes
    if plek.programma:  # sees what waits in the whole programme
        werk = _werk(request, get_token(request))
    else:
        naam = f"{plek.merk}:{afdruk(request.user.email, overzicht.gevraagd(request.GET))}"
        werk = van_kamers("werkplek", request.user.pk, request, partial(_werk, request), naam=naam)
    return vel_om(request, "netwerken/werkplek.html", {"werk": werk})


def _werk(request: Verzoek, sleutel: str) -> SafeString:
    """What stands on somebody's own workspace, with that key in its forms."""
    context = overzicht.werkplek(request.user, request.GET) | {"request": request, "csrf_token": sleutel}
    return render_to_string("netwerken/_werkplek.html", context)


@require_safe
@deur(Doe.ZIEN, "netwerk")
def netwerk(request: Verzoek, buurt: Buurt) -> HttpResponse:
    """Kept by what stands there, for each who looks: their place in it is part of what they see."""
    naam = positie(request.user).merk
    werk = van_kamers("netwerk", buurt.pk, request, partial(_netwerk, request, buurt), naam=naam, erbij=afdruk(buurt))
    return vel_om(request, "netwerken/netwerk.html", {"buurt": buurt, "werk": werk})


def _netwerk(request: Verzoek, buurt: Buurt, sleutel: str) -> SafeString:
    lopend = Lidmaatschap.objects.lopend().filter(buurt=buurt).select_related("persoon")
    wensen = zichtbaar_voor(Meedoewens.objects.filter(buurt=buurt), request.user)
    er_zijn = Exists(Meedoewens.objects.filter(buurt=OuterRef("buurt")))
    leden = met_verleden(lopend).annotate(wens=er_zijn).op_rol()
    aanvragen = zichtbaar_voor(Aanvraag.objects.filter(buurt=buurt, besluit=Aanvraag.Besluit.OPEN), request.user)
    uitnodigingen = zichtbaar_voor(Uitnodiging.objects.open().filter(buurt=buurt), request.user)
    mijn = [lid for lid in leden if lid.persoon_id == request.user.pk]
    werkwijze, weg = huidige(buurt), weg_van(buurt, request.user)
    context = {
        "request": request,
        "csrf_token": sleutel,
        "buurt": buurt,
        "leden": leden,
        "mijn": mijn,
        "eerst": eerste_dingen(buurt, mijn, werkwijze, weg),
        "gemis": gemis(leden),
        "aanvragen": aanvragen.select_related("persoon") if _beslist(request, buurt) else [],
        "wensen": wensen if not leden or getattr(leden[0], "wens", True) else [],  # seldom there, so seldom asked
        "uitnodigingen": uitnodigingen.count() if mag(request.user, Doe.ZIEN, buurt, "uitnodiging") else None,
        "overdrachten": zichtbaar_voor(open_van(buurt), request.user),
        "werkwijze": werkwijze,
        "weg": weg,
        "afspraken": list(Afspraak.objects.filter(buurt=buurt).open().select_related("wie")[:AFSPRAKEN]),
        "kan": overzicht.kan(request.user, buurt),
    }
    return render_to_string("netwerken/_netwerk.html", context)


def _beslist(request: HttpRequest, buurt: Buurt) -> bool:
    return mag(request.user, Doe.ZIEN, buurt, "aanvraag")


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "buurt")
def fase(request: Verzoek, buurt: Buurt) -> HttpResponse:
    """The phase follows from the work (weg.py); the team corrects it, with a reason."""
    formulier = FaseFormulier(request.POST or None, buurt=buurt)
    if request.method == "POST" and formulier.is_valid():
        gekozen = Fase(formulier.cleaned_data["fase"])
        zet_fase(buurt=buurt, fase=gekozen, door=request.user, reden=formulier.cleaned_data["reden"])
        messages.success(
            request,
            _("Bewaard: %(buurt)s staat nu bij ‘%(fase)s’.") % {"buurt": buurt, "fase": buurt.get_fase_display()},
        )
        return redirect("netwerk", buurt.slug)
    return render(request, "netwerken/fase.html", {"buurt": buurt, "formulier": formulier})


@require_safe
@deur(Doe.ZIEN, "logboek")
def logboek(request: Verzoek, buurt: Buurt) -> HttpResponse:
    rij = Logregel.objects.filter(buurt=buurt).select_related("door", "over")
    regels = overzicht.met_wie(list(rij[:PER_PAGINA]), request.user)
    return render(
        request, "netwerken/logboek.html", {"buurt": buurt, "regels": regels, "meer": rij.count() - PER_PAGINA}
    )


@require_safe
@deur(Doe.ZIEN, "lidmaatschap")
def geschiedenis(request: HttpRequest, buurt: Buurt) -> HttpResponse:
    """Who was a member and when: kept, since people ask who decided what."""
    rij = Lidmaatschap.objects.filter(buurt=buurt).select_related("persoon").order_by("-van", "-pk")
    return render(request, "netwerken/geschiedenis.html", {"buurt": buurt, "rij": rij[:PER_PAGINA]})
