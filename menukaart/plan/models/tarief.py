"""What the team lets networks count with: a rate from a day on. Another price is another row, and what was wrong stays
readable beside what replaced it: budgets were made with it.
"""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.geld import euro
from menukaart.plan.keuzes import Kostensoort


class Tarieven(models.QuerySet["Tarief"]):
    def staand(self) -> Tarieven:
        """Without what turned out to be wrong. May be over by now (`tot`)."""
        return self.filter(vervallen__isnull=True)


class Tarief(models.Model):
    naam = models.CharField(_("waarvoor?"), max_length=120, help_text=_("Bijvoorbeeld: wijkverpleegkundige, per uur."))
    soort = models.CharField(_("soort kosten"), max_length=12, choices=Kostensoort.choices, default=Kostensoort.UREN)
    prijs = models.DecimalField(
        _("prijs (€)"), max_digits=9, decimal_places=2, validators=[MinValueValidator(Decimal("0.01"))]
    )
    vanaf = models.DateField(_("geldt vanaf"))
    bron = models.CharField(
        _("waar komt dit bedrag vandaan?"),
        max_length=240,
        help_text=_("Bijvoorbeeld: de cao, met het jaar en de schaal."),
    )
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    gemaakt = models.DateTimeField(auto_now_add=True)
    tot = models.DateField(_("geldt tot en met"), null=True, blank=True, editable=False)
    # It was wrong: since when that is known, and the row that holds instead.
    vervallen = models.DateTimeField(null=True, editable=False)
    vervanging = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, editable=False, related_name="eerder")
    reden = models.CharField(_("reden"), max_length=300, blank=True, default="", db_default="", editable=False)

    objects = Tarieven.as_manager()

    class Meta:
        verbose_name = _("tarief")
        verbose_name_plural = _("tarieven")
        ordering = (Lower("naam"), "-vanaf")
        constraints = [
            models.UniqueConstraint(
                Lower("naam"), "vanaf", condition=models.Q(vervallen__isnull=True), name="een_staand_tarief_per_dag"
            )
        ]

    def __str__(self) -> str:
        return f"{self.naam}, {euro(self.prijs)} ({_('vanaf')} {date_format(self.vanaf, 'j F Y')})"

    @property
    def gold_nooit(self) -> bool:
        return self.tot is not None and self.tot < self.vanaf

    def geldt_in(self, jaar: int) -> bool:
        return self.vanaf.year <= jaar and (self.tot is None or (self.tot.year >= jaar and not self.gold_nooit))
