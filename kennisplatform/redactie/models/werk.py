"""Work on many pages at once: who asked what, what came of it for each page, and how to take it back."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

TERUG_BINNEN: Final = dt.timedelta(hours=1)


class Werkgang(models.Model):
    """One press for many pages. Pages are done one by one, each in a transaction of its own."""

    class Soort(models.TextChoices):
        TREFWOORD = "trefwoord", _("Trefwoord of begrip erbij of eraf")
        THEMA = "thema", _("Hoofdthema kiezen")
        EIGENAAR = "eigenaar", _("Eigenaar kiezen")
        CONTROLE = "controle", _("Volgende controle kiezen")
        PUBLICEREN = "publiceren", _("Publiceren")
        INTREKKEN = "intrekken", _("Van de site halen")
        VERTALEN = "vertalen", _("Klaarzetten om te vertalen")
        VERPLAATSEN = "verplaatsen", _("Onder een andere pagina zetten")
        INLEZEN = "inlezen", _("Wijzigingen uit een lijst")

    class Stand(models.TextChoices):
        BEKEKEN = "bekeken", _("nagekeken, nog niet begonnen")
        WACHT = "wacht", _("wacht")
        BEZIG = "bezig", _("bezig")
        KLAAR = "klaar", _("klaar")
        DRAAIT = "draait", _("wordt teruggedraaid")
        TERUG = "terug", _("teruggedraaid")

    soort = models.CharField(_("wat"), max_length=12, choices=Soort.choices)
    gegevens = models.JSONField(_("hoe"), default=dict)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    op = models.DateTimeField(_("op"), auto_now_add=True)
    klaar_op = models.DateTimeField(_("klaar op"), null=True)
    stand = models.CharField(_("stand"), max_length=10, choices=Stand.choices, default=Stand.WACHT)

    class Meta:
        verbose_name = _("werk aan veel pagina’s")
        verbose_name_plural = _("werk aan veel pagina’s")
        ordering = ["-op", "-pk"]

    def __str__(self) -> str:
        return str(self.get_soort_display())

    @property
    def is_bezig(self) -> bool:
        return self.stand in {self.Stand.WACHT, self.Stand.BEZIG, self.Stand.DRAAIT}

    @property
    def wie(self) -> int | None:
        """Who is busy with it: an editor who takes back what another did."""
        return self.gegevens.get("terug_door", self.door_id)

    @property
    def kan_terug(self) -> bool:
        """For an hour: after that others built on it. And only where something was done."""
        if self.stand != self.Stand.KLAAR or self.klaar_op is None:
            return False
        if timezone.now() - self.klaar_op >= TERUG_BINNEN:
            return False
        return self.regels.filter(stand=Werkregel.Stand.GEDAAN).exists()


class Werkregel(models.Model):
    class Stand(models.TextChoices):
        WACHT = "wacht", _("wacht")
        GEDAAN = "gedaan", _("gedaan")
        GELIJK = "gelijk", _("was al zo")
        MISLUKT = "mislukt", _("niet gedaan")
        TERUG = "terug", _("teruggedraaid")

    werkgang = models.ForeignKey(Werkgang, on_delete=models.CASCADE, related_name="regels")
    pagina = models.ForeignKey(Page, on_delete=models.SET_NULL, null=True, related_name="+")
    titel = models.CharField(_("pagina"), max_length=255)
    stand = models.CharField(_("uitkomst"), max_length=10, choices=Stand.choices, default=Stand.WACHT)
    melding = models.CharField(_("waarom"), max_length=300, blank=True)
    wil = models.JSONField(default=dict)  # of this page alone: field → value
    voor = models.JSONField(default=dict)  # how it stood
    erna = models.PositiveIntegerField(null=True)  # the revision that this work made

    class Meta:
        verbose_name = _("pagina in het werk")
        verbose_name_plural = _("pagina’s in het werk")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.titel
