"""What the committee is asked, what it asks back, and what it decides. The lines themselves are the plan's."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.models import Buurt
from menukaart.plan.models import Begrotingsregel, Planversie


class Begrotingsbesluit(models.TextChoices):
    OPEN = "open", _("Bij de commissie")
    TERUG = "terug", _("Terug met vragen")
    AKKOORD = "akkoord", _("Akkoord")
    VOORWAARDEN = "voorwaarden", _("Akkoord met voorwaarden")
    AFGEWEZEN = "afgewezen", _("Niet akkoord")


LOOPT = (Begrotingsbesluit.OPEN, Begrotingsbesluit.TERUG)
GOED = (Begrotingsbesluit.AKKOORD, Begrotingsbesluit.VOORWAARDEN)


class Indiening(models.Model):
    """A budget at the committee: of a version of the plan, which stands still."""

    rechtsoort = "indiening"
    persoonveld = ""

    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, related_name="indieningen")
    versie = models.ForeignKey(Planversie, on_delete=models.PROTECT, related_name="indieningen")
    totaal = models.DecimalField(
        max_digits=12, decimal_places=2
    )  # of that version: a queue shows it without reading it
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    op = models.DateTimeField(auto_now_add=True)
    besluit = models.CharField(
        _("besluit"), max_length=12, choices=Begrotingsbesluit.choices, default=Begrotingsbesluit.OPEN
    )
    toelichting = models.TextField(_("toelichting of voorwaarden"), max_length=2000, blank=True)
    besloten_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    besloten_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("ingediende begroting")
        verbose_name_plural = _("ingediende begrotingen")
        ordering = ("-op", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["buurt"], condition=Q(besluit__in=["open", "terug"]), name="een_begroting_bij_de_commissie"
            )
        ]

    def __str__(self) -> str:
        return f"{self.buurt} · {self.get_besluit_display()}"

    @property
    def dagen(self) -> int:
        """Since it was handed in, until now or until it was decided."""
        return dagen_tot(self.op, self.besloten_op)


def dagen_tot(op: dt.datetime, besloten_op: dt.datetime | None) -> int:
    return ((besloten_op or timezone.now()) - op).days


class Commissievraag(models.Model):
    """A question or remark of the committee, about one line or the whole, and the network's answer."""

    indiening = models.ForeignKey(Indiening, on_delete=models.CASCADE, related_name="vragen")
    regel = models.ForeignKey(Begrotingsregel, on_delete=models.SET_NULL, null=True, blank=True, related_name="vragen")
    over = models.CharField(max_length=200, blank=True)  # the line as it was, also when it is gone
    tekst = models.TextField(_("vraag of opmerking"), max_length=1000)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    op = models.DateTimeField(auto_now_add=True)
    antwoord = models.TextField(_("antwoord"), max_length=1000, blank=True)
    antwoord_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    antwoord_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("vraag van de commissie")
        verbose_name_plural = _("vragen van de commissie")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.tekst[:80]


@dataclass(frozen=True)
class Bandbreedte:
    """Euros for a year, of `n` other neighbourhoods."""

    laagste: Decimal
    hoogste: Decimal
    n: int

    def past(self, bedrag: Decimal) -> str:
        """'lager', 'binnen' or 'hoger' than all of them."""
        if bedrag > self.hoogste:
            return "hoger"
        return "lager" if bedrag < self.laagste else "binnen"


class Bandstand(models.Model):
    """What all plans budget for one thing, by year, as it was last night. Whose range it is, leaves itself out."""

    soort = models.CharField(max_length=10, choices=(("standaard", _("standaardprogramma")), ("keuze", _("menukaart"))))
    nummer = models.PositiveBigIntegerField()
    aantal = models.PositiveIntegerField()
    laag = models.DecimalField(max_digits=12, decimal_places=2)
    laag_plan = models.PositiveBigIntegerField()
    tweede_laag = models.DecimalField(max_digits=12, decimal_places=2)
    hoog = models.DecimalField(max_digits=12, decimal_places=2)
    hoog_plan = models.PositiveBigIntegerField()
    tweede_hoog = models.DecimalField(max_digits=12, decimal_places=2)

    class Meta:
        verbose_name = _("bandbreedte")
        verbose_name_plural = _("bandbreedtes")
        constraints = [models.UniqueConstraint(fields=["soort", "nummer"], name="een_bandbreedte_per_ding")]

    def __str__(self) -> str:
        return f"{self.soort} {self.nummer}"

    def zonder(self, plan: int, doet_mee: bool) -> Bandbreedte:
        """To ten euros: a range must not give away a line of somebody."""
        laag = self.tweede_laag if plan == self.laag_plan else self.laag
        hoog = self.tweede_hoog if plan == self.hoog_plan else self.hoog
        return Bandbreedte(Decimal(round(laag, -1)), Decimal(round(hoog, -1)), self.aantal - doet_mee)
