"""The buurtbeeld: which challenges, why they matter, what changes when they are met; strengths; what people said."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.models import Begrip
from kennisplatform.cijfers.models import THEMAKEUZE
from kennisplatform.deelnemers.models import Buurt
from menukaart.plan.keuzes import Inzichtbron, Regiostand
from menukaart.plan.models.rij import Bevroren, Rij

CIJFER_MAX: Final = 600


class Buurtbeeld(models.Model):
    """One a neighbourhood. It is always open to writing; what counts is what was laid down last (Beeldversie)."""

    rechtsoort = "buurtbeeld"
    persoonveld = ""

    buurt = models.OneToOneField(Buurt, on_delete=models.CASCADE, related_name="beeld")
    openbaar = models.BooleanField(
        _("bewoners lezen het op de pagina van de buurt"),
        default=False,
        help_text=_("Alleen wat is vastgesteld: de uitdagingen en de krachten."),
    )
    voorbeeld = models.BooleanField(default=False, editable=False)  # invented, for the demo: its pages say so
    begonnen = models.DateTimeField(auto_now_add=True)
    geraakt = models.DateTimeField(auto_now=True)  # the last time that anything in it was saved

    class Meta:
        verbose_name = _("buurtbeeld")
        verbose_name_plural = _("buurtbeelden")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.buurt}"

    def get_absolute_url(self) -> str:
        return reverse("buurtbeeld", args=[self.buurt.slug])


class Beelduitdaging(Rij):
    """A challenge, in the three questions of the programme."""

    beeld = models.ForeignKey(Buurtbeeld, on_delete=models.CASCADE, related_name="uitdagingen")
    titel = models.CharField(
        _("de uitdaging in één regel"), max_length=120, help_text=_("Bijvoorbeeld: Ouderen zijn ’s avonds alleen.")
    )
    zien = models.TextField(
        _("Wat zien we?"),
        max_length=2000,
        blank=True,
        help_text=_("Sterk: wie, waar en wanneer. Zwak: ‘er is veel eenzaamheid’."),
    )
    waarom = models.TextField(
        _("Waarom is dit belangrijk?"), max_length=2000, blank=True, help_text=_("Wat gaat er mis als het zo blijft?")
    )
    straks = models.TextField(
        _("Wat gebeurt er als we dit aanpakken?"),
        max_length=2000,
        blank=True,
        help_text=_("Wat merkt een bewoner? Wat merkt u?"),
    )
    thema = models.ForeignKey(
        Begrip,
        verbose_name=_("raakt vooral aan thema"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        limit_choices_to=THEMAKEUZE,
        related_name="+",
    )
    cijfer = models.TextField(
        _("Welk cijfer hoort hierbij?"),
        max_length=CIJFER_MAX,
        blank=True,
        help_text=_("Met het jaar en de bron. Alleen groepen van tien mensen of meer."),
    )
    volgorde = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("uitdaging")
        verbose_name_plural = _("uitdagingen")
        ordering = ("volgorde", "pk")

    def __str__(self) -> str:
        return self.titel

    @property
    def mist(self) -> int:
        """How many of the three questions have no answer yet."""
        return sum(not tekst.strip() for tekst in (self.zien, self.waarom, self.straks))


class Beeldkracht(Rij):
    """Something that goes well here, and who does it."""

    beeld = models.ForeignKey(Buurtbeeld, on_delete=models.CASCADE, related_name="krachten")
    tekst = models.CharField(
        _("Wat gaat hier al goed?"),
        max_length=240,
        help_text=_("Bijvoorbeeld: De moskee kookt elke vrijdag voor de straat."),
    )

    class Meta:
        verbose_name = _("kracht")
        verbose_name_plural = _("krachten")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.tekst


class Beeldinzicht(Rij):
    """What talks with people brought; never who they are."""

    beeld = models.ForeignKey(Buurtbeeld, on_delete=models.CASCADE, related_name="inzichten")
    uitdaging = models.ForeignKey(
        Beelduitdaging,
        verbose_name=_("hoort bij uitdaging"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="inzichten",
    )
    bron = models.CharField(_("wie zeiden dit?"), max_length=20, choices=Inzichtbron.choices)
    tekst = models.TextField(
        _("Wat hoorde u?"), max_length=600, help_text=_("Zo letterlijk mogelijk. Geen namen, adressen of ziektes.")
    )
    gesprekken = models.PositiveSmallIntegerField(
        _("uit hoeveel gesprekken?"), null=True, blank=True, help_text=_("Hoeveel mensen zeiden iets als dit?")
    )

    class Meta:
        verbose_name = _("inzicht")
        verbose_name_plural = _("inzichten")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.tekst[:80]


class Regiopunt(Rij):
    """A challenge from the picture of the region, and whether it holds here."""

    beeld = models.ForeignKey(Buurtbeeld, on_delete=models.CASCADE, related_name="regiopunten")
    tekst = models.CharField(_("Wat zegt het regiobeeld?"), max_length=240)
    stand = models.CharField(
        _("Geldt het hier?"), max_length=12, choices=Regiostand.choices, default=Regiostand.ONBEKEND
    )
    want = models.TextField(_("Want …"), max_length=600, blank=True)

    class Meta:
        verbose_name = _("punt uit het regiobeeld")
        verbose_name_plural = _("punten uit het regiobeeld")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.tekst


class Beeldversie(Bevroren):
    """What was laid down. Number 1 is the baseline ('nulmeting') and stays that."""

    beeld = models.ForeignKey(Buurtbeeld, on_delete=models.CASCADE, related_name="versies")

    class Meta:
        verbose_name = _("vastgesteld buurtbeeld")
        verbose_name_plural = _("vastgestelde buurtbeelden")
        ordering = ("-nummer",)
        constraints = [models.UniqueConstraint(fields=["beeld", "nummer"], name="een_beeldversie_per_nummer")]

    def __str__(self) -> str:
        return f"{self.beeld} · {self.nummer}"
