"""What must be the same wherever it stands: alarm sentences, one level for one danger, and facts used by their name."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from kennisplatform.basis.velden import RegelsField, regels
from kennisplatform.feiten.keuzes import Alarmgroep, Feitsoort, Niveau
from kennisplatform.inhoudlader.rijrecord import MetBron

NAAM = RegexValidator(r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$", _("Kleine letters, cijfers, punten en streepjes."))
GEEN_OPMAAK = RegexValidator(r"^[^<>&{}]*$", _("Zonder < > & en accolades."))


class Alarmzin(index.Indexed, MetBron, ClusterableModel):
    """One danger, for one group: how urgent, whom to call, and the sentence that says it everywhere."""

    gevaar = models.CharField(
        _("gevaar"), max_length=60, validators=[NAAM], help_text=_("Kort, met streepjes: hoofd-gestoten.")
    )
    groep = models.CharField(_("voor wie"), max_length=20, choices=Alarmgroep.choices, default=Alarmgroep.IEDEREEN)
    niveau = models.CharField(_("hoe dringend"), max_length=10, choices=Niveau.choices)
    wie = models.CharField(
        _("wie bellen"),
        max_length=120,
        blank=True,
        validators=[RegexValidator(r"^[^<>&]*$", _("Zonder < > en &."))],
        help_text=_("Leeg betekent: uw huisarts. Zet er de rol bij, of een nummer met zijn naam: {feit:113}."),
    )
    tekst = models.CharField(
        _("de zin voor bewoners"),
        max_length=200,
        help_text=_("Alleen wat er aan de hand is. ‘Bel meteen’ en wie gebeld wordt, zet de pagina er zelf bij."),
    )
    tekst_beroep = models.CharField(
        _("de zin voor beroepskrachten"), max_length=250, blank=True, help_text=_("Leeg: dezelfde zin.")
    )
    wie_beroep = models.CharField(_("met wie overleggen zij"), max_length=120, blank=True)
    woorden = RegelsField(
        _("hieraan te herkennen"),
        blank=True,
        help_text=_(
            "Per regel woorden die samen in één zin staan; * voor elk einde, ! voor wat er niet bij mag staan: ‘hoofd* bloedverdunner*’. Alleen om de redactie te waarschuwen."
        ),
    )
    nagekeken_door = models.CharField(_("nagekeken door"), max_length=120, blank=True)
    nagekeken_rol = models.CharField(_("rol van wie nakeek"), max_length=120, blank=True)
    nagekeken_op = models.DateField(_("nagekeken op"), null=True, blank=True, help_text=_("Leeg: nog niet nagekeken."))

    panels: ClassVar[list[Any]] = [
        FieldRowPanel([FieldPanel("gevaar"), FieldPanel("groep")]),
        FieldRowPanel([FieldPanel("niveau"), FieldPanel("wie")]),
        FieldPanel("tekst"),
        InlinePanel("vertalingen", label=_("vertaling"), heading=_("In andere talen")),
        MultiFieldPanel(
            [FieldPanel("tekst_beroep"), FieldPanel("wie_beroep")], heading=_("Aan de kant van de beroepskracht")
        ),
        MetBron.bronpaneel,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("nagekeken_door"), FieldPanel("nagekeken_rol"), FieldPanel("nagekeken_op")])],
            heading=_("Nagekeken door een zorgverlener"),
        ),
        FieldPanel("woorden"),
    ]
    search_fields: ClassVar[list[Any]] = [
        index.SearchField("tekst"),
        index.AutocompleteField("tekst"),
        index.AutocompleteField("gevaar"),
        index.FilterField("niveau"),
        index.FilterField("groep"),
    ]

    class Meta:
        verbose_name = _("alarmzin")
        verbose_name_plural = _("alarmzinnen")
        ordering = ("niveau", "gevaar", "groep")
        constraints = [
            models.UniqueConstraint(
                fields=["gevaar", "groep"],
                name="een_niveau_per_gevaar_en_groep",
                violation_error_message=_(
                    "Dit gevaar heeft voor deze groep al een zin. Eén gevaar, één niveau: wijzig die."
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_niveau_display()}: {self.tekst} ({self.get_groep_display()})"

    @property
    def sleutel(self) -> str:
        return alarmsleutel(self.gevaar, self.groep)

    @property
    def nagekeken(self) -> bool:
        return self.nagekeken_op is not None

    @property
    def herkenning(self) -> list[str]:
        return regels(self.woorden)

    def clean(self) -> None:
        super().clean()
        if bool(self.nagekeken_op) != bool(self.nagekeken_door and self.nagekeken_rol):
            raise ValidationError(
                {"nagekeken_op": _("Vul alle drie in: wie, in welke rol en wanneer. Of geen van drie.")}
            )


def alarmsleutel(gevaar: str, groep: str) -> str:
    """How files name a sentence: the danger alone where it is the same for everybody."""
    return gevaar if groep == Alarmgroep.IEDEREEN else f"{gevaar}/{groep}"


class Alarmvertaling(models.Model):
    """The same sentence in another language."""

    alarm = ParentalKey(Alarmzin, on_delete=models.CASCADE, related_name="vertalingen")
    taal = models.CharField(
        _("taal"),
        max_length=10,
        choices=[("en", "English"), ("tr", "Türkçe"), ("ar", "العربية"), ("pl", "Polski"), ("uk", "Українська")],
    )
    tekst = models.CharField(_("de zin"), max_length=250)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["alarm", "taal"], name="een_vertaling_per_taal")]

    def __str__(self) -> str:
        return f"{self.taal}: {self.tekst}"


class Feit(MetBron):
    """A number, a time, a price, an age or a date that texts use by its name: `{feit:naam}`."""

    naam = models.CharField(
        _("naam"),
        max_length=60,
        unique=True,
        validators=[NAAM],
        help_text=_("Zo staat het in teksten: {feit:naam}. Verander hem niet meer."),
    )
    waarde = models.CharField(
        _("waarde"),
        max_length=120,
        validators=[GEEN_OPMAAK],
        help_text=_("Precies zoals de lezer het ziet: 0800-2000, € 23,60."),
    )
    soort = models.CharField(_("soort"), max_length=10, choices=Feitsoort.choices)
    omschrijving = models.CharField(_("wat is het"), max_length=250)
    volgende_controle = models.DateField(_("volgende controle"), null=True, blank=True)

    panels: ClassVar[list[Any]] = [
        FieldRowPanel([FieldPanel("naam"), FieldPanel("soort")]),
        FieldPanel("waarde"),
        FieldPanel("omschrijving"),
        MetBron.bronpaneel,
        FieldPanel("volgende_controle"),
    ]

    class Meta:
        verbose_name = _("feit")
        verbose_name_plural = _("feiten")
        ordering = ("soort", "naam")

    def __str__(self) -> str:
        return f"{self.naam}: {self.waarde}"

    @property
    def te_laat(self) -> bool:
        return bool(self.volgende_controle and self.volgende_controle < dt.date.today())
