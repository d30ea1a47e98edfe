"""The PDF of a plan, as it was when the plan was laid down. In the database: it is evidence, and goes with its row."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from menukaart.plan.models import Planversie


class Planpdf(models.Model):
    rechtsoort = "buurtplan"
    persoonveld = ""

    versie = models.OneToOneField(Planversie, on_delete=models.CASCADE, related_name="pdf")
    bestand = models.BinaryField()
    vingerafdruk = models.CharField(max_length=64, unique=True)  # SHA-256 of these bytes
    gemaakt = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("PDF van een buurtplan")
        verbose_name_plural = _("PDF’s van buurtplannen")

    def __str__(self) -> str:
        return f"{self.versie} · PDF"
