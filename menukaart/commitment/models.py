"""A signature that was asked for, under one version. Opening its link does nothing: a code by mail, and two ticks, do."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.models import Buurt
from menukaart.plan.models import Planversie

CODE_GELDIG: Final = dt.timedelta(minutes=30)
MAX_MIS: Final = 5  # wrong codes; then another one has to be asked for


class Handtekeningstand(models.TextChoices):
    GEVRAAGD = "gevraagd", _("wacht")
    GELEZEN = "gelezen", _("gelezen")
    GETEKEND = "getekend", _("getekend")
    GEWEIGERD = "geweigerd", _("tekent niet")
    VERVALLEN = "vervallen", _("vervallen: er is een nieuwe versie")


WACHT = (Handtekeningstand.GEVRAAGD, Handtekeningstand.GELEZEN)


class Handtekening(models.Model):
    rechtsoort = "handtekening"
    persoonveld = "persoon"

    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, related_name="handtekeningen")
    versie = models.ForeignKey(Planversie, on_delete=models.PROTECT, related_name="handtekeningen")
    organisatie = models.CharField(_("organisatie"), max_length=120)
    rol = models.CharField(
        _("in welke rol?"), max_length=120, help_text=_("Bijvoorbeeld: wethouder zorg, of: namens de bewoners.")
    )
    naam = models.CharField(_("naam"), max_length=120)
    email = models.EmailField(_("e-mailadres"))
    belofte = models.CharField(
        _("wat belooft deze organisatie?"),
        max_length=240,
        blank=True,
        help_text=_("Bijvoorbeeld: betaalt de zaal en het drukwerk."),
    )
    persoon = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    stand = models.CharField(
        _("stand"), max_length=10, choices=Handtekeningstand.choices, default=Handtekeningstand.GEVRAAGD
    )
    reden = models.TextField(_("waarom niet?"), max_length=1000, blank=True)
    getekend_op = models.DateTimeField(null=True)
    getekend_met = models.CharField(max_length=10, blank=True)  # 'account' or 'code'
    # Only hashes are kept: our database signs nothing.
    sleutelhash = models.CharField(max_length=64, unique=True)
    codehash = models.CharField(max_length=64, blank=True)
    code_tot = models.DateTimeField(null=True)
    mis = models.PositiveSmallIntegerField(default=0)
    gevraagd_op = models.DateTimeField(auto_now_add=True)
    herinnerd_op = models.DateTimeField(null=True)
    # Said by who was asked, or by the network: no letters by themselves any more.
    geen_herinnering = models.BooleanField(default=False, db_default=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("handtekening")
        verbose_name_plural = _("handtekeningen")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["versie", "email"],
                condition=Q(stand__in=["gevraagd", "gelezen", "getekend"]),
                name="een_handtekening_per_versie",
            )
        ]

    def __str__(self) -> str:
        return f"{self.naam}, {self.organisatie}"

    @property
    def toon(self) -> str:
        """How its state is drawn; nothing for what only waits."""
        return {"getekend": "loopt", "geweigerd": "gestopt", "gelezen": "wacht"}.get(self.stand, "")

    @property
    def wacht(self) -> bool:
        return self.stand in WACHT
