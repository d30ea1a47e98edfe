"""Inviting: one person, a pasted list, what stands open; and the page that an invitation leads to."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kennisplatform.basis.eenmalig import eenmalig
from kennisplatform.basis.losse_rijen import meld
from kennisplatform.basis.tempo import adres, te_vaak
from kennisplatform.deelnemers.deur import Verzoek, deur, voor_iedereen
from kennisplatform.deelnemers.lidmaatschappen import AlLid, Bezwaar, opgesomd, rollen_van
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.deelnemers.positie import mag, zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.netwerken import meedoewensen, uitnodigen
from kennisplatform.netwerken.formulieren import LijstFormulier, UitnodigFormulier
from kennisplatform.netwerken.models import Meedoewens, Uitnodiging
from kennisplatform.netwerken.uitnodigen import Gast
from kennisplatform.netwerken.welkom import (
    ONBEKEND,
    VOORBIJ,
    AccountFormulier,
    Bezoek,
    WerktNiet,
    is_voor,
    maak_account_en_neem_aan,
)

PER_DAG = 300  # invitations by one person; a whole cohort fits, a mail cannon does not
NUMMER = re.compile(r"[0-9]{1,9}")
POGINGEN = 30  # of one address in ten minutes to open an invitation


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "uitnodiging")
def nieuw(request: Verzoek, buurt: Buurt) -> HttpResponse:
    wens = _wens(request, buurt)
    begin = {"rol": request.GET.get("rol", ""), "email": wens.mail if wens else ""}
    formulier = UitnodigFormulier(request.POST or None, wie=request.user, initial=begin)
    staat_open = None
    if request.method == "POST" and formulier.is_valid():
        gegevens = formulier.cleaned_data
        gast = Gast(gegevens["email"], gegevens["rol"], gegevens["functie"], gegevens["wijkverpleegkundige"])
        try:
            _tel(request, 1)
            uitnodigen.nodig_uit(buurt=buurt, gast=gast, door=request.user, bericht=gegevens["bericht"])
        except Bezwaar as fout:
            staat_open = fout.uitnodiging if isinstance(fout, uitnodigen.StaatOpen) else None
            formulier.add_error("email", str(fout))
        else:
            if wens:
                meedoewensen.handel_af(wens=wens, door=request.user, uitgenodigd=True)
            messages.success(request, _("De uitnodiging aan %(email)s is verstuurd.") % {"email": gast.email})
            return redirect("uitnodigingen", buurt.slug)
    context = {"buurt": buurt, "formulier": formulier, "staat_open": staat_open, "wens": wens}
    return render(request, "netwerken/uitnodigen.html", context)


def _wens(request: HttpRequest, buurt: Buurt) -> Meedoewens | None:
    """The stranger's request that this invitation answers."""
    nummer = request.GET.get("wens", "")
    return Meedoewens.objects.filter(buurt=buurt, pk=nummer).first() if NUMMER.fullmatch(nummer) else None


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "uitnodiging")
def lijst(request: Verzoek, buurt: Buurt) -> HttpResponse:
    """First look, then send: the first button changes nothing."""
    rest = request.session.pop(_rest_van(buurt), "") if request.method == "GET" else ""
    formulier = LijstFormulier(request.POST or ({"lijst": rest} if rest else None), wie=request.user, buurt=buurt)
    geldig = formulier.is_valid()
    goed = [r.gast for r in formulier.regels if r.gast]
    if geldig and goed and "verstuur" in request.POST and formulier.gezien:
        aantal, fout = _verstuur(request, buurt, goed, formulier.cleaned_data["bericht"])
        if not fout:
            messages.success(
                request,
                ngettext("Eén uitnodiging verstuurd.", "%(n)s uitnodigingen verstuurd.", aantal) % {"n": aantal},
            )
            if niet := [r.tekst for r in formulier.regels if r.mis]:
                request.session[_rest_van(buurt)] = "\n".join(niet)
                messages.warning(
                    request, _("Wat hieronder staat, is niet verstuurd. Verbeter het en verstuur het alsnog.")
                )
                return redirect("uitnodiglijst", buurt.slug)
            return redirect("uitnodigingen", buurt.slug)
        formulier.add_error("lijst", fout)
    context = {
        "buurt": buurt,
        "formulier": formulier,
        "regels": formulier.regels,
        "goed": len(goed),
        "anders": geldig and "verstuur" in request.POST and not formulier.gezien,
    }
    return render(request, "netwerken/uitnodiglijst.html", context)


def _rest_van(buurt: Buurt) -> str:
    """Where in the session the lines wait that were not right: shown once, then gone."""
    return f"uitnodiglijst-{buurt.pk}"


def _verstuur(request: Verzoek, buurt: Buurt, gasten: list[Gast], bericht: str) -> tuple[int, str]:
    """(how many, what went wrong). Each is its own transaction: one that fails must not hold up the others."""
    aantal, reden = 0, ""
    niet: list[str] = []
    try:
        _tel(request, len(gasten))
        for gast in gasten:
            try:
                uitnodigen.nodig_uit(buurt=buurt, gast=gast, door=request.user, bericht=bericht)
                aantal += 1
            except ValueError as fout:  # no mail goes to this one
                meld("uitnodiging uit een lijst", buurt, fout)
                niet.append(gast.email)
    except Bezwaar as fout:
        reden = str(fout)
    if niet and not reden:
        reden = _("Niet gelukt: %(wie)s.") % {"wie": ", ".join(niet)}
    voor = ngettext("Eén is verstuurd. ", "%(n)s zijn verstuurd. ", aantal) % {"n": aantal} if aantal else ""
    return aantal, voor + reden if reden else ""


