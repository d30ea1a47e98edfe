"""Readers of the newsletter: ask for it, confirm, leave; members by a tick. And what was sent before."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kennisplatform.basis.eenmalig import eenmalig
from kennisplatform.basis.tempo import adres, netwerk, te_vaak
from kennisplatform.deelnemers.deur import Verzoek, deur, voor_iedereen
from kennisplatform.deelnemers.rechten import Doe
from leernetwerk.podium import abonneren, links
from leernetwerk.podium.brief import voorbeelden
from leernetwerk.podium.briefformulieren import Aanmeldformulier, Lidformulier
from leernetwerk.podium.kijken import plekken
from leernetwerk.podium.models import Abonnee, Nieuwsbrief

PER_PAGINA: Final = 30
PER_COMPUTER, UUR = 10, 3600
PER_NETWERK = 100  # from the neighbours of that computer together
PER_ADRES, DAG = 3, 86_400


@require_safe
@voor_iedereen
def archief(request: HttpRequest) -> HttpResponse:
    blad = Paginator(_verstuurd(), PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "podium/nieuwsbrieven.html", {"blad": blad})


@require_safe
@voor_iedereen
def nieuwsbrief(request: HttpRequest, pk: int) -> HttpResponse:
    """As it was sent, without what is no longer public."""
    een = get_object_or_404(_verstuurd(), pk=pk)
    return render(request, "podium/nieuwsbrief.html", {"brief": een, "plekken": plekken(voorbeelden(een), niveau=2)})


def _verstuurd() -> QuerySet[Nieuwsbrief]:
    return Nieuwsbrief.objects.exclude(stand=Nieuwsbrief.Stand.CONCEPT)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@voor_iedereen
@eenmalig
def aanmelden(request: HttpRequest) -> HttpResponse:
    """The answer is the same for every address: who reads the newsletter is not for everybody to find out."""
    if request.method != "POST" and "gevraagd" in request.GET:
        return render(request, "podium/aangevraagd.html")
    formulier = Aanmeldformulier(request.POST if request.method == "POST" else None)
    if request.method == "POST" and formulier.is_valid() and _vraag_aan(request, formulier):
        return redirect(f"{request.path}?gevraagd=1")  # loaded again it asks for no second letter
    context: dict[str, object] = {"formulier": formulier}
    if request.user.is_authenticated:
        aan = Abonnee.objects.filter(persoon=request.user).exists()
        context |= {"lid": Lidformulier(initial={"aan": aan}), "aan": aan}
    return render(request, "podium/aanmelden.html", context)


def _vraag_aan(request: HttpRequest, formulier: Aanmeldformulier) -> bool:
    email = formulier.cleaned_data["email"]
    if te_vaak("nieuwsbrief", adres(request), PER_COMPUTER, UUR) or te_vaak(
        "nieuwsbriefnetwerk", netwerk(request), PER_NETWERK, UUR
    ):
        formulier.add_error(None, _("Er kwamen veel aanmeldingen van deze plek. Probeer het over een uur nog eens."))
        return False
    if te_vaak("nieuwsbriefadres", email.lower(), PER_ADRES, DAG):
        return True  # three letters a day is enough for anybody's box; saying so would tell that somebody asked
    try:
        abonneren.vraag_aan(email=email)
    except ValueError:
        formulier.add_error("email", _("Naar dit adres kunnen wij niet mailen. Neem een ander adres."))
        return False
    return True


@require_POST
@deur(Doe.WIJZIGEN, "eigen")
def lid(request: Verzoek) -> HttpResponse:
    formulier = Lidformulier(request.POST)
    aan = formulier.is_valid() and formulier.cleaned_data["aan"]
    abonneren.zet_lid(persoon=request.user, aan=aan)
    messages.success(request, _("U krijgt de nieuwsbrief.") if aan else _("U krijgt de nieuwsbrief niet."))
    return redirect("nieuwsbrief_aanmelden")


@csrf_exempt  # the signed link is the permission, and a reader of a mail need not accept a cookie
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@voor_iedereen
def bevestigen(request: HttpRequest, bewijs: str) -> HttpResponse:
    """GET only asks: mail scanners open every link."""
    sleutel = links.wie_aan(bewijs)
    if sleutel is not None and request.method == "POST" and abonneren.bevestig(sleutel=sleutel):
        return render(request, "podium/bevestigd.html")
    kan = sleutel is not None and request.method != "POST"
    return render(request, "podium/bevestigen.html", {"kan": kan}, status=200 if kan else 404)


@csrf_exempt  # RFC 8058: the mail program posts this by itself, without a cookie or a page
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@voor_iedereen
def afmelden(request: HttpRequest, bewijs: str) -> HttpResponse:
    sleutel = links.wie_af(bewijs)
    if sleutel is None:
        return render(request, "podium/afmelden.html", {"mis": True}, status=404)
    if request.method == "POST":
        abonneren.meld_af(sleutel=sleutel)
        return render(request, "podium/afmelden.html", {"klaar": True})
    return render(request, "podium/afmelden.html")
