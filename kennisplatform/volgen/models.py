"""Who follows what, what happened, and who is to be told.

A notice is a row per person, made in the transaction of what happened: 6,000 narrow rows cost a fifth of a second once,
and after that nothing has to be worked out: unread is a count, 'mailed' is a mark that a killed run leaves right.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt


class Hoe(models.TextChoices):
    METEEN = "meteen", _("Meteen, bij elk bericht")
    DAGELIJKS = "dagelijks", _("Eén keer per dag")
    WEKELIJKS = "wekelijks", _("Eén keer per week")
    NOOIT = "nooit", _("Nooit, ik kijk zelf op de site")


class Volg(models.Model):
    """Somebody follows a thing: `soort` is a kind of soorten.py, `sleutel` its key in that kind."""

    rechtsoort = "volg"
    buurtveld = ""

    persoon = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="volgt")
    soort = models.CharField(max_length=20)
    sleutel = models.CharField(max_length=60)
    sinds = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("wat iemand volgt")
        verbose_name_plural = _("wat mensen volgen")
        ordering = ["-sinds", "-pk"]
        # In this order: it answers 'who follows this?' too.
        constraints = [models.UniqueConstraint(fields=["soort", "sleutel", "persoon"], name="volg_een_keer")]

    def __str__(self) -> str:
        return f"{self.soort}:{self.sleutel}"


class Voorkeur(models.Model):
    """How somebody wants to be mailed; without a row once a day."""

    persoon = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="volgvoorkeur")
    hoe = models.CharField(_("mail"), max_length=10, choices=Hoe.choices, default=Hoe.DAGELIJKS)
    week = models.CharField(max_length=8, blank=True)  # of the last weekly mail, such as '2026-W47'

    class Meta:
        verbose_name = _("voorkeur voor mail")
        verbose_name_plural = _("voorkeuren voor mail")

    def __str__(self) -> str:
        return self.get_hoe_display()


class Gebeurtenis(models.Model):
    """What happened, once. Holds no name: `door` goes with the account."""

    rechtsoort = "gebeurtenis"
    persoonveld = ""

    soort = models.CharField(max_length=30)
    kenmerk = models.CharField(max_length=120, unique=True)
    titel = models.CharField(max_length=250)
    uitleg = models.CharField(max_length=400, blank=True)
    adres = models.CharField(max_length=400)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    zichtbaarheid = models.CharField(max_length=20, choices=Zichtbaarheid.choices)
    buurt = models.ForeignKey(Buurt, on_delete=models.SET_NULL, null=True, related_name="+")
    pagina = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, null=True, related_name="+")
    gemaakt = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("gebeurtenis")
        verbose_name_plural = _("gebeurtenissen")
        ordering = ["-gemaakt", "-pk"]

    def __str__(self) -> str:
        return self.titel


class Melding(models.Model):
    """One person is told of one thing that happened."""

    rechtsoort = "melding"
    buurtveld = ""

    persoon = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="meldingen")
    gebeurtenis = models.ForeignKey(Gebeurtenis, on_delete=models.CASCADE, related_name="meldingen")
    gelezen = models.DateTimeField(null=True, blank=True)
    gemaild = models.DateTimeField(null=True, blank=True)  # when it was mailed, or left out of a mail on purpose

    class Meta:
        verbose_name = _("melding")
        verbose_name_plural = _("meldingen")
        ordering = ["-gebeurtenis__gemaakt", "-gebeurtenis_id"]  # "-gebeurtenis" turns that table's own order round
        constraints = [models.UniqueConstraint(fields=["persoon", "gebeurtenis"], name="melding_een_keer")]
        indexes = [
            models.Index(fields=["persoon"], condition=Q(gelezen__isnull=True), name="melding_ongelezen"),
            models.Index(
                fields=["persoon"], condition=Q(gelezen__isnull=True, gemaild__isnull=True), name="melding_te_mailen"
            ),
        ]

    def __str__(self) -> str:
        return str(self.gebeurtenis)
