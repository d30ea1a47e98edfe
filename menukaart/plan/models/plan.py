"""The buurtplan: what a neighbourhood does about each theme, who, when, and what it costs."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from kennisplatform.basis.models import Begrip
from kennisplatform.cijfers.models import THEMAKEUZE
from kennisplatform.deelnemers.models import Buurt
from menukaart.plan.keuzes import Activiteitherkomst, Financier, Kostensoort, Uitvoerstand
from menukaart.plan.models.beeld import Beelduitdaging
from menukaart.plan.models.rij import Bevroren, Rij
from menukaart.plan.models.tarief import Tarief
from menukaart.programma.models import Activiteit

CENT = Decimal("0.01")


def bedrag_van(aantal: Decimal, prijs: Decimal) -> Decimal:
    return (aantal * prijs).quantize(CENT, ROUND_HALF_UP)


def dit_jaar() -> int:
    return timezone.localdate().year


def over_een_jaar() -> int:
    return dit_jaar() + 1


def eerste_jaar() -> int:
    """A plan that is written in November or December is for the year that comes: it is to be judged and signed first."""
    return (timezone.localdate() + dt.timedelta(days=61)).year


def tweede_jaar() -> int:
    return eerste_jaar() + 1


class Buurtplan(models.Model):
    """One a neighbourhood, always open to writing; what counts is what was laid down last (Planversie)."""

    rechtsoort = "buurtplan"
    persoonveld = ""

    buurt = models.OneToOneField(Buurt, on_delete=models.CASCADE, related_name="plan")
    van = models.PositiveSmallIntegerField(
        _("eerste jaar"), default=eerste_jaar, validators=[MinValueValidator(2024), MaxValueValidator(2060)]
    )
    tot = models.PositiveSmallIntegerField(
        _("laatste jaar"), default=tweede_jaar, validators=[MinValueValidator(2024), MaxValueValidator(2060)]
    )
    inwoners = models.PositiveIntegerField(
        _("inwoners van de buurt"), null=True, blank=True, help_text=_("Om te zeggen wat het plan per inwoner kost.")
    )
    voorbeeld = models.BooleanField(default=False, editable=False)  # invented, for the demo: its pages say so
    # Letters to who leads, about what is past its date; the network can do without.
    herinneren = models.BooleanField(default=True, db_default=True, editable=False)
    begonnen = models.DateTimeField(auto_now_add=True)
    geraakt = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("buurtplan")
        verbose_name_plural = _("buurtplannen")
        constraints = [models.CheckConstraint(condition=Q(tot__gte=F("van")), name="plan_eindigt_na_begin")]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.buurt}"

    def get_absolute_url(self) -> str:
        return reverse("buurtplan", args=[self.buurt.slug])


class Planthema(Rij):
    """What a neighbourhood wants with a theme, or why it leaves it for now. Two themes can't be left."""

    plan = models.ForeignKey(Buurtplan, on_delete=models.CASCADE, related_name="themas")
    thema = models.ForeignKey(Begrip, on_delete=models.PROTECT, limit_choices_to=THEMAKEUZE, related_name="+")
    doel = models.TextField(
        _("Doel"),
        max_length=600,
        blank=True,
        help_text=_("Wat is er over twee jaar anders? Bijvoorbeeld: elke 75-plusser kent drie buren."),
    )
    niet_nu = models.BooleanField(_("Dit thema past nu niet bij ons"), default=False)
    reden = models.TextField(
        _("Omdat"), max_length=1000, blank=True, help_text=_("Eén of twee zinnen. Het transitieteam leest dit.")
    )
    antwoord = models.TextField(_("Antwoord van het transitieteam"), max_length=1000, blank=True, editable=False)
    antwoord_op = models.DateField(null=True, editable=False)

    class Meta:
        verbose_name = _("thema van een buurtplan")
        verbose_name_plural = _("thema’s van buurtplannen")
        constraints = [models.UniqueConstraint(fields=["plan", "thema"], name="een_regel_per_thema")]

    def __str__(self) -> str:
        return f"{self.plan} · {self.thema}"


