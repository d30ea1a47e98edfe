"""Pictures and documents that go with an example. Kept apart from Wagtail's: who may see them follows the example."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.models.media import maat
from leernetwerk.delen.models.inzending import Inzending


def plek(ding: models.Model, naam: str) -> str:
    """A name of ours: what somebody called a file may say who is in it."""
    soort = "beeld" if isinstance(ding, Beeld) else "bijlage"
    return f"inzendingen/{soort}/{uuid.uuid4().hex}{'.' + naam.rpartition('.')[2].lower() if '.' in naam else ''}"


class Beeld(models.Model):
    inzending = models.ForeignKey(Inzending, on_delete=models.CASCADE, related_name="beelden")
    bestand = models.FileField(upload_to=plek)
    breed = models.PositiveIntegerField()
    hoog = models.PositiveIntegerField()
    alt = models.CharField(_("wat is er te zien?"), max_length=250)
    gemaakt = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.alt


class Bijlage(models.Model):
    inzending = models.ForeignKey(Inzending, on_delete=models.CASCADE, related_name="bijlagen")
    bestand = models.FileField(upload_to=plek)
    naam = models.CharField(_("hoe heet dit document?"), max_length=120)
    soort = models.CharField(max_length=8)  # pdf, docx, odt: by its content
    grootte = models.PositiveIntegerField()
    gemaakt = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.naam

    @property
    def type_en_maat(self) -> str:
        return f"{self.soort.upper()}, {maat(self.grootte)}"
