"""The outbox: what must be indexed, written in the transaction that changes the thing itself."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Wachtrij(models.Model):
    class Actie(models.TextChoices):
        ZET = "zet", _("opnemen of verversen")
        WIS = "wis", _("uit de zoekmachine halen")

    sleutel = models.CharField(_("sleutel"), max_length=120)
    actie = models.CharField(_("actie"), max_length=3, choices=Actie, default=Actie.ZET)
    motor = models.CharField(_("zoekmotor"), max_length=20, default="tantivy")  # each engine has its own rows
    gemaakt = models.DateTimeField(_("gemaakt"), auto_now_add=True)

    class Meta:
        verbose_name = _("regel in de wachtrij")
        verbose_name_plural = _("wachtrij")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.actie} {self.sleutel}"
