"""How often a page was opened on a day: a number, of nobody."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Bezoekdag(models.Model):
    pagina = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="bezoekdagen")
    dag = models.DateField(_("dag"))
    aantal = models.PositiveIntegerField(_("aantal"), default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pagina", "dag"], name="bezoekdag_een_per_dag")]
        verbose_name = _("bezoek op een dag")
        verbose_name_plural = _("bezoek per dag")

    def __str__(self) -> str:
        return f"{self.dag}: {self.aantal}"
