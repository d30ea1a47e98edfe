"""A meeting: of one neighbourhood, or of the programme when it has none."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any, Final

from django.conf import settings
from django.core.validators import MinValueValidator, URLValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.agenda.keuzes import ZICHTBAAR, Soort, Voor
from kennisplatform.basis.models.begrippen import Begrip, woordenboek
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.tekening.notitie import toont
from kennisplatform.zoeken.document import Document

ALLEEN_WEB: Final = URLValidator(schemes=["https", "http"])  # a link that runs a script is no link to a meeting


class _Rechtsoort:
    """Two kinds in rechten.py: who may change a network's own meeting, and who one of the programme."""

    def __get__(self, ding: Bijeenkomst | None, _model: type) -> str:
        return "programmabijeenkomst" if ding is not None and ding.buurt_id is None else "bijeenkomst"


class Bijeenkomsten(models.QuerySet["Bijeenkomst"]):
    def komend(self) -> Bijeenkomsten:
        """Still to come or going on."""
        return self.filter(einde__gt=timezone.now())

    def openbaar(self) -> Bijeenkomsten:
        return self.filter(zichtbaarheid=Zichtbaarheid.OPENBAAR)

    def met_opbrengst(self) -> Bijeenkomsten:
        """Something of it can still be read, heard or seen."""
        return self.exclude(opbrengst="", opname="", transcript="")

    def vindbaar(self) -> Bijeenkomsten:
        """What search may show: public, and to come or with something to read back."""
        nog = Q(einde__gt=timezone.now()) | ~Q(opbrengst="", opname="", transcript="")
        return self.openbaar().filter(nog)


