"""What is measured, and what the programme counts on: from the plan, literally, each with its source.

Later figures hang on `Indicator`: a measurement is one of these, for a neighbourhood and a period.
"""

from __future__ import annotations

from typing import Any, ClassVar, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from kennisplatform.basis.begrippenveld import Begrippenveld
from kennisplatform.basis.models import Begrip, Begripsoort
from kennisplatform.basis.velden import RegelsField
from kennisplatform.cijfers.keuzes import Aannamesoort, Cijferdeel, Indicatorsoort, Optelwijze, Richting
from kennisplatform.inhoudlader.rijrecord import MetBron

CODE: Final = RegexValidator(r"^[a-z0-9]+(?:-[a-z0-9]+)*$", _("Kleine letters, cijfers en streepjes."))
NNB: Final = "NNB"  # as the plan writes it: 'nog nader te bepalen'; empty means that it says nothing
THEMAKEUZE: Final[dict[str, object]] = {"soort": Begripsoort.THEMA, "locale__language_code": "nl"}


class Indicator(index.Indexed, MetBron):
    """Something to measure: where it comes from, how often, and who sees to it."""

    code = models.CharField(
        _("code"),
        max_length=80,
        unique=True,
        validators=[CODE],
        help_text=_("Hieraan hangen cijfers. Verander hem niet meer."),
    )
    thema = models.ForeignKey(
        Begrip,
        verbose_name=_("thema"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        limit_choices_to=THEMAKEUZE,
        related_name="indicatoren",
        help_text=_("Leeg: hij hoort niet bij één thema."),
    )
    soort = models.CharField(_("soort"), max_length=15, choices=Indicatorsoort.choices)
    kop = models.CharField(_("kop in het plan"), max_length=120, blank=True)
    naam = models.CharField(_("naam"), max_length=200, help_text=_("Letterlijk, zoals de bron hem noemt."))
    gewone_naam = models.CharField(
        _("in gewone woorden"), max_length=200, blank=True, help_text=_("Zo leest een bewoner het.")
    )
    definitie = models.TextField(_("definitie"), blank=True)
    eenheid = models.CharField(_("eenheid"), max_length=60, blank=True)
    richting = models.CharField(_("richting"), max_length=10, choices=Richting.choices, default=Richting.ONBEKEND)
    databron = models.CharField(
        _("databron"), max_length=200, blank=True, help_text=_("‘NNB’ als de bron zelf zegt: nog te bepalen.")
    )
    frequentie = models.CharField(_("hoe vaak"), max_length=120, blank=True)
    actiehouder = models.CharField(_("actiehouder"), max_length=120, blank=True)
    niet_van_toepassing = models.BooleanField(
        _("niet van toepassing"),
        default=False,
        help_text=_("De bron zegt dat dit thema hier niet op gemeten wordt. Er hangen dan geen cijfers aan."),
    )
    kanttekening = models.TextField(_("kanttekening"), blank=True, help_text=_("Wat laat de bron open?"))
    zegt_niet = models.TextField(_("wat zegt dit niet?"), blank=True)
    deel = models.CharField(
        _("kop op de cijferpagina"),
        max_length=12,
        choices=Cijferdeel.choices,
        blank=True,
        help_text=_("Leeg: hij staat niet op de cijferpagina van een buurt."),
    )
    groep = models.CharField(_("over wie"), max_length=60, blank=True, help_text=_("Bijvoorbeeld: 65 jaar en ouder."))
    kort = models.CharField(
        _("korte naam"), max_length=40, blank=True, help_text=_("Boven een balk op een telefoon: hooguit zes woorden.")
    )
    zin = models.CharField(
        _("zin voor bewoners"),
        max_length=200,
        blank=True,
        help_text=_("Met {getal} waar het getal komt: ‘{getal} van de 100 volwassenen voelen zich eenzaam.’"),
    )
    decimalen = models.PositiveSmallIntegerField(_("cijfers achter de komma"), default=0)
    optelwijze = models.CharField(_("delen samen"), max_length=10, choices=Optelwijze.choices, default=Optelwijze.NIET)
    gewicht = models.CharField(
        _("wegen naar"), max_length=80, blank=True, help_text=_("Code van de indicator waarmee wordt gewogen.")
    )
    teller = models.CharField(
        _("teller"), max_length=80, blank=True, help_text=_("Wij rekenen hem uit: 100 × teller : noemer (codes).")
    )
    noemer = models.CharField(_("noemer"), max_length=80, blank=True)
    toont_effect = models.BooleanField(
        _("mag een effect laten zien"),
        default=False,
        help_text=_("Niet voor schattingen met een model: die veranderen ook als er in de buurt niets verandert."),
    )
    kolommen = RegelsField(
        _("namen in bronnen"),
        blank=True,
        help_text=_("Per regel een naam zonder volgnummer, zoals AantalInwoners. Hieraan herkent een invoer de kolom."),
    )
    volgorde = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    panels: ClassVar[list[Any]] = [
        FieldPanel("naam"),
        FieldPanel("gewone_naam"),
        FieldRowPanel([FieldPanel("thema"), FieldPanel("soort"), FieldPanel("niet_van_toepassing")]),
        FieldRowPanel([FieldPanel("kop"), FieldPanel("volgorde")]),
        MultiFieldPanel(
            [FieldPanel("databron"), FieldRowPanel([FieldPanel("frequentie"), FieldPanel("actiehouder")])],
            heading=_("Wie meet het, waarmee en hoe vaak?"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("definitie"),
                FieldRowPanel([FieldPanel("eenheid"), FieldPanel("richting")]),
                FieldPanel("zegt_niet"),
                FieldPanel("kanttekening"),
            ],
            heading=_("Wat betekent het?"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("deel"), FieldPanel("groep"), FieldPanel("decimalen")]),
                FieldRowPanel([FieldPanel("kort"), FieldPanel("zin")]),
                FieldRowPanel([FieldPanel("optelwijze"), FieldPanel("gewicht")]),
                FieldRowPanel([FieldPanel("teller"), FieldPanel("noemer")]),
                FieldPanel("toont_effect"),
                FieldPanel("kolommen"),
            ],
            heading=_("Hoe staat het op de pagina, en hoe rekenen wij?"),
        ),
        FieldPanel("code"),
        MetBron.bronpaneel,
    ]
    search_fields: ClassVar[list[Any]] = [
        index.SearchField("naam"),
        index.AutocompleteField("naam"),
        index.AutocompleteField("gewone_naam"),
        index.FilterField("soort"),
        index.FilterField("thema_id"),
        index.FilterField("niet_van_toepassing"),
    ]

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicatoren")
        ordering = ("volgorde", "code")

    def __str__(self) -> str:
        return f"{self.naam} ({self.thema})" if self.thema else self.naam

    @property
    def leesnaam(self) -> str:
        """As people read it. The plan's own words ('# wvpk …') stand beside it where the plan is quoted."""
        return self.gewone_naam or self.naam

    @property
    def waar_hoe_vaak_wie(self) -> list[tuple[str, str]]:
        """Heading and text of each column; what the source leaves to be settled is said in words."""
        koppen = ((_("Databron"), self.databron), (_("Hoe vaak"), self.frequentie), (_("Wie"), self.actiehouder))
        return [(str(kop), str(_("nog niet bepaald")) if tekst == NNB else tekst or "–") for kop, tekst in koppen]

    def clean(self) -> None:
        super().clean()
        if self.niet_van_toepassing and (self.databron or self.frequentie or self.actiehouder):
            raise ValidationError(
                {"niet_van_toepassing": _("Wat niet gemeten wordt, heeft geen databron, frequentie of actiehouder.")}
            )


