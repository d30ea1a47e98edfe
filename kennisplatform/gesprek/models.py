"""Questions, answers and remarks under a page, and what readers reported."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Final
from zlib import crc32

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.openbaar import openbaar
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import Wie, mag, positie, zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekening.notitie import toont

WIJZIGTIJD: Final = dt.timedelta(minutes=30)  # long enough to mend a mistake, too short to change what was answered
MAX_TEKST: Final = 4000


class Bijdragesoort(models.TextChoices):
    VRAAG = "vraag", _("Vraag")
    ANTWOORD = "antwoord", _("Antwoord")
    OPMERKING = "opmerking", _("Opmerking")


class Bijdragen(models.QuerySet["Bijdrage"]):
    def te_lezen(self, wie: Wie) -> Bijdragen:
        """What somebody may see, on public pages. What is hidden is seen by its writer and by the people who hide."""
        rij: Bijdragen = openbaar(self.zichtbaar(wie), via="pagina__")
        return rij

    def zichtbaar(self, wie: Wie) -> Bijdragen:
        """The same for a caller that knows the page is public."""
        rij: Bijdragen = zichtbaar_voor(self, wie)
        if mag(wie, Doe.BESLISSEN, "bijdrage"):
            return rij
        zelf = positie(wie).persoon
        eigen = Q(door=zelf) if zelf else Q(pk__in=[])
        return rij.filter(
            Q(verborgen__isnull=True) | eigen, Q(vraag__isnull=True) | Q(vraag__verborgen__isnull=True) | eigen
        )


class Bijdrage(models.Model):
    """An answer is as public as its question. Made by schrijven.py only."""

    rechtsoort = "bijdrage"
    persoonveld = "door"

    pagina = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    soort = models.CharField(_("soort"), max_length=10, choices=Bijdragesoort.choices)
    vraag = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="antwoorden")
    # Whose network it is: the name beside the text, and for 'own network' who may read it.
    buurt = models.ForeignKey(Buurt, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    namens_programma = models.BooleanField(default=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="bijdragen")
    kop = models.CharField(_("de vraag in één zin"), max_length=140, blank=True)
    tekst = models.TextField(_("tekst"), max_length=MAX_TEKST, blank=True)
    aanvulling = models.TextField(_("aanvulling"), max_length=MAX_TEKST, blank=True)
    aangevuld = models.DateTimeField(null=True, blank=True)
    zichtbaarheid = models.CharField(
        _("wie mag dit lezen?"), max_length=20, choices=Zichtbaarheid.choices, default=Zichtbaarheid.OPENBAAR
    )
    helpt = models.BooleanField(default=False)
    op_slot = models.BooleanField(default=False)
    verborgen = models.DateTimeField(null=True, blank=True)
    verborgen_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reden = models.CharField(_("reden"), max_length=300, blank=True)
    bevestigd = models.BooleanField(default=False)  # the guard found traces of a person, and the writer said it is none
    voorbeeld = models.BooleanField(default=False)
    # One form, one contribution: a second click or 'back' sends the same key.
    sleutel = models.UUIDField(unique=True, default=uuid.uuid4)
    gemaakt = models.DateTimeField(default=timezone.now)
    gewijzigd = models.DateTimeField(null=True, blank=True)

    objects = Bijdragen.as_manager()

    # Not stored: what lezen.py and the views add for the page that shows it.
    kan: dict[str, bool]
    alle: int
    aantal: int
    opgelost: bool
    pad: str

    class Meta:
        verbose_name = _("bijdrage")
        verbose_name_plural = _("bijdragen")
        ordering = ["-gemaakt", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["vraag"], condition=Q(helpt=True), name="een_antwoord_hielp"),
            models.CheckConstraint(
                condition=Q(soort="antwoord", vraag__isnull=False) | (~Q(soort="antwoord") & Q(vraag__isnull=True)),
                name="alleen_antwoord_heeft_vraag",
            ),
        ]
        indexes = [
            models.Index(fields=["pagina", "-gemaakt"], condition=Q(vraag__isnull=True), name="bijdrage_op_pagina"),
            models.Index(fields=["-gemaakt"], condition=Q(soort="vraag"), name="bijdrage_vragen"),
            models.Index(fields=["verborgen"], condition=Q(verborgen__isnull=False), name="bijdrage_verborgen"),
        ]

    def __str__(self) -> str:
        return self.kop or f"{self.get_soort_display()} {self.pk}"

    def get_absolute_url(self) -> str:
        """An answer is read with its question."""
        adres = reverse("gesprek", args=[self.vraag_id or self.pk])
        return f"{adres}#b-{self.pk}" if self.vraag_id else adres

    @property
    def kenmerk(self) -> str:
        """What notices about it begin with."""
        return f"bijdrage:{self.pk}:"

    @property
    def kenteken(self) -> str:
        """Of what everybody reads of it: what is drawn of that is the same as long as this is."""
        toont("tabel:deelnemers_gebruiker", "tabel:deelnemers_buurt")  # they came with it, without a query of their own
        staat = (
            self.gewijzigd,
            self.aangevuld,
            self.helpt,
            self.op_slot,
            self.zichtbaarheid,
            self.door_id,
            self.buurt_id,
        )
        return f"{self.pk}:{':'.join(map(str, staat))}:{crc32((self.tekst + self.aanvulling).encode())}"

    @property
    def lijstteken(self) -> str:
        """Of its line in the list of questions, from no more than that shows."""
        toont("tabel:deelnemers_buurt", f"pagina:{self.pagina_id}")
        staat = (self.kop, self.namens, self.op_slot, self.verborgen, self.pagina.title, self.opgelost, self.aantal)
        return f"{self.pk}:{staat}"

    @property
    def naam(self) -> str:
        """Never an e-mail address, which is what an account without a name is called elsewhere."""
        if self.door is None:
            return str(_("Iemand die het platform verliet"))
        return self.door.get_full_name() or str(_("Een lid"))

    @property
    def namens(self) -> str:
        if self.namens_programma:
            return str(_("het programma"))
        return self.buurt.plaats if self.buurt else ""

    @property
    def vers(self) -> bool:
        """Young enough for its writer to change it."""
        return timezone.now() - self.gemaakt < WIJZIGTIJD


class Signaal(models.Model):
    """Somebody says that a contribution is not right. Visitors may too."""

    class Waarom(models.TextChoices):
        PERSOON = "persoon", _("Het gaat over een patiënt of bewoner")
        ONGEPAST = "ongepast", _("Het is kwetsend of ongepast")
        RECLAME = "reclame", _("Het is reclame")
        ONJUIST = "onjuist", _("Het klopt niet of is gevaarlijk")
        ANDERS = "anders", _("Iets anders")

    bijdrage = models.ForeignKey(Bijdrage, on_delete=models.CASCADE, related_name="signalen")
    waarom = models.CharField(_("wat is er mis?"), max_length=10, choices=Waarom.choices)
    toelichting = models.TextField(_("toelichting"), max_length=500, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    gemaakt = models.DateTimeField(default=timezone.now)
    afgehandeld = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("melding van een bijdrage")
        verbose_name_plural = _("meldingen van bijdragen")
        ordering = ["-gemaakt", "-pk"]
        indexes = [models.Index(fields=["bijdrage"], condition=Q(afgehandeld__isnull=True), name="signaal_open")]

    def __str__(self) -> str:
        return self.get_waarom_display()
