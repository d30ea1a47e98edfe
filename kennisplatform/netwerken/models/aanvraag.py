"""Somebody who works in a neighbourhood asks to take part."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt


class Aanvraag(models.Model):
    rechtsoort = "aanvraag"

    class Besluit(models.TextChoices):
        OPEN = "open", _("wacht op antwoord")
        TOEGELATEN = "toegelaten", _("toegelaten")
        AFGEWEZEN = "afgewezen", _("niet toegelaten")
        INGETROKKEN = "ingetrokken", _("ingetrokken")

    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, related_name="aanvragen")
    # Where it was before a split or merge, for when that is undone.
    kwam_uit = models.ForeignKey(Buurt, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    persoon = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="aanvragen")
    rol = models.CharField(_("rol"), max_length=30, choices=Netwerkrol.choices, default=Netwerkrol.ANDERS)
    functie = models.CharField(_("functie en organisatie"), max_length=120)
    bericht = models.TextField(_("bericht"), max_length=1000)
    gemaakt = models.DateTimeField(auto_now_add=True)
    besluit = models.CharField(max_length=20, choices=Besluit.choices, default=Besluit.OPEN)
    besloten = models.DateTimeField(null=True, blank=True)
    besloten_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reden = models.CharField(_("reden"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("aanvraag")
        verbose_name_plural = _("aanvragen")
        ordering = ["gemaakt", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["buurt", "persoon"], condition=models.Q(besluit="open"), name="een_open_aanvraag_per_buurt"
            )
        ]

    def __str__(self) -> str:
        return f"{self.persoon} · {self.buurt}"

    @property
    def toon(self) -> str:
        """How the decision is shown: what was granted, what waits, and nothing for the rest."""
        return {self.Besluit.TOEGELATEN: "goed", self.Besluit.OPEN: "wacht"}.get(self.Besluit(self.besluit), "")
