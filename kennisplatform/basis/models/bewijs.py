"""Evidence, effort and SES fit: three things that stand beside each other and are never added up."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.keuzes import BEWAARDE_NIVEAUS, LADDER, ROMEINS, Bewijsniveau, Kostenklasse

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
    bewijs_bron_url = models.URLField(_("adres van de bron"), blank=True)

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
        _("kosten per buurt per jaar"), max_length=20, choices=Kostenklasse.choices, default=Kostenklasse.ONBEKEND
    )
    uren = models.PositiveIntegerField(
        _("uren per buurt per jaar"), null=True, blank=True, help_text=_("Leeg betekent: onbekend.")
    )
    uren_toelichting = models.CharField(_("toelichting bij de uren"), max_length=250, blank=True)
    verletkosten = models.PositiveIntegerField(
        _("verletkosten in euro per jaar"), null=True, blank=True, help_text=_("Leeg betekent: onbekend.")
    )
    inzet_bron = models.CharField(_("bron van dit bedrag"), max_length=250, blank=True)
    bekostiging = models.TextField(
        _("bekostiging"), blank=True, help_text=_("Wie kan het betalen, met welke betaaltitel?")
    )

    class Meta:
        abstract = True

    @property
    def inzet_bekend(self) -> bool:
        return self.kostenklasse != Kostenklasse.ONBEKEND or self.uren is not None or self.verletkosten is not None

    @property
    def kosten_teken(self) -> str:
        return {"tot-5000": "€", "5000-25000": "€€", "25000-100000": "€€€", "boven-100000": "€€€€"}.get(
            self.kostenklasse, ""
        )

    def veldfouten(self) -> dict[str, StrOrPromise]:
        fouten: dict[str, StrOrPromise] = super().veldfouten()  # type: ignore[misc]  # of the page beside it
        if self.inzet_bekend and not self.inzet_bron.strip():
            fouten["inzet_bron"] = _("Zeg waar dit bedrag of deze uren vandaan komen.")
        return fouten
