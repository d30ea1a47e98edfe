"""The newsletter, and who asked for it: an address that was confirmed, or a member who put a tick."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from leernetwerk.podium.models.uitlichting import Uitlichting


class Abonnees(models.QuerySet["Abonnee"]):
    def lezers(self) -> Abonnees:
        """Who gets the next one."""
        return self.filter(Q(persoon__isnull=True) | Q(persoon__is_active=True), bevestigd_op__isnull=False)


class Abonnee(models.Model):
    """Either an address or a person: a member's own address may change. Whoever leaves is deleted, not marked."""

    email = models.EmailField(_("e-mailadres"), unique=True, null=True, blank=True)  # small letters
    persoon = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="nieuwsbrief"
    )
    sleutel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # what the signed links name
    gemaakt = models.DateTimeField(auto_now_add=True)
    bevestigd_op = models.DateTimeField(null=True, blank=True)

    objects = Abonnees.as_manager()

    class Meta:
        verbose_name = _("lezer van de nieuwsbrief")
        verbose_name_plural = _("lezers van de nieuwsbrief")
        constraints = [
            models.CheckConstraint(
                condition=Q(email__isnull=True, persoon__isnull=False) | Q(email__isnull=False, persoon__isnull=True),
                name="abonnee_adres_of_persoon",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def adres(self) -> str:
        return self.persoon.email if self.persoon else self.email or ""


class Nieuwsbrief(models.Model):
    rechtsoort = "podium"
    persoonveld = buurtveld = ""

    class Stand(models.TextChoices):
        CONCEPT = "concept", _("Concept")
        BEZIG = "bezig", _("Wordt verstuurd")
        VERSTUURD = "verstuurd", _("Verstuurd")

    onderwerp = models.CharField(_("onderwerp"), max_length=120, help_text=_("Dit staat in de lijst met mails."))
    opening = models.TextField(
        _("opening"), max_length=2000, help_text=_("Een paar gewone zinnen. Een witregel maakt een nieuwe alinea.")
    )
    uitlichtingen = models.ManyToManyField(Uitlichting, verbose_name=_("voorbeelden"), related_name="nieuwsbrieven")
    slot = models.CharField(
        _("nog één regel"), max_length=300, blank=True, help_text=_("Bijvoorbeeld een bijeenkomst of een oproep.")
    )
    stand = models.CharField(max_length=10, choices=Stand.choices, default=Stand.CONCEPT)
    voorbeeld = models.BooleanField(default=False)  # invented for the demo; the page says so itself
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    gewijzigd = models.DateTimeField(auto_now=True)
    gestart_op = models.DateTimeField(null=True, blank=True)
    klaar_op = models.DateTimeField(null=True, blank=True)
    # How far the sending is: moves in the transaction that writes the mails, so a killed run goes on where it was.
    tot_abonnee = models.BigIntegerField(default=0)
    aantal = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("nieuwsbrief")
        verbose_name_plural = _("nieuwsbrieven")
        ordering = ["-gestart_op", "-pk"]

    def __str__(self) -> str:
        return self.onderwerp

    def get_absolute_url(self) -> str:
        return reverse("nieuwsbrief", args=[self.pk])
