"""Become a reader, confirm, and leave. Nobody learns here whether an address reads the newsletter, but its owner by mail."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.post.versturen import verstuur
from leernetwerk.podium import links
from leernetwerk.podium.models import Abonnee


@transaction.atomic
def vraag_aan(*, email: str) -> None:
    """Mails a link to confirm; a reader who is subscribed already is told so. Raises ValueError for an address no mail can go to."""
    email = email.lower()
    lid = Abonnee.objects.lezers().filter(persoon__email=email).first()
    abonnee = lid or Abonnee.objects.get_or_create(email=email)[0]
    if abonnee.bevestigd_op:
        brief, onderwerp, link = "al", _("U krijgt de nieuwsbrief al"), links.afmeldlink(abonnee)
    else:
        Abonnee.objects.filter(pk=abonnee.pk).update(gemaakt=timezone.now())  # the week begins with the newest link
        brief, onderwerp, link = "bevestig", _("Wilt u de nieuwsbrief? Bevestig uw adres"), links.bevestiglink(abonnee)
    verstuur(
        aan=email, onderwerp=onderwerp, tekst=render_to_string(f"podium/post/{brief}.txt", {"link": link}), geheim=True
    )


@transaction.atomic
def bevestig(*, sleutel: UUID) -> bool:
    """False when nobody waits under this key any more."""
    rij = Abonnee.objects.filter(sleutel=sleutel, email__isnull=False)
    rij.filter(bevestigd_op__isnull=True).update(bevestigd_op=timezone.now())
    return rij.exists()


def meld_af(*, sleutel: UUID) -> None:
    """Twice is once: the link is in every newsletter that somebody ever got."""
    Abonnee.objects.filter(sleutel=sleutel).delete()


@transaction.atomic
def zet_lid(*, persoon: Gebruiker, aan: bool) -> None:
    """A member's own address was confirmed with the account. Off means off, also for the same address without account."""
    Abonnee.objects.filter(email=persoon.email.lower()).delete()
    if aan:
        Abonnee.objects.get_or_create(persoon=persoon, defaults={"bevestigd_op": timezone.now()})
    else:
        Abonnee.objects.filter(persoon=persoon).delete()
