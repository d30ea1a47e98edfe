"""Accounts of the demo: their password is printed on every screen, so no real site starts while one can sign in."""

from __future__ import annotations

from typing import Final

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q, QuerySet

from kennisplatform.basis.rechten import ROLLEN
from kennisplatform.basis.startvragen import Startvraag
from kennisplatform.deelnemers.models import Gebruiker

WACHTWOORD: Final = "samen-in-de-buurt"
DOMEINEN: Final = ("@demo.example", "@praktijk.example", "@proef.example")
MEESTE: Final = 40  # passwords of staff that are tried: a fifth of a second each


def van_de_demo() -> QuerySet[Gebruiker]:
    """Who could sign in with an address of the demo. A password that was never set begins with '!'."""
    eigen = Q()
    for domein in DOMEINEN:
        eigen |= Q(email__iendswith=domein)
    return Gebruiker.objects.filter(eigen, is_active=True).exclude(password__startswith="!").exclude(password="")


def met_bekend_wachtwoord() -> list[Gebruiker]:
    """Staff whose password is the public one, whatever their address."""
    groepen = Group.objects.filter(name__in=[rol.naam for rol in ROLLEN])
    staf = Gebruiker.objects.filter(Q(is_superuser=True) | Q(groups__in=groepen), is_active=True).distinct()
    return [wie for wie in staf.order_by("pk")[:MEESTE] if wie.check_password(WACHTWOORD)]


@transaction.atomic
def maak_onbruikbaar() -> int:
    """Nobody can sign in with them any more; what they wrote stays. Returns how many."""
    aantal = 0
    for wie in {*van_de_demo(), *met_bekend_wachtwoord()}:
        wie.set_unusable_password()  # their sessions end with it
        wie.is_active = False
        wie.save(update_fields=["password", "is_active"])
        aantal += 1
    return aantal


def demoaccounts() -> str:
    if aantal := van_de_demo().count():
        return (
            f"In de database kunnen {aantal} accounts van de demo zich aanmelden, met een wachtwoord dat iedereen kent. "
            "Begin met een lege database (DATABASE_URL of VAR_MAP), of sluit ze af met: manage.py demoweg"
        )
    return ""


def bekend_wachtwoord() -> str:
    if aantal := len(met_bekend_wachtwoord()):
        return f"{aantal} medewerkers hebben het wachtwoord van de demo. Sluit ze af met: manage.py demoweg"
    return ""


VRAGEN: Final = (
    Startvraag("demoaccounts", demoaccounts),
    Startvraag("bekend wachtwoord", bekend_wachtwoord, duur=True),
)
