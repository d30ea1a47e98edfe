"""An example in the light: for some weeks, with the reason why. What is chosen says nothing of what is not."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.openbaar import openbaar
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.tekening.notitie import toont
from leernetwerk.models import Praktijkvoorbeeld

MAX_REDEN = 300


class Uitlichtingen(models.QuerySet["Uitlichting"]):
    def geldig(self) -> Uitlichtingen:
        """Not taken off by an editor."""
        return self.filter(gestopt_op__isnull=True)

    def zichtbaar(self) -> Uitlichtingen:
        """Whose example everybody may read at this moment. Whatever shows or mails one asks this, every time."""
        toont("verhalen")  # whether an example may be read
        return openbaar(self.filter(voorbeeld__zichtbaarheid=Zichtbaarheid.OPENBAAR), via="voorbeeld__")

    def nu(self) -> Uitlichtingen:
        dag = timezone.localdate()
        return self.geldig().zichtbaar().filter(van__lte=dag, tot__gte=dag)

    def archief(self) -> Uitlichtingen:
        dag = timezone.localdate()
        return self.zichtbaar().filter(Q(tot__lt=dag) | Q(gestopt_op__isnull=False), van__lte=dag)

    def naast(self, voorbeeld: Praktijkvoorbeeld, van: dt.date, tot: dt.date) -> Uitlichtingen:
        """Of this example, with at least one day in common."""
        return self.geldig().filter(voorbeeld=voorbeeld, van__lte=tot, tot__gte=van)


class Uitlichting(models.Model):
    rechtsoort = "podium"
    persoonveld = buurtveld = ""

    voorbeeld = models.ForeignKey(Praktijkvoorbeeld, on_delete=models.CASCADE, related_name="uitlichtingen")
    reden = models.CharField(
        _("waarom dit voorbeeld?"),
        max_length=MAX_REDEN,
        help_text=_("Eén of twee zinnen. Wat leert een andere buurt hiervan, ook van wat niet lukte?"),
    )
    van = models.DateField(_("op het podium vanaf"))
    tot = models.DateField(_("tot en met"))
    # Kept beside the dates: ending on the first day must be possible, and a sent newsletter keeps what it showed.
    gestopt_op = models.DateTimeField(null=True, blank=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    gemaakt = models.DateTimeField(auto_now_add=True)

    objects = Uitlichtingen.as_manager()

    class Meta:
        verbose_name = _("uitlichting")
        verbose_name_plural = _("uitlichtingen")
        ordering = ["-van", "-pk"]  # by date: being first is not being best
        indexes = [models.Index(fields=["van", "tot"])]
        constraints = [models.CheckConstraint(condition=Q(tot__gte=F("van")), name="uitlichting_eind_na_begin")]

    def __str__(self) -> str:
        return f"{self.voorbeeld} ({self.van} – {self.tot})"
