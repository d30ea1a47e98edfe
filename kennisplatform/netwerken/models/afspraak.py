"""What a network agreed on: what, who, by when, and whether it was done. Only the network reads it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.models import Buurt


class Afspraken(models.QuerySet["Afspraak"]):
    def open(self) -> Afspraken:
        """What comes first stands first; without a day, last."""
        return self.filter(gedaan_op__isnull=True).order_by(F("voor").asc(nulls_last=True), "pk")


class Afspraak(models.Model):
    rechtsoort = "afspraak"
    persoonveld = "wie"

    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, related_name="afspraken")
    # Where it was before a split or merge, for when that is undone.
    kwam_uit = models.ForeignKey(
        Buurt, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    wat = models.CharField(_("Wat spraken wij af?"), max_length=200)
    wie = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Wie doet het?"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    voor = models.DateField(_("Voor wanneer?"), null=True, blank=True)
    gedaan_op = models.DateField(null=True, editable=False)
    versie = models.PositiveIntegerField(default=1, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    gemaakt = models.DateTimeField(auto_now_add=True)

    objects = Afspraken.as_manager()

    class Meta:
        verbose_name = _("afspraak")
        verbose_name_plural = _("afspraken")
        ordering = ("-gedaan_op", "pk")

    def __str__(self) -> str:
        return self.wat

    @property
    def te_laat(self) -> bool:
        return self.gedaan_op is None and self.voor is not None and self.voor < timezone.localdate()
