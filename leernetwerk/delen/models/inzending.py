"""An example while it is being written. It belongs to a network: a colleague can go on with it, on any device."""

from __future__ import annotations

import uuid
from typing import Any, Final

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.begrippenveld import Begrippenlijst
from kennisplatform.basis.keuzes import Eenheid, Kostenklasse, Opgave, Praktijkstaat, Praktijkuitkomst, Urenklasse
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt
from leernetwerk.delen.keuzes import AFGELOPEN, OPEN, TONEN, Stand
from leernetwerk.models import VOOR_VOORBEELDEN

# What a writer types: looked at for personal data and for reading level, kept apart when two people write at once.
TEKSTVELDEN: Final = (
    "titel", "aanleiding", "aanpak", "wat_werkte", "wat_niet_werkte", "uren", "kosten", "mensen", "resultaat",
    "resultaat_bron", "advies",
)  # fmt: skip  # a list of words
NIET_NEGATIEF: Final = MinValueValidator(0, _("Dit kan niet minder dan nul zijn."))


class Inzending(models.Model):
    rechtsoort = "inzending"
    persoonveld = "schrijver"

    sleutel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    buurt = models.ForeignKey(Buurt, on_delete=models.PROTECT, related_name="inzendingen", verbose_name=_("buurt"))
    kwam_uit = models.ForeignKey(
        Buurt, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )  # before a split
    schrijver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="inzendingen",
        verbose_name=_("schrijver"),
    )
    stand = models.CharField(_("stand"), max_length=20, choices=Stand.choices, default=Stand.CONCEPT)
    pagina = models.OneToOneField(
        "leernetwerk.Praktijkvoorbeeld", on_delete=models.SET_NULL, null=True, blank=True, related_name="inzending"
    )

    titel = models.CharField(_("titel"), max_length=120, blank=True)
    aanleiding = models.TextField(_("wat was er aan de hand?"), blank=True)
    aanpak = models.TextField(_("wat deed u?"), blank=True)
    wat_werkte = models.TextField(_("wat werkte?"), blank=True)
    wat_niet_werkte = models.TextField(_("wat werkte niet, en waarom?"), blank=True)
    uitkomst = models.CharField(max_length=20, choices=Praktijkuitkomst.choices, default=Praktijkuitkomst.ONBEKEND)
    staat = models.CharField(max_length=20, choices=Praktijkstaat.choices, default=Praktijkstaat.ONBEKEND)
    # Codes of Reden; becomes the first answer to 'does it still run?' when it is placed (vervolgen.py).
    waarom_anders = models.JSONField(_("waarom gestopt of anders?"), default=list, blank=True)
    uren = models.CharField(_("uren"), max_length=250, blank=True)
    kosten = models.CharField(_("geld"), max_length=250, blank=True)
    urenklasse = models.CharField(max_length=20, choices=Urenklasse.choices, default=Urenklasse.ONBEKEND)
    kostenklasse = models.CharField(max_length=20, choices=Kostenklasse.choices, default=Kostenklasse.ONBEKEND)
    # The same in numbers that can be compared (getallen.py).
    uren_getal = models.FloatField(_("uren, in een getal"), null=True, blank=True, validators=[NIET_NEGATIEF])
    uren_per = models.CharField(max_length=20, choices=Eenheid.choices, blank=True)
    geld_getal = models.FloatField(_("geld, in hele euro’s"), null=True, blank=True, validators=[NIET_NEGATIEF])
    geld_per = models.CharField(max_length=20, choices=Eenheid.choices, blank=True)
    inzet_jaar = models.PositiveSmallIntegerField(
        _("jaar van deze getallen"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1990, _("Schrijf een jaar met vier cijfers.")), MaxValueValidator(2100)],
    )
    inzet_hoe = models.CharField(max_length=20, choices=Opgave.choices, default=Opgave.VERTELD)
    mensen = models.CharField(_("mensen"), max_length=250, blank=True)
    resultaat = models.TextField(_("resultaat"), blank=True)
    resultaat_bron = models.CharField(_("waar blijkt dat uit?"), max_length=250, blank=True)
    niet_gemeten = models.BooleanField(_("niet gemeten"), default=False)
    advies = models.TextField(_("advies aan de volgende buurt"), blank=True)
    # Of what will be published. Not called `zichtbaarheid`: a draft is the network's own, whoever may read it later.
    lezers = models.CharField(max_length=20, choices=VOOR_VOORBEELDEN, default=Zichtbaarheid.OPENBAAR)
    contact = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    toestemming = models.BooleanField(default=True)  # the editors may mend small things in language
    thema = models.ForeignKey("basis.Begrip", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    onderwerpen = Begrippenlijst("basis.Begrip", blank=True, related_name="+")
    gebruikt: models.ManyToManyField[Any, Any] = models.ManyToManyField(
        "wagtailcore.Page", blank=True, related_name="+"
    )

    # Why something that looks like a person may stay: field, kind, text and reason, for the reviewer to see.
    verklaringen = models.JSONField(default=list, blank=True)
    versie = models.PositiveIntegerField(default=0)
    veldversies = models.JSONField(default=dict, blank=True)  # field → the version in which it last changed
    laatste = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    reden = models.TextField(blank=True)  # of a decision, or of a question by the editors
    gemaakt = models.DateTimeField(auto_now_add=True)
    gewijzigd = models.DateTimeField(auto_now=True)
    ingediend_op = models.DateTimeField(null=True, blank=True)
    besluit_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("ingezonden voorbeeld")
        verbose_name_plural = _("ingezonden voorbeelden")
        ordering = ["-gewijzigd", "-pk"]
        indexes = [models.Index(fields=["buurt", "stand"]), models.Index(fields=["stand", "ingediend_op"])]

    def __str__(self) -> str:
        return self.titel or str(_("Voorbeeld zonder titel"))

    def get_absolute_url(self) -> str:
        return reverse("inzending", args=[self.sleutel])

    @property
    def open(self) -> bool:
        return self.stand in OPEN

    @property
    def loopt(self) -> bool:
        """Nothing has been decided yet: it can still be taken back."""
        return self.stand not in AFGELOPEN

    @property
    def toon(self) -> str:
        """How its state is shown to those who wrote it."""
        return TONEN.get(Stand(self.stand), "")


class Terzijde(models.Model):
    """A text that somebody put aside for their own when two wrote at once: nobody's words are lost."""

    inzending = models.ForeignKey(Inzending, on_delete=models.CASCADE, related_name="terzijde")
    veld = models.CharField(max_length=40)
    tekst = models.TextField()
    van = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-op", "-pk"]

    def __str__(self) -> str:
        return f"{self.veld} · {self.op}"
