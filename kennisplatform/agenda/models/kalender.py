"""The secret address of somebody's own calendar feed: one each, and only its hash is kept."""

from __future__ import annotations

import hashlib
import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


def nieuwe_sleutel() -> str:
    return secrets.token_urlsafe(32)


def hash_van(sleutel: str) -> str:
    return hashlib.sha256(sleutel.encode("utf-8", "replace")).hexdigest()


class Kalender(models.Model):
    # Nothing but an open door to somebody's own meetings: it shuts when the account goes.
    persoon = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    sleutelhash = models.CharField(max_length=64, unique=True)
    gemaakt = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("kalenderadres")
        verbose_name_plural = _("kalenderadressen")

    def __str__(self) -> str:
        return str(self.persoon)
