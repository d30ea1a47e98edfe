"""What a network keeps for itself: notes of its meetings, and files. Nobody else reads it, the team neither."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.models.media import maat
from kennisplatform.deelnemers.models import Buurt

MAX_TEKST = 8000


def plek(_ding: models.Model, naam: str) -> str:
    """A name of ours: what somebody called a file may say who is in it."""
    return f"netwerken/{uuid.uuid4().hex}.{naam.rpartition('.')[2].lower()}"


class VanNetwerk(models.Model):
    rechtsoort = "netwerkkamer"
    persoonveld = ""

    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, related_name="+")
    # Where it was before a split or merge, for when that is undone.
    kwam_uit = models.ForeignKey(
        Buurt, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )

    class Meta:
        abstract = True


class Netwerkverslag(VanNetwerk):
    """Notes of a meeting, or of anything else that the network must find back."""

    titel = models.CharField(_("Waarover?"), max_length=140)
    dag = models.DateField(_("Wanneer was het?"), default=timezone.localdate)
    tekst = models.TextField(_("Verslag"), max_length=MAX_TEKST)
    versie = models.PositiveIntegerField(default=1, editable=False)
    gemaakt = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("verslag van een netwerk")
        verbose_name_plural = _("verslagen van netwerken")
        ordering = ("-dag", "-pk")

    def __str__(self) -> str:
        return self.titel


class Netwerkbestand(VanNetwerk):
    """A file: PDF, Word or ODT, looked at by content. Handed out to members only."""

    naam = models.CharField(_("Hoe heet het?"), max_length=120)
    bestand = models.FileField(upload_to=plek)
    soort = models.CharField(max_length=8, editable=False)
    grootte = models.PositiveIntegerField(editable=False)
    gemaakt = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("bestand van een netwerk")
        verbose_name_plural = _("bestanden van netwerken")
        ordering = ("-gemaakt", "-pk")

    def __str__(self) -> str:
        return self.naam

    @property
    def type_en_maat(self) -> str:
        return f"{self.soort.upper()}, {maat(self.grootte)}"
