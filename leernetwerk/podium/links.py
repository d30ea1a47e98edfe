"""Signed links in mails: to confirm an address within a week, and to leave, which works for ever and without an account."""

from __future__ import annotations

import datetime as dt
from typing import Final
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

from leernetwerk.podium.models import Abonnee

BEVESTIG_BINNEN: Final = dt.timedelta(days=7)
# A dot keeps the whole link clickable in mail programs that end a link at a colon.
_AF: Final = signing.Signer(salt="nieuwsbrief-af", sep=".")
_AAN: Final = signing.TimestampSigner(salt="nieuwsbrief-aan", sep=".")


def afmeldlink(abonnee: Abonnee) -> str:
    return _adres("nieuwsbrief_afmelden", _AF.sign(str(abonnee.sleutel)))


def bevestiglink(abonnee: Abonnee) -> str:
    return _adres("nieuwsbrief_bevestigen", _AAN.sign(str(abonnee.sleutel)))


def wie_af(bewijs: str) -> UUID | None:
    """Whose link this is; None for one that we never made."""
    try:
        return UUID(_AF.unsign(bewijs))
    except (signing.BadSignature, ValueError):
        return None


def wie_aan(bewijs: str) -> UUID | None:
    """None also when it is too old."""
    try:
        return UUID(_AAN.unsign(bewijs, max_age=BEVESTIG_BINNEN))
    except (signing.BadSignature, ValueError):
        return None


def _adres(naam: str, bewijs: str) -> str:
    return settings.WAGTAILADMIN_BASE_URL + reverse(naam, args=[bewijs])
