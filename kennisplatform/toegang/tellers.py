"""Wrong passwords are counted by who tries: strangers together, the owner apart. So a stranger shuts out strangers only.

Known is a device with our signed cookie for this account (apparaten.py), and the network of an address from which this
account signed in, or chose a new password by mail, in the last month. Of that network only a keyed hash is kept, among
the counters: nobody can read from it where somebody was.
"""

from __future__ import annotations

import hashlib
from typing import Final

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.cache import cache
from django.http import HttpRequest

from kennisplatform.basis.tempo import netwerk
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.toegang import apparaten

BEKEND_S: Final = 30 * 24 * 3600
EENS_PER_S: Final = 24 * 3600  # a mail about it


def _merk(*delen: str) -> str:
    tekst = "\n".join((*delen, settings.SECRET_KEY))
    return hashlib.blake2b(tekst.encode(), digest_size=16, person=b"deur").hexdigest()


def _plek(request: HttpRequest, email: str) -> str:
    return f"deur:plek:{_merk(netwerk(request), email.lower())}"


def bak(request: HttpRequest, email: str) -> str:
    """With whom this try is counted: '' with all strangers who try this account."""
    if apparaten.KOEKJE in request.COOKIES and (wie := eigenaar(email)) and apparaten.is_bekend(request, wie):
        return ":apparaat"
    plek = _plek(request, email)
    return f":{plek}" if cache.get(plek) else ""


def onthoud(request: HttpRequest, wie: AbstractBaseUser) -> None:
    """This person proved from here who they are."""
    for adres in EmailAddress.objects.filter(user_id=wie.pk, verified=True).values_list("email", flat=True):
        cache.set(_plek(request, adres), 1, BEKEND_S)


def bij_nieuw_wachtwoord(sender: type, request: HttpRequest, user: AbstractBaseUser, **kwargs: object) -> None:
    onthoud(request, user)


def eigenaar(email: str) -> Gebruiker | None:
    """Only of an address that somebody confirmed."""
    adres = EmailAddress.objects.filter(email__iexact=email, verified=True, user__is_active=True)
    gevonden = adres.select_related("user").first()
    return gevonden.user if gevonden else None


def eerste_keer_vandaag(email: str) -> bool:
    return bool(cache.add(f"deur:gezegd:{_merk(email.lower())}", 1, EENS_PER_S))
