"""Figures, and where each comes from. A figure is never overwritten: a correction is a new version with its reason."""

from __future__ import annotations

from typing import Final

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from kennisplatform.cijfers.keuzes import Cijferstand, Verbergreden
from kennisplatform.cijfers.models.gebied import Gebied
from kennisplatform.cijfers.models.indicator import Indicator
from kennisplatform.cijfers.models.invoer import Cijferbron, Cijferinvoer
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt

PERIODE: Final = RegexValidator(r"^\d{4}(?:-(?:K[1-4]|H[12]|\d\d))?$", _("Een jaar, 2024-K1, 2024-H1 of 2024-03."))


class Cijfers(models.QuerySet["Cijfer"]):
    def huidig(self) -> Cijfers:
        """The last version of each."""
        return self.filter(huidig=True)

    def toonbaar(self) -> Cijfers:
        """What may leave the house, whoever asks: every page, file, chart and answer of the API begins here."""
        return self.huidig().filter(verborgen="")


class Cijfer(models.Model):
    """Of one area, one indicator and one period; of one group of people where the indicator is split."""

    rechtsoort = "cijfer"
    persoonveld = ""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="cijfers", verbose_name=_("indicator")
    )
    gebied = models.ForeignKey(Gebied, on_delete=models.PROTECT, related_name="cijfers", verbose_name=_("gebied"))
    # Only of what a network or for a network was handed in: whose it is, when not everybody may see it.
    buurt = models.ForeignKey(Buurt, on_delete=models.PROTECT, null=True, blank=True, related_name="cijfers")
    periode = models.CharField(_("periode"), max_length=7, validators=[PERIODE])
    groep = models.CharField(_("groep"), max_length=40, blank=True)
    waarde = models.FloatField(_("waarde"))
    laag = models.FloatField(_("ondergrens"), null=True, blank=True)
    hoog = models.FloatField(_("bovengrens"), null=True, blank=True)
    n = models.PositiveIntegerField(_("aantal mensen"), null=True, blank=True)
    bron = models.ForeignKey(Cijferbron, on_delete=models.PROTECT, related_name="cijfers", verbose_name=_("bron"))
    bronrij = models.CharField(_("waar in de bron"), max_length=60, blank=True)
    zichtbaarheid = models.CharField(
        _("wie mag dit zien"), max_length=10, choices=Zichtbaarheid.choices, default=Zichtbaarheid.OPENBAAR
    )
    stand = models.CharField(_("stand"), max_length=12, choices=Cijferstand.choices, default=Cijferstand.VAST)
    verborgen = models.CharField(_("verborgen"), max_length=10, choices=Verbergreden.choices, blank=True)
    versie = models.PositiveSmallIntegerField(_("versie"), default=1)
    huidig = models.BooleanField(_("geldt nu"), default=True)
    reden = models.CharField(_("reden van de correctie"), max_length=300, blank=True)
    invoer = models.ForeignKey(Cijferinvoer, on_delete=models.PROTECT, null=True, blank=True, related_name="cijfers")

    objects = Cijfers.as_manager()

    class Meta:
        verbose_name = _("cijfer")
        verbose_name_plural = _("cijfers")
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "indicator", "periode", "groep"],
                condition=models.Q(huidig=True),
                name="een_cijfer_geldt",
            ),
            models.CheckConstraint(
                condition=models.Q(laag__isnull=True)
                | models.Q(hoog__isnull=True)
                | models.Q(laag__lte=models.F("hoog")),
                name="marge_op_volgorde",
            ),
            models.CheckConstraint(
                condition=~models.Q(stand=Cijferstand.GECORRIGEERD) | ~models.Q(reden=""), name="correctie_met_reden"
            ),
        ]
        indexes = [models.Index(fields=["indicator", "periode"])]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.gebied_id} {self.periode}: {self.waarde:g}"