class Aanname(index.Indexed, MetBron, ClusterableModel):
    """A number the programme counts on: compared with what, why, within which bounds, and how it is misread."""

    code = models.CharField(_("code"), max_length=80, unique=True, validators=[CODE])
    soort = models.CharField(_("soort"), max_length=15, choices=Aannamesoort.choices)
    onderdeel = models.CharField(_("waarover"), max_length=80, help_text=_("Bijvoorbeeld: wijkverpleging."))
    themas = Begrippenveld(
        Begrip,
        verbose_name=_("thema's"),
        blank=True,
        limit_choices_to=THEMAKEUZE,
        related_name="aannames",
        help_text=_("Leeg: het geldt voor het hele programma."),
    )
    tekst = models.TextField(_("aanname"), help_text=_("Letterlijk, zoals de bron het zegt."))
    tegenover = models.CharField(_("vergeleken met"), max_length=200, blank=True)
    waardoor = models.TextField(_("waardoor"), blank=True)
    onderbouwing = models.TextField(_("onderbouwing"), blank=True)
    let_op = models.TextField(_("let op"), blank=True, help_text=_("Hoe wordt dit getal verkeerd gelezen?"))
    volgorde = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    panels: ClassVar[list[Any]] = [
        FieldRowPanel([FieldPanel("onderdeel"), FieldPanel("soort"), FieldPanel("volgorde")]),
        FieldPanel("themas", widget=forms.CheckboxSelectMultiple),
        FieldPanel("tekst"),
        FieldPanel("tegenover"),
        FieldPanel("waardoor"),
        FieldPanel("onderbouwing"),
        FieldPanel("let_op"),
        FieldPanel("code"),
        MetBron.bronpaneel,
    ]
    search_fields: ClassVar[list[Any]] = [
        index.SearchField("tekst"),
        index.AutocompleteField("onderdeel"),
        index.FilterField("soort"),
    ]

    class Meta:
        verbose_name = _("aanname")
        verbose_name_plural = _("aannames")
        ordering = ("volgorde", "code")

    def __str__(self) -> str:
        return f"{self.onderdeel}: {self.tekst}"
