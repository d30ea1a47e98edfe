"""Who is staff, as far as the door cares: somebody with a role in the programme or a way into the admin."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Exists, OuterRef, Q, QuerySet

from kennisplatform.basis.rechten import ROLLEN
from kennisplatform.deelnemers.models import Gebruiker

STAPPEN = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
_STAF = (
    Q(is_superuser=True)
    | Q(is_staff=True)
    | Q(groups__name__in=[rol.naam for rol in ROLLEN])
    | Q(groups__permissions__codename="access_admin", groups__permissions__content_type__app_label="wagtailadmin")
    | Q(user_permissions__codename="access_admin", user_permissions__content_type__app_label="wagtailadmin")
)


def is_medewerker(wie: AbstractBaseUser) -> bool:
    return Gebruiker.objects.filter(_STAF, pk=wie.pk).exists()


def mist_tweede_stap(wie: AbstractBaseUser) -> bool:
    """Staff without a factor; one query."""
    stap = Authenticator.objects.filter(user=OuterRef("pk"), type__in=STAPPEN)
    return Gebruiker.objects.filter(_STAF, ~Exists(stap), pk=wie.pk).exists()


def kan_beheren() -> QuerySet[Gebruiker]:
    """Who can make accounts of others, and can sign in."""
    beheert = Q(is_superuser=True) | Q(groups__name__in=[rol.naam for rol in ROLLEN if rol.code == "beheerder"])
    return Gebruiker.objects.filter(beheert, is_active=True).distinct()
