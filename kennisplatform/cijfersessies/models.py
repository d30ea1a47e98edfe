"""The session that a network has every two months: step by step through its outcomes, noted, and counted when it is over."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.cijfers.models import Indicator
from kennisplatform.deelnemers.models import Buurt


class Cijfersessie(models.Model):
    """One at a time is open in a neighbourhood; what is rounded off stands still."""

    rechtsoort = "cijfersessie"
    persoonveld = ""

    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, related_name="cijfersessies")
    # Where it was before a split or merge, for when that is undone.
    kwam_uit = models.ForeignKey(
        Buurt, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    begonnen = models.DateTimeField(auto_now_add=True)
    dag = models.DateField(_("dag"), default=timezone.localdate)
    afgerond = models.DateTimeField(null=True, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("sessie over cijfers")
        verbose_name_plural = _("sessies over cijfers")
        ordering = ("-dag", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["buurt"], condition=Q(afgerond__isnull=True), name="een_open_sessie_per_buurt"
            )
        ]

    def __str__(self) -> str:
        return f"{self.buurt} · {self.dag}"


class Sessieregel(models.Model):
    """What was seen and decided about one indicator."""

    sessie = models.ForeignKey(Cijfersessie, on_delete=models.CASCADE, related_name="regels")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    ziet = models.TextField(_("Wat ziet u?"), max_length=1000, blank=True)
    besluit = models.CharField(
        _("Wat spreekt u af?"), max_length=200, blank=True, help_text=_("Wordt bij het afronden een afspraak.")
    )
    versie = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("aantekening bij een cijfer")
        verbose_name_plural = _("aantekeningen bij cijfers")
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["sessie", "indicator"], name="een_regel_per_indicator")]

    def __str__(self) -> str:
        return f"{self.sessie} · {self.indicator.code}"
