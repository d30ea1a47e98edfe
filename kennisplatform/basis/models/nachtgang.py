"""One run of the night's work: so that a night that did not happen is seen."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Nachtgang(models.Model):
    begonnen = models.DateTimeField(_("begonnen"), auto_now_add=True)
    klaar = models.DateTimeField(_("klaar"), null=True, blank=True)
    mislukt = models.TextField(_("wat mislukte"), blank=True)  # names of work

    class Meta:
        verbose_name = _("nacht")
        verbose_name_plural = _("nachten")
        ordering = ("-begonnen",)

    def __str__(self) -> str:
        return f"{self.begonnen:%Y-%m-%d %H:%M}"
