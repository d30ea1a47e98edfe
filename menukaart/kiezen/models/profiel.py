"""What a neighbourhood says of itself in six answers. A room with figures may know more; it extends this, it does not copy it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.keuzes import Sesklasse
from kennisplatform.deelnemers.models import Buurt


class Buurtprofiel(models.Model):
    """Codes of terms, as in addresses: challenges in two weights, strengths, for whom, who is there, what runs."""

    rechtsoort = "keuze"
    persoonveld = ""

    buurt = models.OneToOneField(Buurt, on_delete=models.CASCADE, related_name="profiel")
    eerst = models.JSONField(_("uitdagingen die het eerst komen"), default=list, blank=True)
    ook = models.JSONField(_("andere uitdagingen"), default=list, blank=True)
    krachten = models.TextField(_("krachten"), max_length=1000, blank=True)
    voor_wie = models.JSONField(_("voor wie"), default=list, blank=True)
    # Asked later than the others: null is a row from before.
    ziekte = models.JSONField(_("wat veel voorkomt"), default=list, blank=True, null=True)
    leeftijd = models.JSONField(_("leeftijden"), default=list, blank=True, null=True)
    kracht = models.JSONField(_("wat goed gaat"), default=list, blank=True, null=True)
    middelen = models.JSONField(_("wat er is"), default=list, blank=True, null=True)
    aard = models.CharField(_("soort buurt"), max_length=20, blank=True, default="", db_default="")
    mensen = models.JSONField(_("mensen die er zijn"), default=list, blank=True)
    uren = models.PositiveSmallIntegerField(_("uren per week"), null=True, blank=True)
    ses = models.CharField(_("SES-klasse"), max_length=20, choices=Sesklasse.choices, default=Sesklasse.ONBEKEND)
    loopt = models.JSONField(_("wat er al loopt"), default=list, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    op = models.DateTimeField(_("op"), auto_now=True)

    class Meta:
        verbose_name = _("profiel van een buurt")
        verbose_name_plural = _("profielen van buurten")

    def __str__(self) -> str:
        return str(self.buurt)
