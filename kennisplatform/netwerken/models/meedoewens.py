"""Somebody without an account wants to take part. Gone as soon as it is answered; nobody's address waits here for long."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.models import Buurt


class Meedoewens(models.Model):
    rechtsoort = "meedoewens"
    persoonveld = ""

    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, related_name="meedoewensen")
    # Where it was before a split or merge, for when that is undone.
    kwam_uit = models.ForeignKey(Buurt, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    tekst = models.TextField(_("wat iemand schreef"), max_length=2000)
    mail = models.EmailField(_("e-mailadres"), max_length=200)
    gemaakt = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("bericht van wie wil meedoen")
        verbose_name_plural = _("berichten van wie wil meedoen")
        ordering = ["gemaakt", "pk"]

    def __str__(self) -> str:
        return f"{self.gemaskeerd} · {self.buurt}"

    @property
    def gemaskeerd(self) -> str:
        naam, _apen, domein = self.mail.rpartition("@")
        return f"{naam[:1]}…@{domein}"
