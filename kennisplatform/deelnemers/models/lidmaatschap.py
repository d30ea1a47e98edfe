"""Who belongs to which network, in which role, from when until when. A row is never reused: history stays readable."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models.buurt import Buurt


class Lidmaatschappen(models.QuerySet["Lidmaatschap"]):
    def lopend(self, op: dt.date | None = None) -> Lidmaatschappen:
        """Memberships that count on a day (today). `tot` is the first day on which somebody is no longer a member."""
        dag = op or timezone.localdate()
        return self.filter(Q(tot__isnull=True) | Q(tot__gt=dag), van__lte=dag)

    def op_rol(self) -> list[Lidmaatschap]:
        """Kartrekkers first, then as the roles are listed: the order in which a reader looks for somebody."""
        plek = {rol: nummer for nummer, rol in enumerate(Netwerkrol.values)}
        return sorted(self, key=lambda lid: (plek.get(lid.rol, 99), lid.van, lid.pk))


class Lidmaatschap(models.Model):
    rechtsoort = "lidmaatschap"

    buurt = models.ForeignKey(Buurt, on_delete=models.PROTECT, related_name="lidmaatschappen", verbose_name=_("buurt"))
    # Who left the platform is forgotten here too; that there was a member stays.
    persoon = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="lidmaatschappen",
        verbose_name=_("persoon"),
    )
    rol = models.CharField(_("rol"), max_length=30, choices=Netwerkrol.choices)
    wijkverpleegkundige = models.BooleanField(_("is wijkverpleegkundige"), default=False)
    functie = models.CharField(
        _("functie en organisatie"),
        max_length=120,
        blank=True,
        help_text=_("Bijvoorbeeld: praktijkondersteuner, Praktijk De Linde."),
    )
    van = models.DateField(_("van"), default=timezone.localdate)
    tot = models.DateField(_("tot"), null=True, blank=True)

    objects = Lidmaatschappen.as_manager()

    class Meta:
        verbose_name = _("lidmaatschap")
        verbose_name_plural = _("lidmaatschappen")
        ordering = ["buurt", "rol", "van", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["buurt", "persoon", "rol"],
                condition=Q(tot__isnull=True, persoon__isnull=False),
                name="een_lopend_lidmaatschap_per_rol",
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="lidmaatschap_eindigt_na_begin"
            ),
        ]
        indexes = [models.Index(fields=["persoon", "tot"]), models.Index(fields=["buurt", "tot"])]

    def __str__(self) -> str:
        return f"{self.wie} · {self.get_rol_display()} · {self.buurt}"

    @property
    def wie(self) -> str:
        return str(self.persoon) if self.persoon else str(_("iemand die het platform verliet"))

    @property
    def loopt(self) -> bool:
        vandaag = timezone.localdate()
        return self.van <= vandaag and (self.tot is None or self.tot > vandaag)
