"""Accounts: an e-mail address and a name, no more than a network needs."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser, Permission
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _


class Gebruikers(BaseUserManager["Gebruiker"]):
    def create_user(self, email: str, password: str | None = None, **velden: Any) -> Gebruiker:
        if not email:
            raise ValueError("an account needs an e-mail address")
        gebruiker = self.model(email=self.normalize_email(email).lower(), **velden)
        gebruiker.set_password(password)
        gebruiker.save()
        return gebruiker

    def create_superuser(self, email: str, password: str | None = None, **velden: Any) -> Gebruiker:
        return self.create_user(email, password, **{"is_staff": True, "is_superuser": True} | velden)

    def get_by_natural_key(self, email: str | None) -> Gebruiker:
        return self.get(email__iexact=email)


class Gebruiker(AbstractUser):
    """Signs in with an e-mail address; there is no user name."""

    username = None  # type: ignore[assignment]  # Django's own way to have none
    email = models.EmailField(
        _("e-mailadres"), unique=True, error_messages={"unique": _("Er is al een account met dit adres.")}
    )

    functie = models.CharField(
        _("functie en organisatie"),
        max_length=120,
        blank=True,
        help_text=_("Bijvoorbeeld: wijkverpleegkundige, Thuiszorg De Linde."),
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[Gebruikers] = Gebruikers()  # type: ignore[assignment]  # UserManager wants a user name

    class Meta:
        verbose_name = _("gebruiker")
        verbose_name_plural = _("gebruikers")

    @cached_property
    def _perm_cache(self) -> set[str]:
        """All rights, where Django keeps them; it asks first for those of the account and then for those of its roles."""
        rechten = Permission.objects.order_by()
        if not self.is_superuser:
            rechten = rechten.filter(Q(user=self) | Q(group__user=self)).distinct()
        return {f"{kamer}.{code}" for kamer, code in rechten.values_list("content_type__app_label", "codename")}

    @property
    def naam(self) -> str:
        """For people outside one's own network: never the address, as the words below may be."""
        return self.get_full_name() or str(_("Een lid"))

    def __str__(self) -> str:
        return self.get_full_name() or self.email
