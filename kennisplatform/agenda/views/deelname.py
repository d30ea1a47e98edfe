"""Sign up and cancel: with an account on the page itself, without one through links in the mail."""

from __future__ import annotations

from django.contrib import messages
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kennisplatform.agenda import deelnemen, lijst
from kennisplatform.agenda.deelnameformulieren import GastFormulier
from kennisplatform.agenda.deur import haal
from kennisplatform.agenda.kalenders import maak_kalender, trek_kalender_in
from kennisplatform.agenda.keuzes import Staat
from kennisplatform.agenda.models import Bijeenkomst, Deelname, Kalender
from kennisplatform.agenda.models.deelname import GELDIG_S, van_token
from kennisplatform.agenda.views.openbaar import pagina
from kennisplatform.basis.eenmalig import eenmalig
from kennisplatform.basis.tempo import adres, netwerk, te_vaak
from kennisplatform.deelnemers.deur import Verzoek, deur, voor_iedereen
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.deelnemers.rechten import Doe

PER_ADRES = 20  # sign-ups without an account from one place in ten minutes: a group in a library fits
PER_NETWERK = 60  # from the neighbours of that place together
PER_BIJEENKOMST = 200  # for one meeting in an hour: more people than any hall holds
PER_POSTVAK = 6  # mails to one mail box in a day that somebody else may have asked for
MIJN = 100
ONTHOUD = "kalenderadres"
AFGEMELD = Signer(salt="agenda.afgemeld", sep=".")


@require_POST
@never_cache
@voor_iedereen
def aanmelden(request: HttpRequest, slug: str) -> HttpResponse:
    ding = haal(request, slug)
    if request.user.is_authenticated:
        return _met_account(request, request.user, ding)
    gast = GastFormulier(request.POST)
    if not gast.is_valid():
        return render(request, "agenda/bijeenkomst.html", pagina(request, ding, gast))
    email = gast.cleaned_data["email"].lower()
    if (
        te_vaak("agenda-gast", adres(request), PER_ADRES, 600)
        or te_vaak("agenda-netwerk", netwerk(request), PER_NETWERK, 600)
        or te_vaak("agenda-bijeenkomst", slug, PER_BIJEENKOMST, 3600)
        or te_vaak("agenda-post", email, PER_POSTVAK, 86_400)
    ):
        return render(request, "429.html", status=429)
    try:
        deelnemen.vraag_aan(bijeenkomst=ding, naam=gast.cleaned_data["naam"], email=email)
    except Bezwaar as fout:
        messages.error(request, str(fout))
        return redirect(ding)
    return render(request, "agenda/kijk_in_uw_mail.html", {"b": ding, "email": email})


def _met_account(request: HttpRequest, wie: Gebruiker, ding: Bijeenkomst) -> HttpResponse:
    try:
        deelname = deelnemen.meld_aan(bijeenkomst=ding, persoon=wie)
    except Bezwaar as fout:
        messages.error(request, str(fout))
    else:
        wacht = deelname.staat == Staat.WACHT
        messages.success(
            request,
            _("U staat op de wachtlijst. Komt er een plek vrij, dan krijgt u een mail.")
            if wacht
            else _("U bent aangemeld. De dag ervoor krijgt u een mail."),
        )
    return redirect(ding)


@require_POST
@deur(Doe.WIJZIGEN, "eigen")
def afmelden(request: Verzoek, slug: str) -> HttpResponse:
    """One's own place. Also of a meeting that one may no longer see: leaving is always possible."""
    mijn = Deelname.objects.filter(bijeenkomst__slug=slug, persoon=request.user).select_related("bijeenkomst").first()
    if mijn is None:
        messages.error(request, _("U was hier niet aangemeld."))
        return redirect("agenda_mijn")
    try:
        deelnemen.meld_af(deelname=mijn)
        messages.success(request, _("U bent afgemeld voor ‘%(t)s’.") % {"t": mijn.bijeenkomst})
    except Bezwaar as fout:
        messages.error(request, str(fout))
    return redirect("agenda_mijn")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@voor_iedereen
@eenmalig
def bevestigen(request: HttpRequest, sleutel: str) -> HttpResponse:
    """A button, not the link alone: mail scanners open links."""
    deelname = van_token(sleutel, "bevestig", GELDIG_S)
    if deelname is None:
        return render(request, "agenda/link_werkt_niet.html", status=404)
    if request.method == "POST":
        try:
            deelname = deelnemen.bevestig(deelname=deelname)
        except Bezwaar as fout:
            return render(request, "agenda/link_werkt_niet.html", {"reden": str(fout), "b": deelname.bijeenkomst})
        except Deelname.DoesNotExist:  # cancelled in another window meanwhile
            return render(request, "agenda/link_werkt_niet.html", status=404)
    if deelname.staat != Staat.ONBEVESTIGD:
        return redirect("deelname", deelname.token("beheer"))
    ding = deelname.bijeenkomst
    return render(request, "agenda/bevestigen.html", {"deelname": deelname, "b": ding, "vol": ding.vol})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@voor_iedereen
@eenmalig
def eigen_deelname(request: HttpRequest, sleutel: str) -> HttpResponse:
    """Of somebody without an account: how it stands, the link to join, and the way out."""
    deelname = van_token(sleutel, "beheer")
    if deelname is None and (slug := _afgemeld_voor(request.GET.get("klaar", ""))):
        return render(request, "agenda/afgemeld.html", {"b": Bijeenkomst.objects.filter(slug=slug).first()})
    if deelname is None or deelname.staat == Staat.ONBEVESTIGD or deelname.persoon_id:
        return render(request, "agenda/link_werkt_niet.html", status=404)
    ding = deelname.bijeenkomst
    if request.method == "POST":
        try:
            deelnemen.meld_af(deelname=deelname)
            return redirect(f"{request.path}?klaar={AFGEMELD.sign(ding.slug)}")  # pressed twice it is still gone
        except Bezwaar as fout:
            messages.error(request, str(fout))
    open_ = not ding.voorbij and not ding.afgelast
    context = {
        "deelname": deelname,
        "b": ding,
        "open": open_,
        "toon_link": bool(ding.online) and open_ and deelname.staat == Staat.PLEK,
    }
    return render(request, "agenda/deelname.html", context)


def _afgemeld_voor(bewijs: str) -> str:
    """The meeting of which somebody's own link just said that they do not come; '' for what we never wrote."""
    try:
        return AFGEMELD.unsign(bewijs)
    except BadSignature:
        return ""


@require_safe
@deur(Doe.ZIEN, "eigen")
def mijn(request: Verzoek) -> HttpResponse:
    """What I signed up for, and my own calendar address."""
    rij = lijst.met_mijn_staat(lijst.zichtbaar(request.user).komend(), request.user).exclude(mijn_staat="")
    context = {
        "komend": list(rij[:MIJN]),
        "kalender": Kalender.objects.filter(persoon=request.user).first(),
        "adres": request.session.pop(ONTHOUD, ""),
    }
    return render(request, "agenda/mijn.html", context)


@require_POST
@deur(Doe.WIJZIGEN, "eigen")
def kalender(request: Verzoek) -> HttpResponse:
    """Make the address, or a new one in its place; or take it away. It is shown once: we keep a hash."""
    if "weg" in request.POST:
        trek_kalender_in(persoon=request.user)
        messages.success(request, _("Het adres werkt niet meer."))
    else:
        request.session[ONTHOUD] = maak_kalender(persoon=request.user)
    return redirect("agenda_mijn")
