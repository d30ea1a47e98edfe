"""The outbox of mail: a row is written in the transaction of the change that it tells about."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

MAX_ONDERWERP = 200
OPEN = Q(verstuurd__isnull=True, mislukt__isnull=True)


def nieuw_kenmerk() -> str:
    return uuid.uuid4().hex


def berichtid(kenmerk: str) -> str:
    """The Message-ID of every try of one message. Keyed: it can't be guessed from a known `kenmerk`."""
    domein = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"
    return f"<{salted_hmac('kennisplatform.post', kenmerk, algorithm='sha256').hexdigest()[:40]}@{domein}>"


class Berichten(models.QuerySet["Bericht"]):
    def open(self) -> Berichten:
        return self.filter(OPEN)

    def aan_de_beurt(self, nu: dt.datetime) -> Berichten:
        """Due, and held by nobody: a claim that ran out is nobody's."""
        return self.open().filter(Q(vast_tot__isnull=True) | Q(vast_tot__lte=nu), volgende__lte=nu)


class Bericht(models.Model):
    """Made by `versturen.verstuur` only: that is where what may not be sent is refused."""

    aan = models.CharField(_("aan"), max_length=254)
    onderwerp = models.CharField(_("onderwerp"), max_length=MAX_ONDERWERP)
    tekst = models.TextField(_("tekst"), blank=True)
    html = models.TextField(_("opgemaakte tekst"), blank=True)
    koppen: models.JSONField[dict[str, str], dict[str, str]] = models.JSONField(_("koppen"), default=dict, blank=True)
    geheim = models.BooleanField(_("draagt een sleutel"), default=False)  # emptied the moment it left
    kenmerk = models.CharField(_("kenmerk"), max_length=120, unique=True, default=nieuw_kenmerk)
    berichtid = models.CharField(_("Message-ID"), max_length=255, unique=True)
    gemaakt = models.DateTimeField(_("gemaakt"), default=timezone.now)
    niet_voor = models.DateTimeField(_("niet versturen vóór"), null=True, blank=True)
    poging = models.PositiveSmallIntegerField(_("pogingen"), default=0)
    volgende = models.DateTimeField(_("volgende poging"), default=timezone.now)
    verstuurd = models.DateTimeField(_("verstuurd"), null=True, blank=True)
    mislukt = models.DateTimeField(_("mislukt"), null=True, blank=True)
    fout = models.CharField(_("reden"), max_length=250, blank=True)
    # Who is sending it now, and until when that is believed: a process that was killed holds up nothing for long.
    vast_tot = models.DateTimeField(null=True, blank=True)
    vast_door = models.CharField(max_length=32, blank=True)
    leeg = models.DateTimeField(_("leeggemaakt"), null=True, blank=True)  # see onderhoud.py

    objects = Berichten.as_manager()

    class Meta:
        verbose_name = _("bericht")
        verbose_name_plural = _("post")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["volgende", "id"], condition=OPEN, name="post_open"),
            models.Index(fields=["vast_door"], condition=~Q(vast_door=""), name="post_vast"),
            models.Index(fields=["mislukt"], condition=Q(mislukt__isnull=False), name="post_mislukt"),
        ]

    def __str__(self) -> str:
        return self.onderwerp

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.berichtid = self.berichtid or berichtid(self.kenmerk)
        super().save(*args, **kwargs)

    @property
    def domein(self) -> str:
        """All that the team sees of the address; nothing once the row was emptied."""
        return self.aan.rpartition("@")[2] if "@" in self.aan else ""
