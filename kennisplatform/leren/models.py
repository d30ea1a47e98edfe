"""Lessons that were finished: a count per day without anybody, and what somebody with an account keeps for themself."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Lesdag(models.Model):
    """How often a lesson was finished on one day. Nothing about who."""

    module = models.ForeignKey("preventie.Module", on_delete=models.CASCADE, related_name="+")
    dag = models.DateField(_("dag"))
    aantal = models.PositiveIntegerField(_("aantal"), default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["module", "dag"], name="lesdag_een_per_dag")]
        verbose_name = _("lessen op een dag")
        verbose_name_plural = _("lessen per dag")

    def __str__(self) -> str:
        return f"{self.dag}: {self.aantal}"


class GevolgdeLes(models.Model):
    """Somebody's own note that a lesson is done; nobody else reads it, and it goes with the account."""

    persoon = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    module = models.ForeignKey("preventie.Module", on_delete=models.SET_NULL, null=True, related_name="+")
    titel = models.CharField(_("les"), max_length=255)  # a lesson may go or change its name; what somebody did stays
    reeks = models.CharField(_("reeks"), max_length=10)
    op = models.DateField(_("op"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["persoon", "module"], name="gevolgd_een_keer")]
        ordering = ["op", "pk"]
        verbose_name = _("gevolgde les")
        verbose_name_plural = _("gevolgde lessen")

    def __str__(self) -> str:
        return self.titel
