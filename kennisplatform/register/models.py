"""What the team keeps of every neighbourhood beside its public record: grounds and notes."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.models import Buurt


class Notities(models.Model):
    """The team's own page about a neighbourhood."""

    rechtsoort = "register"
    persoonveld = ""

    buurt = models.OneToOneField(Buurt, on_delete=models.CASCADE, related_name="notities")
    tekst = models.TextField(_("notities"), blank=True, max_length=8000)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("notities")
        verbose_name_plural = _("notities")

    def __str__(self) -> str:
        return f"{self.buurt}"


class Criterium(models.Model):
    """One of the six grounds on which a neighbourhood was chosen. Source: the programme's plan, 'de juiste buurt'."""

    rechtsoort = "register"
    persoonveld = ""

    class Naam(models.TextChoices):
        PROFESSIONALS = "professionals", _("Enthousiaste eerstelijns professionals")
        BURGERS = "burgers", _("Betrokken burgers")
        SAMENWERKING = "samenwerking", _("Goede samenwerking in de keten")
        MARKTAANDEEL = "marktaandeel", _("Meer dan 50% marktaandeel van deelnemers")
        URGENTIE = "urgentie", _("Duidelijke reden om te veranderen (case for change)")
        EXECUTIEKRACHT = "executiekracht", _("Executiekracht in het buurtnetwerk")

    class Oordeel(models.TextChoices):
        ONBEKEND = "onbekend", _("nog niet bekeken")
        JA = "ja", _("ja")
        DEELS = "deels", _("deels")
        NEE = "nee", _("nee")

    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, related_name="criteria")
    naam = models.CharField(_("criterium"), max_length=20, choices=Naam.choices)
    oordeel = models.CharField(_("oordeel"), max_length=10, choices=Oordeel.choices, default=Oordeel.ONBEKEND)
    grond = models.CharField(_("grond"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("selectiecriterium")
        verbose_name_plural = _("selectiecriteria")
        constraints = [models.UniqueConstraint(fields=["buurt", "naam"], name="een_oordeel_per_criterium")]

    def __str__(self) -> str:
        return f"{self.get_naam_display()}: {self.get_oordeel_display()}"

    @property
    def toon(self) -> str:
        """How the verdict is shown; nothing while nobody looked."""
        tonen = {self.Oordeel.JA: "goed", self.Oordeel.DEELS: "wacht", self.Oordeel.NEE: "mis"}
        return tonen.get(self.Oordeel(self.oordeel), "")
