"""What the team keeps of every neighbourhood beside its public record: grounds, notes, and from which list it came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap


class Notities(models.Model):
    """The team's own page about a neighbourhood."""

    rechtsoort = "register"
    persoonveld = ""

    buurt = models.OneToOneField(Buurt, on_delete=models.CASCADE, related_name="notities")
    tekst = models.TextField(_("notities"), blank=True, max_length=8000)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("notities")
        verbose_name_plural = _("notities")

    def __str__(self) -> str:
        return f"{self.buurt}"


class Criterium(models.Model):
    """One of the six grounds on which a neighbourhood was chosen. Source: the programme's plan, 'de juiste buurt'."""

    rechtsoort = "register"
    persoonveld = ""

    class Naam(models.TextChoices):
        PROFESSIONALS = "professionals", _("Enthousiaste eerstelijns professionals")
        BURGERS = "burgers", _("Betrokken burgers")
        SAMENWERKING = "samenwerking", _("Goede samenwerking in de keten")
        MARKTAANDEEL = "marktaandeel", _("Meer dan 50% marktaandeel van deelnemers")
        URGENTIE = "urgentie", _("Duidelijke reden om te veranderen")
        EXECUTIEKRACHT = "executiekracht", _("Executiekracht in het buurtnetwerk")

    class Oordeel(models.TextChoices):
        ONBEKEND = "onbekend", _("nog niet bekeken")
        JA = "ja", _("ja")
        DEELS = "deels", _("deels")
        NEE = "nee", _("nee")

    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, related_name="criteria")
    naam = models.CharField(_("criterium"), max_length=20, choices=Naam.choices)
    oordeel = models.CharField(_("oordeel"), max_length=10, choices=Oordeel.choices, default=Oordeel.ONBEKEND)
    grond = models.CharField(_("grond"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("selectiecriterium")
        verbose_name_plural = _("selectiecriteria")
        constraints = [models.UniqueConstraint(fields=["buurt", "naam"], name="een_oordeel_per_criterium")]

    def __str__(self) -> str:
        return f"{self.get_naam_display()}: {self.get_oordeel_display()}"

    @property
    def toon(self) -> str:
        """How the verdict is shown; nothing while nobody looked."""
        tonen = {self.Oordeel.JA: "goed", self.Oordeel.DEELS: "wacht", self.Oordeel.NEE: "mis"}
        return tonen.get(self.Oordeel(self.oordeel), "")


def gegeven(antwoorden: Mapping[str, Any]) -> int:
    """How many of the six have an answer."""
    return sum(a.get("oordeel", "onbekend") != "onbekend" for a in antwoorden.values())


class Buurtscan(models.Model):
    """What a network says itself of the six grounds, and its partner of the market share. Answers; never a score."""

    rechtsoort = "buurtscan"
    persoonveld = ""

    buurt = models.OneToOneField(Buurt, on_delete=models.CASCADE, related_name="scan")
    antwoorden = models.JSONField(default=dict)  # criterium → {"oordeel": …, "grond": …}
    marktaandeel = models.DecimalField(_("marktaandeel (%)"), max_digits=4, decimal_places=1, null=True, blank=True)
    marktaandeel_jaar = models.PositiveSmallIntegerField(_("over welk jaar"), null=True, blank=True)
    marktaandeel_bron = models.CharField(_("volgens wie of welke cijfers"), max_length=200, blank=True)
    door = models.ForeignKey(Gebruiker, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    op = models.DateTimeField(auto_now=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("scan van een buurt")
        verbose_name_plural = _("scans van buurten")

    def __str__(self) -> str:
        return f"{self.buurt}"

    @property
    def gegeven(self) -> int:
        """How many of the six have an answer."""
        return gegeven(self.antwoorden)


class Instroom(models.Model):
    """What the team decided on the start of a neighbourhood, and what comes next."""

    rechtsoort = "register"
    persoonveld = ""

    class Besluit(models.TextChoices):
        OPEN = "open", _("nog niet besloten")
        MEE = "mee", _("doet mee")
        WACHT = "wacht", _("wacht op een volgende groep")
        NIET = "niet", _("doet nu niet mee")

    buurt = models.OneToOneField(Buurt, on_delete=models.CASCADE, related_name="instroom")
    besluit = models.CharField(_("besluit"), max_length=10, choices=Besluit.choices, default=Besluit.OPEN)
    reden = models.CharField(_("omdat"), max_length=300, blank=True)
    volgende = models.CharField(_("volgende stap"), max_length=200, blank=True)
    voor = models.DateField(_("voor wanneer"), null=True, blank=True)
    door = models.ForeignKey(Gebruiker, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    op = models.DateTimeField(auto_now=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("instroom van een buurt")
        verbose_name_plural = _("instroom van buurten")

    def __str__(self) -> str:
        return f"{self.buurt}: {self.get_besluit_display()}"


class Buurtinvoer(models.Model):
    """One list of neighbourhoods that was brought in, so that it can be taken back as a whole."""

    rechtsoort = "register"
    persoonveld = ""

    door = models.ForeignKey(Gebruiker, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    op = models.DateTimeField(auto_now_add=True)
    rest = models.TextField(blank=True)  # the rows that were not right, to be mended; may hold a coach's address
    ongedaan_op = models.DateTimeField(null=True, blank=True)
    ongedaan_door = models.ForeignKey(Gebruiker, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("ingevoerde lijst")
        verbose_name_plural = _("ingevoerde lijsten")
        ordering = ["-op", "-pk"]

    def __str__(self) -> str:
        return f"{self.op:%Y-%m-%d %H:%M}"


class Ingevoerd(models.Model):
    """One neighbourhood of such a list. `was` and `werd`: {field: value} of what the list changed; `was` is empty of a new one."""

    rechtsoort = "register"
    persoonveld = ""

    invoer = models.ForeignKey(Buurtinvoer, on_delete=models.CASCADE, related_name="regels")
    buurt = models.ForeignKey(Buurt, on_delete=models.SET_NULL, null=True, related_name="+")
    naam = models.CharField(max_length=120)
    nieuw = models.BooleanField()
    was = models.JSONField(default=dict)
    werd = models.JSONField(default=dict)
    coach = models.ForeignKey(Lidmaatschap, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("ingevoerde buurt")
        verbose_name_plural = _("ingevoerde buurten")

    def __str__(self) -> str:
        return self.naam


class Buurtstand(models.Model):
    """How a network stood last night: when it last did something, and what waits for it."""

    rechtsoort = "register"
    persoonveld = ""

    buurt = models.OneToOneField(Buurt, on_delete=models.CASCADE, related_name="stand")
    laatste = models.DateTimeField(_("laatst iets gedaan"), null=True)
    wacht = models.JSONField(default=dict)  # what → how many
    aantal = models.PositiveIntegerField(default=0)  # of all that waits
    op = models.DateTimeField()

    class Meta:
        verbose_name = _("stand van een buurt")
        verbose_name_plural = _("standen van buurten")

    def __str__(self) -> str:
        return str(self.buurt)


class Faseverloop(models.Model):
    """From which day on a neighbourhood was in a phase; written at night when it is another one."""

    rechtsoort = "register"
    persoonveld = ""

    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, related_name="faseverloop")
    fase = models.CharField(_("fase"), max_length=20, choices=Fase.choices)
    vanaf = models.DateField()

    class Meta:
        verbose_name = _("fase sinds")
        verbose_name_plural = _("fasen sinds")
        ordering = ["vanaf", "pk"]
        constraints = [models.UniqueConstraint(fields=["buurt", "vanaf"], name="een_fase_per_dag")]

    def __str__(self) -> str:
        return f"{self.get_fase_display()} · {self.vanaf}"


class Teambericht(models.Model):
    """What the team wrote to a selection of networks; who got it stands in the outbox, for as long as that keeps it."""

    rechtsoort = "register"
    persoonveld = ""

    door = models.ForeignKey(Gebruiker, on_delete=models.SET_NULL, null=True, related_name="+")
    op = models.DateTimeField(auto_now_add=True)
    aan = models.CharField(max_length=20)
    onderwerp = models.CharField(_("onderwerp"), max_length=120)
    tekst = models.TextField(_("bericht"), max_length=5000)
    buurten = models.PositiveIntegerField()
    mensen = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("bericht aan netwerken")
        verbose_name_plural = _("berichten aan netwerken")
        ordering = ["-op", "-pk"]

    def __str__(self) -> str:
        return self.onderwerp
