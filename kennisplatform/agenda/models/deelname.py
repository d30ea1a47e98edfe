"""Somebody takes part: with an account, or with a name and an e-mail address that was confirmed."""

from __future__ import annotations

import uuid
from typing import Final

from django.conf import settings
from django.core import signing
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.agenda.keuzes import Staat
from kennisplatform.agenda.models.bijeenkomst import Bijeenkomst

GELDIG_S: Final = 2 * 24 * 3600  # to confirm an address; after that the row goes too
_ZOUT: Final = "kennisplatform.agenda.deelname"


class Deelnames(models.QuerySet["Deelname"]):
    def plek(self) -> Deelnames:
        return self.filter(staat=Staat.PLEK)

    def telt(self) -> Deelnames:
        """With a place or waiting for one: somebody who only left an address isn't there yet."""
        return self.exclude(staat=Staat.ONBEVESTIGD)


class Deelname(models.Model):
    rechtsoort = "deelname"
    buurtveld = ""

    bijeenkomst = models.ForeignKey(Bijeenkomst, on_delete=models.CASCADE, related_name="deelnames")
    # A sign-up is somebody's own and goes with the account: 'Mijn gegevens' frees the place first.
    persoon = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    naam = models.CharField(_("naam"), max_length=80, blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    staat = models.CharField(_("staat"), max_length=20, choices=Staat.choices)
    sinds = models.DateTimeField(default=timezone.now)  # the order of the waiting list
    aanwezig = models.BooleanField(_("was er"), null=True, blank=True)  # None: nobody noted it
    sleutel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = Deelnames.as_manager()

    class Meta:
        verbose_name = _("deelname")
        verbose_name_plural = _("deelnames")
        ordering = ["sinds", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["bijeenkomst", "persoon"], condition=Q(persoon__isnull=False), name="een_deelname_per_persoon"
            ),
            models.UniqueConstraint(
                fields=["bijeenkomst", "email"], condition=~Q(email=""), name="een_deelname_per_adres"
            ),
            models.CheckConstraint(condition=Q(persoon__isnull=False) | ~Q(email=""), name="deelname_is_van_iemand"),
        ]

    def __str__(self) -> str:
        return f"{self.wie} · {self.bijeenkomst}"

    @property
    def wie(self) -> str:
        return str(self.persoon) if self.persoon else self.naam

    @property
    def adres(self) -> str:
        return self.persoon.email if self.persoon else self.email

    def token(self, doel: str) -> str:
        """The signed part of a link that goes to this person's mail box: 'bevestig' or 'beheer'."""
        return signing.dumps(self.sleutel.hex, salt=f"{_ZOUT}.{doel}")


def van_token(token: str, doel: str, max_s: int | None = None) -> Deelname | None:
    """Whose link this is; None when it is not ours, too old, or the sign-up is gone."""
    try:
        sleutel = signing.loads(token, salt=f"{_ZOUT}.{doel}", max_age=max_s)
    except signing.BadSignature:
        return None
    rij = Deelname.objects.select_related("bijeenkomst__buurt", "persoon")
    return rij.filter(sleutel=sleutel).first()
