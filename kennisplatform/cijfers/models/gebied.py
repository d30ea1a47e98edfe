"""Areas that figures are about, and of which of them a neighbourhood is made, by the year of the division."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from kennisplatform.cijfers.keuzes import Gebiedsoort, Gebiedszekerheid
from kennisplatform.deelnemers.models import Buurt

LAND: Final = "NL00"
GEBIEDSCODE: Final = RegexValidator(
    r"^(NL00|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4}|\d{4}|eigen-[a-z0-9-]+)$",  # letters: Amsterdam
    _("Schrijf de code van het CBS zoals BU03920105, WK039201 of GM0392, of een postcode van vier cijfers."),
)


class Gebied(models.Model):
    """A country, municipality, district, neighbourhood or postcode as the statistics office draws it."""

    code = models.CharField(_("code"), max_length=90, unique=True, validators=[GEBIEDSCODE])
    soort = models.CharField(_("soort"), max_length=10, choices=Gebiedsoort.choices)
    naam = models.CharField(_("naam"), max_length=120)
    gemeentecode = models.CharField(_("code van de gemeente"), max_length=6, blank=True, db_index=True)

    class Meta:
        verbose_name = _("gebied")
        verbose_name_plural = _("gebieden")
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.naam} ({self.code})"


class Buurtgebied(models.Model):
    """From a year on, this area is (a part of) this neighbourhood. Several of one year: it is made of those together."""

    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, related_name="gebieden", verbose_name=_("buurt"))
    gebied = models.ForeignKey(Gebied, on_delete=models.PROTECT, related_name="buurten", verbose_name=_("gebied"))
    jaar = models.PositiveSmallIntegerField(
        _("indeling van"), validators=[MinValueValidator(2000), MaxValueValidator(2100)]
    )
    zekerheid = models.CharField(
        _("hoe zeker"), max_length=12, choices=Gebiedszekerheid.choices, default=Gebiedszekerheid.ZEKER
    )
    toelichting = models.CharField(
        _("waarom dit gebied"), max_length=400, blank=True, help_text=_("Dit leest iedereen op de cijferpagina.")
    )

    panels: ClassVar[list[Any]] = [
        FieldPanel("buurt"),
        FieldRowPanel([FieldPanel("gebied"), FieldPanel("jaar"), FieldPanel("zekerheid")]),
        FieldPanel("toelichting"),
    ]

    class Meta:
        verbose_name = _("gebied van een buurt")
        verbose_name_plural = _("gebieden van buurten")
        ordering = ["buurt__naam", "-jaar", "gebied__code"]
        constraints = [models.UniqueConstraint(fields=["buurt", "gebied", "jaar"], name="gebied_eenmaal_per_jaar")]

    def __str__(self) -> str:
        return f"{self.buurt}: {self.gebied} ({self.jaar})"
