"""People and neighbourhoods. Who belongs where (Lidmaatschap) comes with the accounts."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.keuzes import Sesklasse
from kennisplatform.zoeken.document import Document


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

    username = None
    email = models.EmailField(
        _("e-mailadres"), unique=True, error_messages={"unique": _("Er is al een account met dit adres.")}
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []
    objects = Gebruikers()

    class Meta:
        verbose_name = _("gebruiker")
        verbose_name_plural = _("gebruikers")

    def __str__(self) -> str:
        return self.get_full_name() or self.email


class Buurt(models.Model):
    """A reference record: what and where. What a neighbourhood plans and learns lives in higher rooms."""

    zoeksoort = "buurt"

    naam = models.CharField(_("naam"), max_length=120)
    slug = models.SlugField(_("adres"), max_length=80, unique=True)
    gemeente = models.CharField(_("gemeente"), max_length=80)
    gemeentecode = models.CharField(
        _("CBS-code van de gemeente"),
        max_length=6,
        validators=[RegexValidator(r"^GM\d{4}$", _("Schrijf de code als GM met vier cijfers, zoals GM0392."))],
    )
    partner = models.CharField(_("alliantiepartner"), max_length=80)
    regio = models.CharField(_("regio"), max_length=80)
    provincie = models.CharField(_("provincie"), max_length=40, blank=True)
    breedtegraad = models.FloatField(_("breedtegraad"), validators=[MinValueValidator(50.7), MaxValueValidator(53.6)])
    lengtegraad = models.FloatField(_("lengtegraad"), validators=[MinValueValidator(3.3), MaxValueValidator(7.3)])
    ses_klasse = models.CharField(_("SES-klasse"), max_length=20, choices=Sesklasse.choices, default=Sesklasse.ONBEKEND)
    opmerking = models.TextField(_("opmerking"), blank=True)
    bron = models.CharField(_("bron"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("buurt")
        verbose_name_plural = _("buurten")
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam

    def get_absolute_url(self) -> str:
        return reverse("buurt", args=[self.slug])

    @property
    def plaats(self) -> str:
        """The name with its municipality, unless they are the same word."""
        return self.naam if self.gemeente in self.naam else f"{self.naam}, {self.gemeente}"

    def zoekdocument(self) -> Document:
        return Document(
            sleutel=f"buurt:{self.pk}",
            soort="buurt",
            titel=self.naam,
            samenvatting=f"{self.gemeente}, {self.partner}",
            tekst=f"{self.regio} {self.provincie} {self.opmerking}",
            labels=(self.gemeente, self.partner, self.regio, self.provincie),
        )
