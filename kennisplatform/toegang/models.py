"""What the door must remember by itself: who was told that an unused account will go."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Waarschuwing(models.Model):
    """Somebody was mailed so many days before their account would go. Forgotten as soon as they sign in again."""

    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    dagen_vooraf = models.PositiveSmallIntegerField(_("dagen vooraf"))
    op = models.DateTimeField(_("verstuurd op"))

    class Meta:
        verbose_name = _("waarschuwing")
        verbose_name_plural = _("waarschuwingen")
        constraints = [
            models.UniqueConstraint(fields=["gebruiker", "dagen_vooraf"], name="een_waarschuwing_per_keer"),
        ]

    def __str__(self) -> str:
        return f"{self.gebruiker_id}: {self.dagen_vooraf}"
