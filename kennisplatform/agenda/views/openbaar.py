"""The agenda as everybody reads it: the list, a meeting, calendar files."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kennisplatform.agenda import ics, lijst
from kennisplatform.agenda.deelnameformulieren import GastFormulier
from kennisplatform.agenda.deelnemen import dicht
from kennisplatform.agenda.deur import haal
from kennisplatform.agenda.keuzes import Staat
from kennisplatform.agenda.models import Bijeenkomst, Deelname, Kalender
from kennisplatform.agenda.models.kalender import hash_van
from kennisplatform.basis.tempo import adres, te_vaak
from kennisplatform.deelnemers.deur import voor_iedereen
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekening.getekend import getekend, voor_vreemden

POGINGEN = 60  # of one address in ten minutes to open a personal feed


class Aanmeldvak(StrEnum):
    """What the page of a meeting says about signing up. Each has its own part of the page."""

    GEWEEST = "geweest"
    AANGEMELD = "aangemeld"  # or on the waiting list
    DICHT = "dicht"
    MET_ACCOUNT = "met_account"
    ALS_GAST = "als_gast"

    @property
    def kop(self) -> str:
        return {Aanmeldvak.GEWEEST: _("Geweest"), Aanmeldvak.AANGEMELD: _("Uw aanmelding")}.get(self, _("Meedoen"))

    @property
    def sjabloon(self) -> str:
        return f"agenda/aanmelden/{self.value}.html"


@require_safe
@voor_vreemden
@voor_iedereen
def agenda(request: HttpRequest) -> HttpResponse:
    context = {
        "lijst": lijst.lijst(request.GET, request.user),
        "mag_maken": mag(request.user, Doe.MAKEN, "programmabijeenkomst"),
    }
    return _eigen(request, render(request, "agenda/agenda.html", context))


@require_safe
@voor_iedereen
def bijeenkomst(request: HttpRequest, slug: str) -> HttpResponse:
    ding = haal(request, slug)
    return _eigen(request, render(request, "agenda/bijeenkomst.html", pagina(request, ding)))


def _eigen(request: HttpRequest, antwoord: HttpResponse) -> HttpResponse:
    """What somebody sees signed in stays nowhere: the next person at a shared computer presses 'back'."""
    if request.user.is_authenticated:
        add_never_cache_headers(antwoord)
    return antwoord


def pagina(request: HttpRequest, ding: Bijeenkomst, gast: GastFormulier | None = None) -> dict[str, Any]:
    """What the page of a meeting shows this reader."""
    wie = request.user
    mijn = Deelname.objects.telt().filter(bijeenkomst=ding, persoon=wie).first() if wie.is_authenticated else None
    geteld = lijst.met_tellingen(Bijeenkomst.objects.filter(pk=ding.pk)).get()
    waarom_dicht = dicht(ding)
    mag_wijzigen = mag(wie, Doe.WIJZIGEN, ding)
    heeft_plek = mijn is not None and mijn.staat == Staat.PLEK
    vrij = lijst.vrij(geteld)
    return {
        "b": geteld,
        "aanmeldvak": _aanmeldvak(ding, mijn, waarom_dicht, wie.is_authenticated),
        "vrij": vrij,
        "ruimte": _ruimte(vrij),
        "mijn": mijn,
        "dicht": waarom_dicht,
        "toon_link": bool(ding.online) and not ding.voorbij and not ding.afgelast and (heeft_plek or mag_wijzigen),
        "gast": (gast or GastFormulier()) if _mag_als_gast(request, ding, waarom_dicht) else None,
        "mag_wijzigen": mag_wijzigen,
        "mag_afgelasten": mag(wie, Doe.BEEINDIGEN, ding) and not ding.voorbij and not ding.afgelast,
        "delen": delen_adres(ding) if mag_wijzigen and ding.opbrengst else "",
    }


def _aanmeldvak(ding: Bijeenkomst, mijn: Deelname | None, waarom_dicht: str, met_account: bool) -> Aanmeldvak:
    if ding.voorbij:
        return Aanmeldvak.GEWEEST
    if mijn is not None:
        return Aanmeldvak.AANGEMELD
    if waarom_dicht:
        return Aanmeldvak.DICHT
    return Aanmeldvak.MET_ACCOUNT if met_account else Aanmeldvak.ALS_GAST


def _ruimte(vrij: int | None) -> str:
    """Of a meeting that is not full."""
    if vrij is None:
        return _("Er is plek voor iedereen die komt.")
    return ngettext("Er is nog één plek.", "Er zijn nog %(n)s plekken.", vrij) % {"n": vrij}


def _mag_als_gast(request: HttpRequest, ding: Bijeenkomst, waarom_dicht: str) -> bool:
    openbaar = ding.zichtbaarheid == Zichtbaarheid.OPENBAAR
    return openbaar and not waarom_dicht and not request.user.is_authenticated


def delen_adres(ding: Bijeenkomst) -> str:
    """Where an example is made of this."""
    return f"{reverse('delen_nieuw')}?bijeenkomst={ding.pk}"


@require_safe
@voor_vreemden
@voor_iedereen
def een_ics(request: HttpRequest, slug: str) -> HttpResponse:
    ding = haal(request, slug)
    return ics.antwoord([ding], ding.titel, ding.slug)


@require_safe
@getekend
@voor_iedereen
def alle_ics(request: HttpRequest) -> HttpResponse:
    """Everybody's calendar: the same for a member, whose own meetings stand in the personal feed."""
    lijst.noteer_klok(lijst.zichtbaar(AnonymousUser()))
    rij = lijst.zichtbaar(AnonymousUser()).komend()[: ics.MAX]
    return ics.antwoord(rij, _("Agenda van de buurten"), "agenda")


@require_safe
@never_cache
@voor_iedereen
def eigen_ics(request: HttpRequest, sleutel: str) -> HttpResponse:
    """A calendar program can't sign in: the address is the key. What it shows is asked of its owner's rights each time."""
    if te_vaak("agenda-kalender", adres(request), POGINGEN, 600):
        return render(request, "429.html", status=429)
    kalender = Kalender.objects.select_related("persoon").filter(sleutelhash=hash_van(sleutel)).first()
    if kalender is None or not kalender.persoon.is_active:
        raise Http404
    return ics.antwoord(lijst.mijn_komende(kalender.persoon, ics.MAX), _("Mijn bijeenkomsten"), "mijn-agenda")
