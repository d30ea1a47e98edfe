"""An invitation to one e-mail address: 14 days, once, and only its hash is kept, so that our database opens no door."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt

GELDIG = dt.timedelta(days=14)


class Uitnodigingsstaat(models.TextChoices):
    """Never stored: it follows from what happened, and from today."""

    OPEN = "open", _("Open")
    VERLOPEN = "verlopen", _("Verlopen")
    AANGENOMEN = "aangenomen", _("Aangenomen")
    INGETROKKEN = "ingetrokken", _("Ingetrokken")

    @property
    def toon(self) -> str:
        """How it is shown; nothing for what was withdrawn."""
        return {"open": "wacht", "verlopen": "mis", "aangenomen": "goed"}.get(self.value, "")


def nieuwe_sleutel() -> str:
    return secrets.token_urlsafe(32)


def hash_van(sleutel: str) -> str:
    return hashlib.sha256(sleutel.encode("utf-8", "replace")).hexdigest()


class Uitnodigingen(models.QuerySet["Uitnodiging"]):
    def open(self) -> Uitnodigingen:
        """Neither used nor withdrawn; may be too old by now."""
        return self.filter(aangenomen__isnull=True, ingetrokken__isnull=True)


class Uitnodiging(models.Model):
    rechtsoort = "uitnodiging"
    persoonveld = ""

    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, related_name="uitnodigingen")
    # Where it was before a split or merge, for when that is undone.
    kwam_uit = models.ForeignKey(Buurt, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    email = models.EmailField(_("e-mailadres"))
    rol = models.CharField(_("rol"), max_length=30, choices=Netwerkrol.choices)
    wijkverpleegkundige = models.BooleanField(_("is wijkverpleegkundige"), default=False)
    functie = models.CharField(_("functie en organisatie"), max_length=120, blank=True)
    bericht = models.TextField(_("persoonlijk bericht"), max_length=600, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    sleutelhash = models.CharField(max_length=64, unique=True)
    gemaakt = models.DateTimeField(auto_now_add=True)
    verloopt = models.DateTimeField()
    keren = models.PositiveSmallIntegerField(default=1)
    aangenomen = models.DateTimeField(null=True, blank=True)
    aangenomen_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    ingetrokken = models.DateTimeField(null=True, blank=True)

    objects = Uitnodigingen.as_manager()

    class Meta:
        verbose_name = _("uitnodiging")
        verbose_name_plural = _("uitnodigingen")
        ordering = ["-gemaakt", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["buurt", "email", "rol"],
                condition=models.Q(aangenomen__isnull=True, ingetrokken__isnull=True),
                name="een_open_uitnodiging_per_rol",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_rol_display()} · {self.buurt}"

    @property
    def merk(self) -> str:
        """How a line of the log points here."""
        return f"uitnodiging:{self.pk}"

    @property
    def gemaskeerd(self) -> str:
        """Enough for somebody who knows the person: 'a…@praktijk.example'."""
        naam, _apen, domein = self.email.rpartition("@")
        return f"{naam[:1]}…@{domein}"

    @property
    def staat(self) -> Uitnodigingsstaat:
        if self.aangenomen:
            return Uitnodigingsstaat.AANGENOMEN
        if self.ingetrokken:
            return Uitnodigingsstaat.INGETROKKEN
        return Uitnodigingsstaat.VERLOPEN if self.verloopt <= timezone.now() else Uitnodigingsstaat.OPEN
