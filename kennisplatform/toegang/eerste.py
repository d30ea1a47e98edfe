"""The first staff account of a site: made on the server, opened by a link, with a second step before anything else."""

from __future__ import annotations

from allauth.account import app_settings
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse

from kennisplatform.basis.rechten import ROLLEN
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.toegang import brieven
from kennisplatform.toegang.medewerkers import kan_beheren

BEHEERDER = next(rol.naam for rol in ROLLEN if rol.code == "beheerder")


class AlBeheerd(Exception):
    """Somebody manages this site already: they make accounts in the admin."""


@transaction.atomic
def nodig_beheerder_uit(*, email: str) -> str:
    """Makes the account (or takes the one that never signed in) and returns the link; mails it too.

    Whoever runs this on the server vouches for the address, so that it counts as confirmed.
    """
    try:
        validate_email(email)
    except ValidationError as fout:
        raise ValueError("geen e-mailadres") from fout
    email = email.lower()
    if kan_beheren().exclude(email=email, last_login=None).exists():
        raise AlBeheerd
    wie = Gebruiker.objects.filter(email=email).first() or Gebruiker.objects.create_user(email)
    wie.groups.add(Group.objects.get(name=BEHEERDER))
    EmailAddress.objects.update_or_create(user=wie, email=email, defaults={"verified": True, "primary": True})
    link = _link(wie)
    brieven.stuur(
        email, "toegang/brieven/eerste_beheerder", {"link": link, "adres": settings.WAGTAILADMIN_BASE_URL + "/"}
    )
    return link


def _link(wie: Gebruiker) -> str:
    """To choose a password: the same door as 'wachtwoord vergeten', so it works once and lapses."""
    sleutel = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(wie)
    naam = "account_reset_password_from_key"
    pad = reverse(naam, kwargs={"uidb36": user_pk_to_url_str(wie), "key": sleutel})
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{pad}"
