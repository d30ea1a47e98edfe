"""What editors steer in the search, and what readers asked for: counted, never who asked."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Page

from kennisplatform.vinden.keuring import crisisfout, synoniemfout, woordfout
from kennisplatform.zoeken.taal.synoniemen import termwoorden


class Redactieregel(models.Model):
    """What every rule of an editor has."""

    toelichting = models.CharField(
        _("toelichting"), max_length=300, blank=True, help_text=_("Waarom is dit nodig? Voor wie het later leest.")
    )
    actief = models.BooleanField(_("in gebruik"), default=True)
    gewijzigd = models.DateTimeField(_("gewijzigd"), auto_now=True)

    class Meta:
        abstract = True


def _zonder_leeg(termen: str) -> str:
    """'scootmobiel lenen, ' as it stands ready in the form, without the comma that nobody filled."""
    return ", ".join(term.strip() for term in termen.split(",") if term.strip())


class Synoniem(Redactieregel):
    """One line of Solr notation, as a form: `termen` alike, or `termen` => `leidt_tot`."""

    termen = models.CharField(
        _("woorden van mensen"),
        max_length=300,
        help_text=_(
            "Met komma's ertussen: suikerziekte, diabetes, te veel suiker. Wie het ene woord zoekt, vindt ook het andere. "
            "U mag ook een regel in Solr-notatie plakken: suiker => diabetes."
        ),
    )
    leidt_tot = models.CharField(
        _("vindt ook, één kant op"),
        max_length=300,
        blank=True,
        help_text=_(
            "Alleen als het andersom niet klopt. Wie ‘rollator’ zoekt vindt ook ‘loophulpmiddel’, niet andersom."
        ),
    )

    # Written by somebody who may not decide: out of use until an eindredacteur takes it over.
    voorstel = models.BooleanField(_("voorstel"), default=False, editable=False)
    bij_vraag = models.CharField(_("bij de zoekvraag"), max_length=80, blank=True, editable=False)

    panels: ClassVar[list[Any]] = [FieldPanel(n) for n in ("termen", "leidt_tot", "toelichting", "actief")]

    class Meta:
        verbose_name = _("synoniem")
        verbose_name_plural = _("synoniemen")
        ordering = ("termen",)

    def __str__(self) -> str:
        return self.regel

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.actief:
            self.voorstel = False  # who puts it to use has decided
        super().save(*args, **kwargs)

    @property
    def regel(self) -> str:
        return f"{self.termen} => {self.leidt_tot}" if self.leidt_tot else self.termen

    def clean(self) -> None:
        if "=>" in self.termen and not self.leidt_tot:
            self.termen, _pijl, self.leidt_tot = (deel.strip() for deel in self.termen.partition("=>"))
        self.termen, self.leidt_tot = map(_zonder_leeg, (self.termen, self.leidt_tot))
        andere = Synoniem.objects.filter(actief=True).exclude(pk=self.pk)
        if (self.actief or self.voorstel) and (fout := synoniemfout(self.regel, [rij.regel for rij in andere])):
            raise ValidationError({"termen": fout})


class BeschermdWoord(Redactieregel):
    woord = models.CharField(
        _("woord"),
        max_length=60,
        unique=True,
        help_text=_(
            "Wordt precies zo gezocht: niet verbeterd, niet gesplitst, niet vervoegd. Voor namen zoals ‘Stap’."
        ),
    )

    panels: ClassVar[list[Any]] = [FieldPanel(n) for n in ("woord", "toelichting", "actief")]

    class Meta:
        verbose_name = _("beschermd woord")
        verbose_name_plural = _("beschermde woorden")
        ordering = ("woord",)

    def __str__(self) -> str:
        return self.woord

    def clean(self) -> None:
        if fout := woordfout(self.woord):
            raise ValidationError({"woord": fout})


class Crisiszin(Redactieregel):
    class Soort(models.TextChoices):
        ACUUT = "acuut", _("Acuut gevaar (112)")
        ZELFDODING = "zelfdoding", _("Zelfdoding (113)")
        GEWELD = "geweld", _("Geweld of misbruik (Veilig Thuis)")

    zin = models.CharField(
        _("woorden"),
        max_length=120,
        unique=True,
        help_text=_(
            "In elke taal. Losse woorden in deze volgorde; met + in elke volgorde; met * voor elk einde; met ! waar het "
            "niet over gaat: ‘wil niet meer leven’, ‘pillen + genoeg’, ‘mishandel*’, ‘stikt !lachen’."
        ),
    )
    soort = models.CharField(_("welke hulp"), max_length=12, choices=Soort.choices)

    panels: ClassVar[list[Any]] = [FieldPanel(n) for n in ("zin", "soort", "toelichting", "actief")]

    class Meta:
        verbose_name = _("crisiswoord")
        verbose_name_plural = _("crisiswoorden")
        ordering = ("soort", "zin")

    def __str__(self) -> str:
        return self.zin

    def clean(self) -> None:
        if fout := crisisfout(self.zin):
            raise ValidationError({"zin": fout})


class Vastgezet(Redactieregel):
    """A page that stands on top for one query. Public pages only, checked when it is shown."""

    zoekvraag = models.CharField(
        _("zoekvraag"), max_length=120, help_text=_("Woordvolgorde en vervoeging maken niet uit.")
    )
    pagina = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+", verbose_name=_("pagina"))
    plek = models.PositiveSmallIntegerField(_("plek"), default=1, validators=[MinValueValidator(1)])
    tot = models.DateField(_("tot en met"), null=True, blank=True, help_text=_("Leeg: totdat u het weghaalt."))

    panels: ClassVar[list[Any]] = [
        FieldPanel("zoekvraag"),
        PageChooserPanel("pagina"),
        *(FieldPanel(n) for n in ("plek", "tot", "toelichting", "actief")),
    ]

    class Meta:
        verbose_name = _("vastgezet resultaat")
        verbose_name_plural = _("vastgezette resultaten")
        ordering = ("zoekvraag", "plek")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=("zoekvraag", "pagina"), name="vastgezet_een_keer")
        ]

    def __str__(self) -> str:
        return f"{self.zoekvraag}: {self.pagina}"

    def clean(self) -> None:
        if not any(len(woord) > 1 for woord in termwoorden(self.zoekvraag)):
            raise ValidationError({"zoekvraag": _("Schrijf ten minste één woord.")})


class Zoekterm(models.Model):
    """How often one text was asked in one week. No person, no address; see `tellen.py` for what is never kept."""

    week = models.DateField(_("week"))  # its Monday
    tekst = models.CharField(_("zoekvraag"), max_length=80)
    taal = models.CharField(_("taal"), max_length=5)
    keren = models.PositiveIntegerField(_("keren"), default=0)
    niets = models.PositiveIntegerField(_("niets gevonden"), default=0)
    zwak = models.PositiveIntegerField(_("zwak gevonden"), default=0)
    bezoekers = models.PositiveSmallIntegerField(_("bezoekers"), default=0)  # counted up to DREMPEL
    merken = models.JSONField(default=list, blank=True)  # of those visitors, until there are enough; then emptied
    klikken = models.JSONField(_("gekozen plek"), default=dict, blank=True)  # {"1": 4, "3": 1}
    afgedaan = models.BooleanField(_("afgedaan"), default=False)
    voorbeeld = models.BooleanField(_("voorbeeld"), default=False)  # nobody asked it: it fills the demo (demo.py)

    class Meta:
        verbose_name = _("zoekvraag van lezers")
        verbose_name_plural = _("zoekvragen van lezers")
        ordering = ("-week", "-keren")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=("week", "tekst", "taal"), name="zoekterm_een_rij_per_week")
        ]

    def __str__(self) -> str:
        return self.tekst


class Weekgeheim(models.Model):
    """Makes the marks of one week; deleted with them, so that nobody can make them again."""

    week = models.DateField(primary_key=True)
    geheim = models.CharField(max_length=64)

    def __str__(self) -> str:
        return str(self.week)


class Wens(models.Model):
    """Somebody looked for it and we have nothing: a wish for a page."""

    class Stand(models.TextChoices):
        OPEN = "open", _("Open")
        BEZIG = "bezig", _("Wordt geschreven")
        KLAAR = "klaar", _("Staat op de site")
        NIET = "niet", _("Doen wij niet")

    titel = models.CharField(_("waarover"), max_length=120, unique=True)
    stand = models.CharField(_("stand"), max_length=5, choices=Stand.choices, default=Stand.OPEN)
    keren = models.PositiveIntegerField(_("keren gezocht"), default=0)
    toelichting = models.TextField(_("toelichting"), blank=True, max_length=1000)
    gemaakt = models.DateTimeField(_("gemaakt"), auto_now_add=True)

    panels: ClassVar[list[Any]] = [FieldPanel(n) for n in ("titel", "stand", "toelichting")]

    class Meta:
        verbose_name = _("wens voor een pagina")
        verbose_name_plural = _("wensen voor een pagina")
        ordering = ("stand", "-keren", "titel")

    def __str__(self) -> str:
        return self.titel
