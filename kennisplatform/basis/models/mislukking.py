"""A row that failed while the rest went on: for whoever runs the site to look at (basis/losse_rijen.py)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Mislukking(models.Model):
    wat = models.CharField(_("bij welk werk"), max_length=80)
    sleutel = models.CharField(_("welke rij"), max_length=80)
    fout = models.CharField(_("soort fout"), max_length=80)
    keren = models.PositiveIntegerField(_("hoe vaak"), default=1)
    op = models.DateTimeField(_("voor het laatst"), auto_now=True)

    class Meta:
        verbose_name = _("mislukking")
        verbose_name_plural = _("mislukkingen")
        ordering = ("-op",)
        constraints = [models.UniqueConstraint(fields=["wat", "sleutel"], name="een_mislukking_per_rij")]

    def __str__(self) -> str:
        return f"{self.wat}: {self.sleutel}"
