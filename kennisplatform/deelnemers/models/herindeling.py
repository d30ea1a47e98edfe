"""What became of a neighbourhood when the statistics office drew its lines anew: kept, so that an old link leads on."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.models.buurt import Buurt


class Herindeling(models.Model):
    """A neighbourhood was split, or several became one, because the statistics office drew its lines anew."""

    rechtsoort = "register"
    buurtveld, persoonveld = "", ""

    class Soort(models.TextChoices):
        SPLITSING = "splitsing", _("gesplitst")
        SAMENVOEGING = "samenvoeging", _("samengevoegd")

    soort = models.CharField(max_length=20, choices=Soort.choices)
    van = models.ManyToManyField(Buurt, related_name="herindelingen_van")
    naar = models.ManyToManyField(Buurt, related_name="herindelingen_naar")
    reden = models.CharField(_("reden"), max_length=300)
    op = models.DateField(_("op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    # Undone (register/ongedaan.py): the row stays, so that it can be read what was done and what was taken back.
    ongedaan_op = models.DateField(_("ongedaan gemaakt op"), null=True, blank=True)
    ongedaan_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    ongedaan_reden = models.CharField(_("waarom ongedaan gemaakt"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("herindeling")
        verbose_name_plural = _("herindelingen")
        ordering = ["-op", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} · {self.op}"
