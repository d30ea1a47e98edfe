"""Somebody is asked to take over a role: it is theirs when they say yes, and not before."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.models import Buurt, Lidmaatschap


class Overdracht(models.Model):
    rechtsoort = "overdracht"
    persoonveld = "naar"

    class Stand(models.TextChoices):
        OPEN = "open", _("wacht op antwoord")
        AANGENOMEN = "aangenomen", _("aangenomen")
        GEWEIGERD = "geweigerd", _("niet aangenomen")
        INGETROKKEN = "ingetrokken", _("ingetrokken")

    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, related_name="+")
    lid = models.ForeignKey(Lidmaatschap, on_delete=models.CASCADE, related_name="overdrachten")
    naar = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="overdrachten")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    op = models.DateTimeField(auto_now_add=True)
    stand = models.CharField(max_length=12, choices=Stand.choices, default=Stand.OPEN)
    besloten = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("overdracht")
        verbose_name_plural = _("overdrachten")
        ordering = ["-op", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["lid"], condition=models.Q(stand="open"), name="een_open_overdracht_per_rol"
            )
        ]

    def __str__(self) -> str:
        return f"{self.lid} → {self.naar}"