class Planactiviteit(Rij):
    """One thing that the network does. Times are quarters: year × 4 + 0 to 3."""

    plan = models.ForeignKey(Buurtplan, on_delete=models.CASCADE, related_name="activiteiten")
    thema = models.ForeignKey(
        Begrip, verbose_name=_("thema"), on_delete=models.PROTECT, limit_choices_to=THEMAKEUZE, related_name="+"
    )
    titel = models.CharField(_("Wat gaat u doen?"), max_length=160)
    uitleg = models.TextField(_("Hoe ziet dat eruit?"), max_length=2000, blank=True)
    herkomst = models.CharField(
        max_length=12, choices=Activiteitherkomst.choices, default=Activiteitherkomst.EIGEN, editable=False
    )
    standaard = models.ForeignKey(
        Activiteit, on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="in_plannen"
    )
    keuze = models.ForeignKey(  # an intervention or a pathway; a link, so by the page itself
        Page, on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="in_plannen"
    )
    uitdaging = models.ForeignKey(
        Beelduitdaging,
        verbose_name=_("werkt aan uitdaging"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="activiteiten",
    )
    wie = models.CharField(
        _("Wie trekt het?"),
        max_length=160,
        blank=True,
        help_text=_("Rol en organisatie; een naam mag niet nodig zijn."),
    )
    met_wie = models.CharField(_("Met wie?"), max_length=240, blank=True)
    begin = models.PositiveSmallIntegerField(_("van"))
    eind = models.PositiveSmallIntegerField(_("tot en met"))
    na = models.ForeignKey(
        "self",
        verbose_name=_("kan pas beginnen na"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="daarna",
    )
    stand = models.CharField(_("stand"), max_length=10, choices=Uitvoerstand.choices, default=Uitvoerstand.GEPLAND)
    aangepast = models.TextField(
        _("Wat paste u aan, en waarom?"),
        max_length=1000,
        blank=True,
        help_text=_("Vergeleken met het plan, het standaardprogramma of de menukaart. Eén zin over waarom is genoeg."),
    )
    stopreden = models.TextField(
        _("Waarom stopte het?"), max_length=1000, blank=True, help_text=_("Andere buurten leren hier het meest van.")
    )
    gestart_op = models.DateField(null=True, editable=False)
    gestopt_op = models.DateField(null=True, editable=False)

    class Meta:
        verbose_name = _("activiteit van een buurtplan")
        verbose_name_plural = _("activiteiten van buurtplannen")
        ordering = ("begin", "pk")
        constraints = [models.CheckConstraint(condition=Q(eind__gte=F("begin")), name="activiteit_eindigt_na_begin")]
        indexes = [models.Index(fields=["stand", "plan"], name="activiteit_stand_plan")]  # counted over all plans

    def __str__(self) -> str:
        return self.titel

    @property
    def wacht_op_naam(self) -> bool:
        return not self.wie.strip() and self.stand in (Uitvoerstand.GEPLAND, Uitvoerstand.LOOPT)


class Begrotingsregel(Rij):
    """What one activity costs in one year, paid by one. The amount is the number × the price, rounded to cents."""

    activiteit = models.ForeignKey(Planactiviteit, on_delete=models.CASCADE, related_name="regels")
    soort = models.CharField(_("soort kosten"), max_length=12, choices=Kostensoort.choices, default=Kostensoort.UREN)
    omschrijving = models.CharField(_("waarvoor?"), max_length=160)
    jaar = models.PositiveSmallIntegerField(_("jaar"))
    aantal = models.DecimalField(
        _("aantal"), max_digits=9, decimal_places=2, validators=[MinValueValidator(Decimal(0))]
    )
    prijs = models.DecimalField(
        _("per stuk of per uur (€)"), max_digits=9, decimal_places=2, validators=[MinValueValidator(Decimal(0))]
    )
    # What it was counted with; the price is the line's own, so a newer rate changes no budget.
    tarief = models.ForeignKey(
        Tarief,
        verbose_name=_("tarief van het team"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    financier = models.CharField(
        _("wie betaalt?"), max_length=12, choices=Financier.choices, default=Financier.ONBEKEND
    )
    uitgegeven = models.DecimalField(
        _("echt uitgegeven (€)"),
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    gebruikt = models.DecimalField(
        _("echt gebruikt (uren of aantal)"),
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )

    class Meta:
        verbose_name = _("regel van de begroting")
        verbose_name_plural = _("regels van de begroting")
        ordering = ("activiteit", "jaar", "pk")
        indexes = [  # summed over all plans; most lines have none yet
            models.Index(
                fields=["uitgegeven", "activiteit"], condition=Q(uitgegeven__isnull=False), name="regel_uitgegeven"
            )
        ]

    def __str__(self) -> str:
        return self.omschrijving

    @property
    def bedrag(self) -> Decimal:
        return bedrag_van(self.aantal, self.prijs)


class Planversie(Bevroren):
    """Plan and budget as they were laid down together."""

    plan = models.ForeignKey(Buurtplan, on_delete=models.CASCADE, related_name="versies")

    class Meta:
        verbose_name = _("vastgesteld buurtplan")
        verbose_name_plural = _("vastgestelde buurtplannen")
        ordering = ("-nummer",)
        constraints = [models.UniqueConstraint(fields=["plan", "nummer"], name="een_planversie_per_nummer")]

    def __str__(self) -> str:
        return f"{self.plan} · {self.nummer}"
