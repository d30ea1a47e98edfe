"""Sign up, confirm, cancel, move up. Places are counted under a lock on the meeting, so that the last one is one person's."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.agenda import brieven
from kennisplatform.agenda.keuzes import Staat
from kennisplatform.agenda.models import Bijeenkomst, Deelname
from kennisplatform.basis.losse_rijen import los
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.models import Gebruiker

MAX_DEELNAMES = 5000  # of one meeting: nobody's list is longer, and a machine's would be


def vergrendel(bijeenkomst: Bijeenkomst) -> Bijeenkomst:
    """As it stands now, kept from others until the transaction ends."""
    rij = Bijeenkomst.objects.select_for_update(of=("self",)).select_related("buurt")
    return rij.get(pk=bijeenkomst.pk)


def dicht(bijeenkomst: Bijeenkomst) -> str:
    """Why nobody can sign up (any more), in Dutch; empty: it is open."""
    if bijeenkomst.afgelast:
        return _("Deze bijeenkomst gaat niet door.")
    if bijeenkomst.begonnen:
        return _("Deze bijeenkomst is al begonnen of geweest.")
    if bijeenkomst.sluit <= timezone.now():
        return _("U kunt zich niet meer aanmelden. Aanmelden kon tot %(d)s.") % {
            "d": timezone.localtime(bijeenkomst.sluit).strftime("%d-%m-%Y %H:%M")
        }
    return ""


@transaction.atomic
def meld_aan(*, bijeenkomst: Bijeenkomst, persoon: Gebruiker) -> Deelname:
    """With an account. The caller has asked whether this person may see the meeting."""
    vers = _open(bijeenkomst)
    eigen = vers.deelnames.filter(persoon=persoon) | vers.deelnames.filter(email__iexact=persoon.email)
    deelname = eigen.first() or Deelname(bijeenkomst=vers)
    if deelname.persoon_id and deelname.staat != Staat.ONBEVESTIGD:
        raise Bezwaar(_("U bent al aangemeld."))
    # Somebody who signed up by mail before keeps the place that this gave.
    deelname.persoon, deelname.naam, deelname.email = persoon, "", ""
    if not deelname.staat or deelname.staat == Staat.ONBEVESTIGD:
        _zet_neer(deelname, vers)
    deelname.save()
    brieven.aangemeld(deelname)
    return deelname


@transaction.atomic
def vraag_aan(*, bijeenkomst: Bijeenkomst, naam: str, email: str) -> None:
    """Without an account: nothing is sure until the mail's link is followed. Tells nobody who is on the list already."""
    vers = _open(bijeenkomst)
    if vers.zichtbaarheid != Zichtbaarheid.OPENBAAR:
        raise Bezwaar(_("Voor deze bijeenkomst is een account nodig."))
    email = email.strip().lower()
    eigen = vers.deelnames.filter(email=email) | vers.deelnames.filter(persoon__email__iexact=email)
    deelname = eigen.select_related("persoon").first()
    if deelname is not None and deelname.staat != Staat.ONBEVESTIGD:
        brieven.al_aangemeld(deelname)
        return
    if deelname is None and vers.deelnames.count() >= MAX_DEELNAMES:
        raise Bezwaar(_("Voor deze bijeenkomst kwamen te veel aanmeldingen. Vraag de organisatie om hulp."))
    deelname = deelname or Deelname(bijeenkomst=vers, email=email, staat=Staat.ONBEVESTIGD)
    deelname.naam, deelname.sinds = naam, timezone.now()
    deelname.save()
    brieven.bevestig(deelname)


@transaction.atomic
def bevestig(*, deelname: Deelname) -> Deelname:
    """The address is this person's. Now, not earlier, a place is taken; whoever does it twice has one."""
    vers = vergrendel(deelname.bijeenkomst)
    nu = vers.deelnames.get(pk=deelname.pk)
    if nu.staat != Staat.ONBEVESTIGD:
        return nu
    if reden := dicht(vers):
        raise Bezwaar(reden)
    _zet_neer(nu, vers)
    nu.save()
    brieven.aangemeld(nu)
    return nu


@transaction.atomic
def meld_af(*, deelname: Deelname) -> None:
    """The row goes: nothing of it is needed. Whoever waits longest takes the place."""
    vers = vergrendel(deelname.bijeenkomst)
    if vers.begonnen:
        raise Bezwaar(_("Deze bijeenkomst is al begonnen of geweest."))
    vers.deelnames.filter(pk=deelname.pk).delete()
    schuif_door(vers)


def schuif_door(vers: Bijeenkomst) -> None:
    """Inside the lock: give free places to those who wait, longest first. A meeting that is over or called off moves nobody."""
    if vers.begonnen or vers.afgelast:
        return
    wacht = vers.deelnames.filter(staat=Staat.WACHT)
    if vers.plaatsen is not None:
        wacht = wacht[: max(0, vers.plaatsen - vers.deelnames.plek().count())]
    for deelname in wacht.select_related("persoon"):
        deelname.staat = Staat.PLEK
        deelname.save(update_fields=["staat"])
        # Who signs off must not meet another's trouble.
        with los("brief over een plek", deelname), transaction.atomic():
            brieven.doorgeschoven(deelname)


@transaction.atomic
def noteer_aanwezig(*, bijeenkomst: Bijeenkomst, aanwezig: Collection[int], inloop: int) -> Bijeenkomst:
    """Who came, of those who signed up, and how many more. The number stays when the names go."""
    vers = vergrendel(bijeenkomst)
    if not vers.begonnen or vers.afgelast:
        raise Bezwaar(_("Wie er was, vult u in als de bijeenkomst begonnen is."))
    vers.deelnames.filter(pk__in=aanwezig).update(aanwezig=True)
    vers.deelnames.exclude(pk__in=aanwezig).update(aanwezig=False)
    vers.inloop, vers.kwamen = inloop, vers.deelnames.filter(aanwezig=True).count() + inloop
    vers.save(update_fields=["inloop", "kwamen"])
    return vers


def _open(bijeenkomst: Bijeenkomst) -> Bijeenkomst:
    vers = vergrendel(bijeenkomst)
    if reden := dicht(vers):
        raise Bezwaar(reden)
    return vers


def _zet_neer(deelname: Deelname, vers: Bijeenkomst) -> None:
    """A place, or the end of the waiting list."""
    deelname.staat, deelname.sinds = Staat.WACHT if vers.vol else Staat.PLEK, timezone.now()
