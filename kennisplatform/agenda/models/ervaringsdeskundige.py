"""Somebody who knows something from own life and may be asked, through the neighbourhood. By consent, for a year."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.begrippenveld import Begrippenlijst
from kennisplatform.basis.models.begrippen import Begrip, woordenboek
from kennisplatform.deelnemers.models import Buurt

TOESTEMMING: Final = dt.timedelta(days=365)


class Deskundigen(models.QuerySet["Ervaringsdeskundige"]):
    def geldig(self) -> Deskundigen:
        """Consent still stands. The night deletes the others; until then nobody sees them."""
        return self.filter(geldig_tot__gt=timezone.localdate())


class Ervaringsdeskundige(models.Model):
    """No surname, no address, no telephone number: people who want to speak to this person ask the neighbourhood network."""

    rechtsoort = "ervaringsdeskundige"
    persoonveld = ""

    class Hoe(models.TextChoices):
        GESPREK = "gesprek", _("In een gesprek")
        BRIEF = "brief", _("Op papier, met een handtekening")
        MAIL = "mail", _("In een mail of bericht")

    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, related_name="ervaringsdeskundigen")
    naam = models.CharField(_("hoe wil deze persoon heten?"), max_length=60)
    ervaring = models.CharField(_("waarover kan deze persoon vertellen?"), max_length=400)
    onderwerpen = Begrippenlijst(Begrip, verbose_name=_("onderwerpen"), related_name="+")
    toestemming_op = models.DateField(_("toestemming gegeven op"))
    toestemming_hoe = models.CharField(_("hoe is toestemming gegeven?"), max_length=20, choices=Hoe.choices)
    geldig_tot = models.DateField()  # the first day on which consent has ended
    voorbeeld = models.BooleanField(_("verzonnen voorbeeld"), default=False)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = Deskundigen.as_manager()

    class Meta:
        verbose_name = _("ervaringsdeskundige")
        verbose_name_plural = _("ervaringsdeskundigen")
        ordering = ["buurt__naam", "naam", "pk"]

    def __str__(self) -> str:
        return self.naam

    @property
    def begrippen(self) -> list[Begrip]:
        boek = woordenboek()
        return [b for b in (boek.op_pk(een.pk) for een in self.onderwerpen.all()) if b]
