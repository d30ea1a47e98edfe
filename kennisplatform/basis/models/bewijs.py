"""Evidence, effort and SES fit: three things that stand beside each other and are never added up."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from kennisplatform.basis.bronadres import eis_diep
from kennisplatform.basis.inzet import Inzet, klassen, uit_regel
from kennisplatform.basis.inzetblokken import GeldBlok, InzetBlok
from kennisplatform.basis.keuzes import (
    BEWAARDE_NIVEAUS,
    LADDER,
    ROMEINS,
    Bewijsniveau,
    Eenheid,
    Inzetkennis,
    Kostenklasse,
    Maat,
)

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

GELDIG_JAREN = 5  # a recognition is re-assessed every five years


def verloopt_op(datum: dt.date) -> dt.date:
    try:
        return datum.replace(year=datum.year + GELDIG_JAREN)
    except ValueError:  # 29 February
        return datum.replace(year=datum.year + GELDIG_JAREN, day=28)


class MetBewijs(models.Model):
    bewijs_niveau = models.CharField(
        _("niveau"),
        max_length=30,
        choices=BEWAARDE_NIVEAUS,
        default=Bewijsniveau.NIET_BEOORDEELD,
        help_text=_(
            "Het niveau dat een erkenningscommissie gaf, of onze eigen stand. Na vijf jaar staat er vanzelf ‘verlopen’."
        ),
    )
    bewijs_datum = models.DateField(_("datum van de erkenning"), null=True, blank=True)
    bewijs_commissie = models.CharField(_("commissie"), max_length=200, blank=True)
    bewijs_oordeel = models.TextField(_("oordeel"), blank=True, help_text=_("In eigen woorden: wat vond de commissie?"))
    bewijs_bron_url = models.URLField(_("adres van de bron"), blank=True, validators=[eis_diep])

    class Meta:
        abstract = True

    @property
    def erkend(self) -> bool:
        return self.bewijs_niveau in LADDER

    @property
    def bewijs_verlopen(self) -> bool:
        return bool(self.erkend and self.bewijs_datum and verloopt_op(self.bewijs_datum) <= dt.date.today())

    @property
    def bewijs_verloopt_op(self) -> dt.date | None:
        return verloopt_op(self.bewijs_datum) if self.erkend and self.bewijs_datum else None

    @property
    def bewijs_verloopt_binnenkort(self) -> bool:
        grens = self.bewijs_verloopt_op
        return bool(grens and not self.bewijs_verlopen and grens - dt.date.today() < dt.timedelta(days=183))

    @property
    def bewijs_stand(self) -> Bewijsniveau:
        """The level as it counts today: 'verlopen' follows from the date and is never stored."""
        return Bewijsniveau.VERLOPEN if self.bewijs_verlopen else Bewijsniveau(self.bewijs_niveau)

    @property
    def ladder(self) -> int:
        return 0 if self.bewijs_verlopen else LADDER.get(Bewijsniveau(self.bewijs_niveau), 0)

    @property
    def ladder_treden(self) -> list[bool]:
        return [trede <= self.ladder for trede in range(1, 6)]

    @property
    def bewijs_tekening(self) -> str:
        """The template that draws the mark of a state that is no step."""
        return f"onderdelen/bewijs/{self.bewijs_stand}.html"

    @property
    def bewijs_romeins(self) -> str:
        return ROMEINS.get(Bewijsniveau(self.bewijs_niveau), "")

    def veldfouten(self) -> dict[str, StrOrPromise]:
        fouten: dict[str, StrOrPromise] = super().veldfouten()  # type: ignore[misc]  # of the page beside it
        if self.erkend and not self.bewijs_datum:
            fouten["bewijs_datum"] = _(
                "Vul de datum van de erkenning in. Zonder datum weten wij niet of hij nog geldt."
            )
        if self.bewijs_datum and self.bewijs_datum > dt.date.today():
            fouten["bewijs_datum"] = _("Deze datum ligt in de toekomst. Kies de dag van het besluit.")
        return fouten


class MetInzet(models.Model):
    kostenklasse = models.CharField(
        _("kosten per buurt per jaar"),
        max_length=20,
        choices=Kostenklasse.choices,
        default=Kostenklasse.ONBEKEND,
        help_text=_("Alleen als u de klasse weet en het bedrag niet. Staat het bedrag hieronder, dan telt dat."),
    )
    inzetregels = StreamField(
        [("inzet", InzetBlok())],
        blank=True,
        verbose_name=_("uren en kosten"),
        help_text=_(
            "Elk getal met zijn eenheid en zijn bron. De eerste regel met uren en de eerste met geld staan op de kaart."
        ),
    )
    geldregels = StreamField([("geld", GeldBlok())], blank=True, verbose_name=_("wie kan het betalen?"))

    class Meta:
        abstract = True

    @property
    def inzet(self) -> list[Inzet]:
        """In the editor's order; what stands first is what a card shows."""
        return [uit_regel(deel.value) for deel in self.inzetregels]

    def _eerste(self, maat: str) -> Inzet | None:
        return next((inzet for inzet in self.inzet if inzet.maat == maat), None)

    @property
    def eerste_uren(self) -> Inzet | None:
        return self._eerste(Maat.UREN)

    @property
    def eerste_kosten(self) -> Inzet | None:
        return self._eerste(Maat.EURO)

    @property
    def kosten_per_jaar(self) -> str:
        """Class per neighbourhood per year: of the amount where there is one, else what the editor chose."""
        jaren = (i for i in self.inzet if (i.maat, i.per) == (Maat.EURO, Eenheid.BUURTJAAR))
        return next((inzet.klasse for inzet in jaren), self.kostenklasse)

    @property
    def kosten_per_jaar_tekst(self) -> str:
        """Empty when unknown."""
        klasse = self.kosten_per_jaar
        return "" if klasse == Kostenklasse.ONBEKEND else str(Kostenklasse(klasse).label)

    @property
    def inzet_bekend(self) -> bool:
        return bool(self.inzetregels) or self.kostenklasse != Kostenklasse.ONBEKEND

    @property
    def bekostiging(self) -> str:
        """What counts today, for the search: a scheme that ended is not what somebody should find."""
        return "\n".join(deel.value["tekst"] for deel in self.geldregels if deel.value.geldt)

    def inzetfacetten(self) -> dict[str, tuple[str, ...]]:
        """`kosten` is per neighbourhood per year; other units have a facet whose codes name them."""
        regels = self.inzet
        onbekend = (str(Kostenklasse.ONBEKEND),)
        return {
            "kosten": (self.kosten_per_jaar,),
            "kosten_per": klassen(regels, Maat.EURO) or onbekend,
            "inzet": (str(Inzetkennis.BEKEND if self.inzet_bekend else Inzetkennis.ONBEKEND),),
            "uren_per": klassen(regels, Maat.UREN) or onbekend,
        }

    def veldfouten(self) -> dict[str, StrOrPromise]:
        fouten: dict[str, StrOrPromise] = super().veldfouten()  # type: ignore[misc]  # of the page beside it
        if self.kostenklasse != Kostenklasse.ONBEKEND and not any(i.maat == Maat.EURO for i in self.inzet):
            fouten["kostenklasse"] = _("Zeg waar dit vandaan komt: voeg hieronder het bedrag toe, met zijn bron.")
        return fouten
