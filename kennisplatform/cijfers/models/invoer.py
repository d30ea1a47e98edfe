"""Where figures come from, and each file that was taken in: what it did, and that it can be taken back."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from kennisplatform.inhoudlader.rijrecord import MetBron


class Cijferbron(MetBron):
    """A table or a file that figures come from: whose it is, where it stands, what may be done with it."""

    code = models.CharField(_("code"), max_length=40, unique=True, help_text=_("Zoals 85984NED."))
    licentie = models.CharField(_("licentie"), max_length=120, blank=True)
    open = models.BooleanField(
        _("open data"),
        default=True,
        help_text=_(
            "Open data tonen wij zoals ze gepubliceerd zijn. Van wat ons is aangeleverd, verbergen wij kleine getallen."
        ),
    )
    model = models.BooleanField(
        _("schatting met een model"), default=False, help_text=_("Zo’n cijfer kan geen effect van het programma tonen.")
    )
    voorbeeld = models.BooleanField(
        _("verzonnen voorbeeld"), default=False, help_text=_("Dat staat dan dwars over elke grafiek ervan.")
    )

    panels: ClassVar[list[Any]] = [
        FieldPanel("code"),
        FieldPanel("licentie"),
        FieldRowPanel([FieldPanel("open"), FieldPanel("model"), FieldPanel("voorbeeld")]),
        MetBron.bronpaneel,
    ]

    class Meta:
        verbose_name = _("bron van cijfers")
        verbose_name_plural = _("bronnen van cijfers")
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.bron_titel} ({self.code})"


class Cijferinvoer(models.Model):
    """One file: looked at (its bytes wait here for a day), taken in, or taken back as a whole."""

    rechtsoort = "cijferinvoer"
    buurtveld, persoonveld = "", ""

    class Stand(models.TextChoices):
        NAKIJKEN = "nakijken", _("wordt nagekeken")
        BEKEKEN = "bekeken", _("nagekeken, nog niet opgenomen")
        OPNEMEN = "opnemen", _("wordt opgenomen")
        OPGENOMEN = "opgenomen", _("opgenomen")
        TERUGNEMEN = "terugnemen", _("wordt teruggenomen")
        TERUG = "terug", _("teruggenomen")

    bestand = models.CharField(_("bestand"), max_length=200)
    afdruk = models.CharField(max_length=64)  # SHA-256 of what was read
    bron = models.ForeignKey(Cijferbron, on_delete=models.PROTECT, related_name="invoeren", verbose_name=_("bron"))
    formaat = models.CharField(_("formaat"), max_length=80, blank=True)
    periode = models.CharField(_("periode"), max_length=7, blank=True)
    groep = models.CharField(_("over wie"), max_length=10, blank=True)
    stand = models.CharField(_("stand"), max_length=10, choices=Stand.choices, default=Stand.BEKEKEN)
    nieuw = models.PositiveIntegerField(_("nieuw"), default=0)
    gecorrigeerd = models.PositiveIntegerField(_("anders"), default=0)
    gelijk = models.PositiveIntegerField(_("gelijk"), default=0)
    rauw = models.BinaryField(null=True, editable=False)  # only while it waits
    verslag = models.JSONField(null=True, editable=False)  # what looking found, as long as it waits too
    gestart = models.DateTimeField(null=True, editable=False)  # when the work beside the request began
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    op = models.DateTimeField(_("op"), auto_now_add=True)
    terug_op = models.DateTimeField(_("teruggenomen op"), null=True, blank=True)
    terug_reden = models.CharField(_("waarom teruggenomen"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("invoer van cijfers")
        verbose_name_plural = _("invoeren van cijfers")
        ordering = ["-op", "-pk"]

    def __str__(self) -> str:
        return f"{self.bestand} · {self.get_stand_display()}"

    @property
    def is_bezig(self) -> bool:
        return self.stand in {self.Stand.NAKIJKEN, self.Stand.OPNEMEN, self.Stand.TERUGNEMEN}
