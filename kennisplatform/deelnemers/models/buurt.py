"""The reference record of a neighbourhood: what and where. What it plans and learns lives in higher rooms."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.keuzes import Sesklasse
from kennisplatform.deelnemers.keuzes import Cohort, Fase
from kennisplatform.zoeken.document import Document


def kort(naam: str) -> str:
    """A name that fits the subject of a mail: one line, no longer than needed to know which."""
    return Truncator(" ".join(naam.split())).chars(80)


class Buurten(models.QuerySet["Buurt"]):
    def actief(self) -> Buurten:
        """Without what went up in another neighbourhood: that is kept for its history only."""
        return self.filter(opgeheven__isnull=True)


class Buurt(models.Model):
    zoeksoort = "buurt"
    rechtsoort = "buurt"
    buurtveld, persoonveld = "pk", ""

    naam = models.CharField(_("naam"), max_length=120)
    slug = models.SlugField(_("adres"), max_length=80, unique=True)
    gemeente = models.CharField(_("gemeente"), max_length=80)
    gemeentecode = models.CharField(
        _("CBS-code van de gemeente"),
        max_length=6,
        blank=True,
        validators=[RegexValidator(r"^GM\d{4}$", _("Schrijf de code als GM met vier cijfers, zoals GM0392."))],
    )
    partner = models.CharField(_("alliantiepartner"), max_length=80)
    regio = models.CharField(_("regio"), max_length=80, blank=True)
    provincie = models.CharField(_("provincie"), max_length=40, blank=True)
    breedtegraad = models.FloatField(
        _("breedtegraad"), null=True, blank=True, validators=[MinValueValidator(50.7), MaxValueValidator(53.6)]
    )
    lengtegraad = models.FloatField(
        _("lengtegraad"), null=True, blank=True, validators=[MinValueValidator(3.3), MaxValueValidator(7.3)]
    )
    ses_klasse = models.CharField(_("SES-klasse"), max_length=20, choices=Sesklasse.choices, default=Sesklasse.ONBEKEND)
    cbs_code = models.CharField(
        _("CBS-code van de buurt of wijk"),
        max_length=10,
        blank=True,
        validators=[
            RegexValidator(  # letters: Amsterdam
                r"^(BU\d{4}[0-9A-Z]{4}|WK\d{4}[0-9A-Z]{2})$",
                _("Schrijf BU met acht cijfers of WK met zes, zoals BU03920101."),
            )
        ],
    )
    fase = models.CharField(_("fase"), max_length=20, choices=Fase.choices, default=Fase.BUURTBEELD)
    cohort = models.CharField(_("startgroep"), max_length=4, choices=Cohort.choices, default=Cohort.EERSTE)
    opgeheven = models.DateField(_("opgegaan in een andere buurt op"), null=True, blank=True)
    opmerking = models.TextField(_("opmerking"), blank=True)
    bron = models.CharField(_("bron"), max_length=250, blank=True)

    objects = Buurten.as_manager()

    # Not stored: what a list counts for all its rows at once.
    leden: int
    kartrekkers: int
    voorbeelden: int

    class Meta:
        verbose_name = _("buurt")
        verbose_name_plural = _("buurten")
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(
                fields=["cbs_code"],
                condition=~models.Q(cbs_code="") & models.Q(opgeheven__isnull=True),
                name="een_buurt_per_cbs_code",
                violation_error_message=_("Er is al een buurt met deze CBS-code."),
            )
        ]

    def __str__(self) -> str:
        return self.naam

    def get_absolute_url(self) -> str:
        return reverse("buurt", args=[self.slug])

    def clean(self) -> None:
        # The constraint above is skipped by forms that do not show `opgeheven`.
        anderen = Buurt.objects.actief().filter(cbs_code=self.cbs_code).exclude(pk=self.pk)
        if self.cbs_code and self.opgeheven is None and anderen.exists():
            raise ValidationError({"cbs_code": _("Er is al een buurt met deze CBS-code.")})

    @property
    def plaats(self) -> str:
        """The name with its municipality, unless they are the same word."""
        return self.naam if self.gemeente in self.naam else f"{self.naam}, {self.gemeente}"

    def verder_als(self) -> models.QuerySet[Buurt]:
        """What came in the place of a neighbourhood that was split or merged; of one whose making was undone, what it was before."""
        verder = models.Q(herindelingen_naar__van=self, herindelingen_naar__ongedaan_op__isnull=True)
        terug = models.Q(herindelingen_van__naar=self, herindelingen_van__ongedaan_op__isnull=False)
        return Buurt.objects.filter(verder | terug).distinct()

    def zoekdocument(self) -> Document:
        return Document(
            sleutel=f"buurt:{self.pk}",
            soort="buurt",
            titel=self.naam,
            samenvatting=f"{self.gemeente}, {self.partner}",
            tekst=f"{self.regio} {self.provincie} {self.opmerking}",
            labels=(self.gemeente, self.partner, self.regio, self.provincie),
        )
