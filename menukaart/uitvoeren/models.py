"""What happened to an activity, line by line: written once, never changed. How it stands now is on the activity itself."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from menukaart.plan.keuzes import Uitvoerstand
from menukaart.plan.models import Planactiviteit


class Voortgang(models.Model):
    rechtsoort = "buurtplan"
    persoonveld = ""

    activiteit = models.ForeignKey(Planactiviteit, on_delete=models.CASCADE, related_name="voortgang")
    op = models.DateField(default=timezone.localdate)
    stand = models.CharField(_("stand"), max_length=10, choices=Uitvoerstand.choices)
    aangepast = models.TextField(_("wat werd aangepast, en waarom"), max_length=1000, blank=True)
    stopreden = models.TextField(_("waarom het stopte"), max_length=1000, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("voortgang van een activiteit")
        verbose_name_plural = _("voortgang van activiteiten")
        ordering = ("-op", "-pk")

    def __str__(self) -> str:
        return f"{self.activiteit} · {self.get_stand_display()}"
