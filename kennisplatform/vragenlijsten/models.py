"""A round of questions in a neighbourhood, and how often each answer was given. No answer of one person is kept."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.models import Buurt

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

CIJFERS: Final = 8  # of a code: digits are on every keyboard, in every script


def nieuwe_code() -> str:
    return "".join(secrets.choice("0123456789") for _cijfer in range(CIJFERS))


class Rondemoment(models.TextChoices):
    NUL = "nul", _("nulmeting, vóór u begint")
    HALF = "half", _("na zes maanden")
    EIND = "eind", _("aan het eind")


class Vragenronde(models.Model):
    """One list, asked once. Opened and closed by ronden.py only; closed stays closed, or two results would differ by one."""

    rechtsoort = "vragenronde"
    persoonveld = ""

    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, related_name="vragenronden")
    kwam_uit = models.ForeignKey(Buurt, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    lijst = models.CharField(_("vragenlijst"), max_length=40)
    moment = models.CharField(_("moment"), max_length=4, choices=Rondemoment.choices)
    code = models.CharField(_("code"), max_length=40, unique=True, default=nieuwe_code)
    open_op = models.DateTimeField(_("open sinds"), default=timezone.now)
    gesloten_op = models.DateTimeField(_("gesloten"), null=True, blank=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    gesloten_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    mensen = models.PositiveIntegerField(_("mensen die antwoordden"), default=0)
    voorbeeld = models.BooleanField(_("verzonnen voorbeeld"), default=False)

    tellingen: RelatedManager[Vraagtelling]

    class Meta:
        ordering = ["-open_op", "-pk"]
        verbose_name = _("vragenronde")
        verbose_name_plural = _("vragenronden")

    def __str__(self) -> str:
        return f"{self.lijst} · {self.get_moment_display()}"

    @property
    def is_open(self) -> bool:
        return self.gesloten_op is None

    @property
    def leescode(self) -> str:
        """In two halves, as people read and type it."""
        return f"{self.code[:4]} {self.code[4:]}"


class Vraagtelling(models.Model):
    """How often one answer to one question was given. Made empty when the round opens, so counting never makes a row."""

    ronde = models.ForeignKey(Vragenronde, on_delete=models.CASCADE, related_name="tellingen")
    vraag = models.SlugField(_("vraag"), max_length=40)
    antwoord = models.CharField(_("antwoord"), max_length=10)
    aantal = models.PositiveIntegerField(_("aantal"), default=0)

    class Meta:
        verbose_name = _("telling van een antwoord")
        verbose_name_plural = _("tellingen van antwoorden")
        constraints = [models.UniqueConstraint(fields=["ronde", "vraag", "antwoord"], name="een_telling_per_antwoord")]

    def __str__(self) -> str:
        return f"{self.vraag} {self.antwoord}: {self.aantal}"