class Bijeenkomst(models.Model):
    zoeksoort = "bijeenkomst"
    rechtsoort = _Rechtsoort()
    persoonveld = "door"

    soort = models.CharField(_("soort"), max_length=20, choices=Soort.choices)
    titel = models.CharField(_("titel"), max_length=120)
    slug = models.SlugField(_("adres"), max_length=90, unique=True)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # in calendars: never changes
    omschrijving = models.TextField(_("waar gaat het over?"), max_length=4000)
    voor = models.CharField(_("voor wie"), max_length=20, choices=Voor.choices, default=Voor.IEDEREEN)
    begin = models.DateTimeField(_("begin"))
    einde = models.DateTimeField(_("einde"))
    plaats = models.CharField(_("plaats"), max_length=200, blank=True)
    online = models.URLField(_("link om online mee te doen"), max_length=500, blank=True, validators=[ALLEEN_WEB])
    buurt = models.ForeignKey(
        Buurt, verbose_name=_("buurt"), on_delete=models.CASCADE, null=True, blank=True, related_name="bijeenkomsten"
    )
    thema = models.ForeignKey(
        Begrip, verbose_name=_("thema"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    onderwerp = models.ForeignKey(
        Begrip, verbose_name=_("onderwerp"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    zichtbaarheid = models.CharField(
        _("wie mag dit zien?"), max_length=20, choices=ZICHTBAAR, default=Zichtbaarheid.OPENBAAR
    )
    plaatsen = models.PositiveIntegerField(
        _("aantal plaatsen"), null=True, blank=True, validators=[MinValueValidator(1)]
    )  # None: as many as come
    aanmelden_tot = models.DateTimeField(_("aanmelden kan tot"), null=True, blank=True)  # None: until it begins
    contact_rol = models.CharField(_("wie weet meer?"), max_length=120, blank=True)
    rolstoel = models.BooleanField(_("De plek is te bereiken met een rolstoel"), default=False)
    tolk = models.CharField(_("tolk"), max_length=120, blank=True)
    taal = models.CharField(_("taal"), max_length=60, blank=True)
    kosten = models.CharField(_("kosten"), max_length=120, blank=True)  # empty: free
    afgelast = models.DateTimeField(_("afgelast op"), null=True, blank=True)
    reden = models.CharField(_("reden"), max_length=300, blank=True)
    opname = models.URLField(_("opname"), max_length=500, blank=True, validators=[ALLEEN_WEB])
    transcript = models.TextField(_("uitgeschreven tekst"), max_length=60_000, blank=True)
    opbrengst = models.TextField(_("wat nemen we mee"), max_length=6000, blank=True)
    inloop = models.PositiveSmallIntegerField(_("kwamen zonder aanmelding"), default=0)
    kwamen = models.PositiveIntegerField(_("hoeveel mensen kwamen"), null=True, blank=True)  # outlives their names
    reeks = models.UUIDField(null=True, blank=True, editable=False, db_index=True)
    voorbeeld = models.BooleanField(_("verzonnen voorbeeld"), default=False)
    versie = models.PositiveIntegerField(default=0)  # raised at every change; SEQUENCE in calendars
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    gemaakt = models.DateTimeField(auto_now_add=True)
    gewijzigd = models.DateTimeField(default=timezone.now)

    objects = Bijeenkomsten.as_manager()

    class Meta:
        verbose_name = _("bijeenkomst")
        verbose_name_plural = _("bijeenkomsten")
        ordering = ["begin", "pk"]
        indexes = [models.Index(fields=["zichtbaarheid", "einde"]), models.Index(fields=["buurt", "einde"])]
        constraints = [
            models.CheckConstraint(condition=Q(einde__gt=F("begin")), name="bijeenkomst_eindigt_na_begin"),
            models.CheckConstraint(
                condition=~Q(zichtbaarheid=Zichtbaarheid.EIGEN) | Q(buurt__isnull=False), name="eigen_heeft_een_buurt"
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    def get_absolute_url(self) -> str:
        return reverse("bijeenkomst", args=[self.slug])

    @property
    def kop(self) -> str:
        """Its title where it stands by itself: in search, in a collection, in a feed."""
        return str(_("Gaat niet door: %(titel)s")) % {"titel": self.titel} if self.afgelast else self.titel

    @property
    def voorbij(self) -> bool:
        return self.einde <= timezone.now()

    @property
    def begonnen(self) -> bool:
        return self.begin <= timezone.now()

    @property
    def vol(self) -> bool:
        """Every place is somebody's: whoever comes now waits. One query, when places are counted."""
        return self.plaatsen is not None and self.deelnames.plek().count() >= self.plaatsen

    @property
    def sluit(self) -> dt.datetime:
        """Until when somebody can sign up."""
        return min(self.aanmelden_tot or self.begin, self.begin)

    @property
    def waar(self) -> str:
        """For a line: the place, or that it is online. Never the link."""
        if self.plaats and self.online:
            return str(_("%(plaats)s, en online")) % {"plaats": self.plaats}
        return self.plaats or str(_("Online"))

    @property
    def kenteken(self) -> str:
        """Of how it is shown in a list: what is drawn of it is the same as long as this is."""
        toont("tabel:deelnemers_buurt")  # its neighbourhood came with it, without a query of the drawing's own
        bezet = getattr(self, "bezet", None)
        vol = self.plaatsen is not None and bezet is not None and bezet >= self.plaatsen
        staat = (self.voorbij, bool(self.afgelast), vol, getattr(self, "mijn_staat", ""), self.buurt_id)
        return f"{self.pk}:{self.versie}:{self.gewijzigd.timestamp()}:{staat}"

    @property
    def van_wie(self) -> str:
        return self.buurt.naam if self.buurt else str(_("Programma"))

    def begrip(self, veld: str) -> Begrip | None:
        """Theme or topic in the reader's language, without a query."""
        pk = getattr(self, f"{veld}_id")
        return woordenboek().op_pk(pk) if pk else None

    @property
    def themabegrip(self) -> Begrip | None:
        return self.begrip("thema")

    @property
    def onderwerpbegrip(self) -> Begrip | None:
        return self.begrip("onderwerp")

    def zoekdocument(self) -> Document:
        if self.afgelast:  # who looks for it by name must read that it is off; no other question is answered by it
            return Document(
                sleutel=f"bijeenkomst:{self.pk}",
                soort="bijeenkomst",
                titel=self.kop,
                samenvatting=self.reden[:300],
                nieuw=int(self.gemaakt.timestamp()),
                verloopt=int(self.einde.timestamp()),
            )
        labels = [str(self.get_soort_display()), str(self.get_voor_display()), self.waar]
        if self.buurt:
            labels += [self.buurt.naam, self.buurt.gemeente]
        facetten: dict[str, tuple[str, ...]] = {}
        for veld in ("thema", "onderwerp"):
            if begrip := self.begrip(veld):
                facetten[veld] = (begrip.code,)
                labels.append(begrip.label)
        terug = bool(self.opbrengst or self.opname or self.transcript)
        return Document(
            sleutel=f"bijeenkomst:{self.pk}",
            soort="bijeenkomst",
            titel=self.kop,
            samenvatting=self.omschrijving[:300],
            tekst=" ".join(deel for deel in (self.omschrijving, self.opbrengst, self.transcript) if deel),
            labels=tuple(labels),
            facetten=facetten,
            nieuw=int(self.gemaakt.timestamp()),
            verloopt=0 if terug else int(self.einde.timestamp()),
            rubriek=facetten.get("thema", ("",))[0],
        )

    def velden(self, namen: tuple[str, ...]) -> dict[str, Any]:
        return {naam: getattr(self, naam) for naam in namen}
