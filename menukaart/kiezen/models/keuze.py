"""A network's own list of what it may choose: why it stands there, who says what of it, and what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.models import Buurt
from menukaart.kiezen.keuzes import BESLOTEN, Gebeurd, Keuzestand, Stemkeuze

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

LANG, KORT = 1000, 300


class Keuze(models.Model):
    """One intervention or pathway on one network's list. A later year may take up again what was closed."""

    rechtsoort = "keuze"
    persoonveld = ""

    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, related_name="keuzes")
    kwam_uit = models.ForeignKey(Buurt, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    # A page that is withdrawn or thrown away leaves its name: what was decided stays readable.
    pagina = models.ForeignKey("wagtailcore.Page", on_delete=models.SET_NULL, null=True, related_name="+")
    naam = models.CharField(_("naam"), max_length=255)
    stand = models.CharField(_("stand"), max_length=20, choices=Keuzestand.choices, default=Keuzestand.OVERWOGEN)
    waarom = models.TextField(_("waarom"), max_length=LANG, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    op = models.DateTimeField(_("op"), default=timezone.now)
    reden = models.TextField(_("reden van het besluit"), max_length=LANG, blank=True)
    besloten_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    besloten_op = models.DateTimeField(_("besloten op"), null=True, blank=True)
    # What the evidence was when it was decided: a recognition lapses, and who asks later must see on what it rested.
    bewijs_toen = models.CharField(_("bewijs bij het besluit"), max_length=80, blank=True)
    aangepast = models.TextField(_("wat doet u anders?"), max_length=LANG, blank=True)
    # Asked against present: of each thing that is asked, 'ja', 'nee' or 'onbekend'. What is missing is to be done.
    aanwezig = models.JSONField(_("wat er is en wat niet"), default=dict, blank=True)
    geraakt = models.JSONField(_("werkzame elementen die anders worden"), default=list, blank=True)

    stemmen: RelatedManager[Stem]
    opmerkingen: RelatedManager[Keuzeopmerking]

    class Meta:
        verbose_name = _("keuze")
        verbose_name_plural = _("keuzes")
        ordering = ["op", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["buurt", "pagina"],
                condition=models.Q(pagina__isnull=False),
                name="een_keuze_per_buurt_en_pagina",
            )
        ]

    def __str__(self) -> str:
        return f"{self.naam} · {self.buurt}"

    @property
    def besloten(self) -> bool:
        return self.stand in BESLOTEN

    @property
    def jaar(self) -> int | None:
        return timezone.localtime(self.besloten_op).year if self.besloten_op else None


class VanKeuze(models.Model):
    """What hangs on a choice belongs to its neighbourhood."""

    keuze: Any

    class Meta:
        abstract = True

    @property
    def buurt_id(self) -> int:
        return self.keuze.buurt_id


class Stem(VanKeuze):
    """What one member thinks; one a member, changed as often as they like."""

    rechtsoort = "keuze"
    buurtveld = "keuze__buurt"

    keuze = models.ForeignKey(Keuze, on_delete=models.CASCADE, related_name="stemmen")
    persoon = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    wat = models.CharField(_("stem"), max_length=20, choices=Stemkeuze.choices)
    waarom = models.CharField(_("waarom"), max_length=KORT, blank=True)
    op = models.DateTimeField(_("op"), auto_now=True)

    class Meta:
        verbose_name = _("stem")
        verbose_name_plural = _("stemmen")
        ordering = ["op", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["keuze", "persoon"], condition=models.Q(persoon__isnull=False), name="een_stem_per_keuze"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_wat_display()} · {self.keuze}"


class Keuzeopmerking(VanKeuze):
    """A remark of a member, for the own network only."""

    rechtsoort = "keuze"
    buurtveld, persoonveld = "keuze__buurt", "door"

    keuze = models.ForeignKey(Keuze, on_delete=models.CASCADE, related_name="opmerkingen")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    tekst = models.TextField(_("opmerking"), max_length=LANG)
    op = models.DateTimeField(_("op"), auto_now_add=True)

    class Meta:
        verbose_name = _("opmerking bij een keuze")
        verbose_name_plural = _("opmerkingen bij keuzes")
        ordering = ["op", "pk"]

    def __str__(self) -> str:
        return self.tekst[:60]


class Keuzegebeurtenis(VanKeuze):
    """What happened to a choice, in the order in which it did. Written, never changed."""

    rechtsoort = "keuze"
    buurtveld, persoonveld = "keuze__buurt", "door"

    keuze = models.ForeignKey(Keuze, on_delete=models.CASCADE, related_name="geschiedenis")
    wat = models.CharField(_("wat"), max_length=20, choices=Gebeurd.choices)
    tekst = models.TextField(_("in woorden"), blank=True)
    vorige = models.PositiveBigIntegerField(null=True, editable=False)  # key of the choice that went into this one
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    op = models.DateTimeField(_("op"), auto_now_add=True)

    class Meta:
        verbose_name = _("gebeurtenis van een keuze")
        verbose_name_plural = _("geschiedenis van keuzes")
        ordering = ["op", "pk"]

    def __str__(self) -> str:
        return f"{self.get_wat_display()} · {self.keuze}"
