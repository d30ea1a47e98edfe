"""What the team lets networks count with: a rate from a day on. It is never changed; another price is another row."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext_lazy as _

from menukaart.plan.keuzes import Kostensoort


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

    class Meta:
        verbose_name = _("tarief")
        verbose_name_plural = _("tarieven")
        ordering = (Lower("naam"), "-vanaf")
        constraints = [models.UniqueConstraint(Lower("naam"), "vanaf", name="een_tarief_per_dag")]

    def __str__(self) -> str:
        prijs = number_format(self.prijs, decimal_pos=2)
        return f"{self.naam}, € {prijs} ({_('vanaf')} {date_format(self.vanaf, 'j F Y')})"