def _tel(request: HttpRequest, aantal: int) -> None:
    for _nummer in range(aantal):
        if te_vaak("uitnodigen", str(request.user.pk), PER_DAG, 24 * 3600):
            raise Bezwaar(_("U hebt vandaag al %(n)s uitnodigingen verstuurd. Ga morgen verder.") % {"n": PER_DAG})


@require_safe
@deur(Doe.ZIEN, "uitnodiging")
def overzicht(request: HttpRequest, buurt: Buurt) -> HttpResponse:
    rij = zichtbaar_voor(Uitnodiging.objects.filter(buurt=buurt), request.user).select_related(
        "door", "aangenomen_door"
    )
    context = {
        "buurt": buurt,
        "uitnodigingen": rij[:200],
        "kan_maken": mag(request.user, Doe.MAKEN, buurt, "uitnodiging"),
    }
    return render(request, "netwerken/uitnodigingen.html", context)


@require_POST
@deur(Doe.MAKEN, "uitnodiging")
def opnieuw(request: HttpRequest, buurt: Buurt, pk: int) -> HttpResponse:
    return _doe(request, buurt, pk, uitnodigen.stuur_opnieuw, _("Opnieuw verstuurd. De oude link werkt niet meer."))


@require_POST
@deur(Doe.BEEINDIGEN, "uitnodiging")
def intrekken(request: HttpRequest, buurt: Buurt, pk: int) -> HttpResponse:
    return _doe(request, buurt, pk, uitnodigen.trek_in, _("Ingetrokken. De link werkt niet meer."))


def _doe(request: HttpRequest, buurt: Buurt, pk: int, wat: Callable[..., None], gelukt: str) -> HttpResponse:
    uitnodiging = get_object_or_404(zichtbaar_voor(Uitnodiging.objects.filter(buurt=buurt), request.user), pk=pk)
    try:
        if wat is uitnodigen.stuur_opnieuw:
            _tel(request, 1)
        wat(uitnodiging=uitnodiging, door=request.user)
        messages.success(request, gelukt)
    except Bezwaar as fout:
        messages.error(request, str(fout))
    return redirect("uitnodigingen", buurt.slug)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@voor_iedereen
@eenmalig
def uitnodiging(request: HttpRequest, sleutel: str) -> HttpResponse:
    """The address from the mail. Whoever holds it may see the neighbourhood and the role; accepting asks for the address."""
    if te_vaak("uitnodiging-openen", adres(request), POGINGEN, 600):
        return render(request, "netwerken/te_vaak.html", status=429)
    gevonden = uitnodigen.vind(sleutel)
    if gevonden is None or gevonden.staat == "ingetrokken":
        return _werkt_niet(request, ONBEKEND, status=404)
    if gevonden.staat != "open":
        return _voorbij(request, gevonden)
    try:
        if request.user.is_authenticated:
            return _voor_lid(request, gevonden, request.user)
        return _voor_nieuwe(request, gevonden)
    except Bezwaar as fout:
        return _werkt_niet(request, replace(ONBEKEND, uitleg=str(fout)))


def _werkt_niet(request: HttpRequest, waarom: WerktNiet, status: int = 410) -> HttpResponse:
    return render(request, "netwerken/uitnodiging_weg.html", {"waarom": waarom}, status=status)


def _voorbij(request: HttpRequest, gevonden: Uitnodiging) -> HttpResponse:
    """Accepted or over its time. Whoever accepted it finds their network by the same link."""
    if request.user.is_authenticated and gevonden.aangenomen_door_id == request.user.pk:
        return redirect("netwerk", gevonden.buurt.slug)
    return _werkt_niet(request, VOORBIJ[gevonden.staat])


def _voor_nieuwe(request: HttpRequest, gevonden: Uitnodiging) -> HttpResponse:
    """Somebody who is not signed in: make an account here, or sign in with the one there is."""
    formulier = AccountFormulier(request.POST or None, email=gevonden.email)
    if request.method == "POST" and not formulier.bestaat and formulier.is_valid():
        maak_account_en_neem_aan(request, gevonden, formulier)
        return _welkom(request, gevonden)
    bezoek = Bezoek.MELDT_AAN if formulier.bestaat else Bezoek.MAAKT_ACCOUNT
    return _blad(request, gevonden, bezoek, formulier=formulier)


def _voor_lid(request: HttpRequest, gevonden: Uitnodiging, wie: Gebruiker) -> HttpResponse:
    """Somebody with an account: it must be theirs, and a member says that this role comes beside it."""
    if not is_voor(gevonden, wie):
        if request.method == "POST":
            raise PermissionDenied
        return _blad(request, gevonden, Bezoek.ANDER_ADRES)
    if request.method == "POST":
        # Not asked yet, or a member only since the page was opened: then the page below asks.
        with suppress(AlLid):
            uitnodigen.neem_aan(uitnodiging=gevonden, persoon=wie, erbij="erbij" in request.POST)
            return _welkom(request, gevonden)
    rollen = rollen_van(gevonden.buurt, wie)
    return _blad(request, gevonden, Bezoek.van_lid(gevonden, rollen), heeft=opgesomd(rollen))


def _blad(request: HttpRequest, gevonden: Uitnodiging, bezoek: Bezoek, **meer: Any) -> HttpResponse:
    context = {"uitnodiging": gevonden, "buurt": gevonden.buurt, "bezoek": bezoek, **meer}
    return render(request, "netwerken/uitnodiging.html", context)


def _welkom(request: HttpRequest, gevonden: Uitnodiging) -> HttpResponse:
    messages.success(
        request,
        _("Welkom in het netwerk van %(buurt)s. Hieronder ziet u met wie u samenwerkt.") % {"buurt": gevonden.buurt},
    )
    return redirect("netwerk", gevonden.buurt.slug)
