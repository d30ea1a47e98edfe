"""The standard programme of each theme, and the lines of the plan that are neither an activity nor a figure."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import DraftStateMixin, RevisionMixin
from wagtail.search import index

from kennisplatform.basis.begrippenveld import Begrippenveld
from kennisplatform.basis.models import Begrip
from kennisplatform.basis.velden import RegelsField
from kennisplatform.cijfers.models import CODE, THEMAKEUZE, Indicator
from kennisplatform.inhoudlader.rijrecord import MetBron
from menukaart.programma.keuzes import Activiteitstand, Planregelsoort


class Activiteit(DraftStateMixin, RevisionMixin, index.Indexed, MetBron, ClusterableModel):
    """One activity of a theme's standard programme. Every version is kept: networks build their plan on it."""

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="activiteit")

    code = models.CharField(
        _("code"),
        max_length=80,
        unique=True,
        validators=[CODE],
        help_text=_("Hieraan hangen buurtplannen. Verander hem niet meer."),
    )
    thema = models.ForeignKey(
        Begrip,
        verbose_name=_("thema"),
        on_delete=models.PROTECT,
        limit_choices_to=THEMAKEUZE,
        related_name="activiteiten",
    )
    spoor = models.CharField(
        _("onderdeel van het thema"), max_length=160, blank=True, help_text=_("De kop waar het in de bron onder staat.")
    )
    titel = models.CharField(_("naam in gewone woorden"), max_length=120)
    uitleg = models.TextField(_("uitleg in gewone woorden"), blank=True)
    tekst = models.TextField(_("zo staat het in de bron"), help_text=_("Letterlijk."))
    stand = models.CharField(
        _("stand"), max_length=15, choices=Activiteitstand.choices, default=Activiteitstand.IN_UITWERKING
    )
    indicatoren = ParentalManyToManyField(
        Indicator,
        verbose_name=_("meten met"),
        blank=True,
        related_name="activiteiten",
        help_text=_("Een voorstel van de redactie: het plan koppelt activiteiten niet aan indicatoren."),
    )
    volgorde = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    panels: ClassVar[list[Any]] = [
        FieldPanel("titel"),
        FieldPanel("uitleg"),
        FieldPanel("tekst"),
        FieldRowPanel([FieldPanel("thema"), FieldPanel("stand")]),
        FieldRowPanel([FieldPanel("spoor"), FieldPanel("volgorde")]),
        FieldPanel("indicatoren"),
        FieldPanel("code"),
        MetBron.bronpaneel,
    ]
    search_fields: ClassVar[list[Any]] = [
        index.SearchField("titel"),
        index.AutocompleteField("titel"),
        index.SearchField("tekst"),
        index.FilterField("thema_id"),
        index.FilterField("stand"),
    ]

    class Meta:
        verbose_name = _("activiteit")
        verbose_name_plural = _("activiteiten")
        ordering = ("volgorde", "code")

    def __str__(self) -> str:
        return self.titel

    @property
    def revisions(self) -> Any:
        return self._revisions


class Planregel(index.Indexed, MetBron, ClusterableModel):
    """A line of the plan: one of its two lines, a step, a question, how often something is done, a criterion, a body."""

    code = models.CharField(_("code"), max_length=80, unique=True, validators=[CODE])
    soort = models.CharField(_("soort"), max_length=15, choices=Planregelsoort.choices)
    naam = models.CharField(_("naam"), max_length=160)
    tekst = models.TextField(_("tekst"), blank=True, help_text=_("Letterlijk, zoals de bron het zegt."))
    punten = RegelsField(_("punten"), blank=True)
    wie = models.CharField(_("wie"), max_length=160, blank=True)
    hoe_vaak = models.CharField(_("hoe vaak"), max_length=120, blank=True)
    themas = Begrippenveld(
        Begrip,
        verbose_name=_("thema's"),
        blank=True,
        limit_choices_to=THEMAKEUZE,
        related_name="planregels",
        help_text=_("Op deze themapagina's staat hij ook. Alles staat op de pagina met thema's."),
    )
    let_op = models.TextField(_("let op"), blank=True)
    volgorde = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    panels: ClassVar[list[Any]] = [
        FieldPanel("naam"),
        FieldRowPanel([FieldPanel("soort"), FieldPanel("volgorde")]),
        FieldPanel("tekst"),
        FieldPanel("punten"),
        FieldRowPanel([FieldPanel("wie"), FieldPanel("hoe_vaak")]),
        FieldPanel("themas", widget=forms.CheckboxSelectMultiple),
        FieldPanel("let_op"),
        FieldPanel("code"),
        MetBron.bronpaneel,
    ]
    search_fields: ClassVar[list[Any]] = [
        index.SearchField("naam"),
        index.AutocompleteField("naam"),
        index.SearchField("tekst"),
        index.FilterField("soort"),
    ]

    class Meta:
        verbose_name = _("regel van het plan")
        verbose_name_plural = _("regels van het plan")
        ordering = ("volgorde", "code")

    def __str__(self) -> str:
        return self.naam
