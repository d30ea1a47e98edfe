"""A neighbourhood's own variant of a pathway: its numbers and agreements over the national core."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.models import Buurt

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

GELDIG: Final = dt.timedelta(days=365)
TELEFOON: Final = RegexValidator(r"^[0-9+() -]{3,20}$", _("Een telefoonnummer: cijfers, spaties, + en streepjes."))


class Buurtpad(models.Model):
    """One network, one pathway. What it was made from is kept, so that a change of the core shows as a difference."""

    rechtsoort = "buurtpad"
    persoonveld = ""

    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, related_name="buurtpaden")
    kwam_uit = models.ForeignKey(Buurt, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    pagina = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    naam = models.CharField(_("naam"), max_length=255)
    kern = models.JSONField(_("de stappen waaruit het gemaakt is"), default=list)
    gelaten = models.JSONField(_("wijzigingen die wij lieten"), default=dict, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    gewijzigd = models.DateTimeField(_("gewijzigd"), auto_now=True)
    goedgekeurd_op = models.DateField(_("goedgekeurd op"), null=True, blank=True)
    goedgekeurd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    openbaar = models.BooleanField(_("openbaar"), default=False)

    afspraken: RelatedManager[Stapafspraak]
    nummers: RelatedManager[Buurtnummer]

    class Meta:
        verbose_name = _("zorgpad van een buurt")
        verbose_name_plural = _("zorgpaden van buurten")
        ordering = ["naam", "pk"]
        constraints = [models.UniqueConstraint(fields=["buurt", "pagina"], name="een_buurtpad_per_zorgpad")]

    def __str__(self) -> str:
        return f"{self.naam} · {self.buurt}"

    @property
    def merk(self) -> str:
        """Of how it is now: any saving changes it."""
        return self.gewijzigd.isoformat()

    @property
    def geldig_tot(self) -> dt.date | None:
        return self.goedgekeurd_op + GELDIG if self.goedgekeurd_op else None

    @property
    def geldt(self) -> bool:
        """Approved, and less than a year ago: after that it must be looked at again."""
        return bool(self.geldig_tot and timezone.localdate() < self.geldig_tot)

    @property
    def te_zien(self) -> bool:
        return self.openbaar and self.geldt


class VanBuurtpad(models.Model):
    """What hangs on a variant belongs to its neighbourhood."""

    pad: Any

    class Meta:
        abstract = True

    @property
    def buurt_id(self) -> int:
        return self.pad.buurt_id


class Stapafspraak(VanBuurtpad):
    """What this network agreed at one step: who by role, on which day, and what to know."""

    rechtsoort = "buurtpad"
    buurtveld, persoonveld = "pad__buurt", ""

    pad = models.ForeignKey(Buurtpad, on_delete=models.CASCADE, related_name="afspraken")
    stap = models.CharField(max_length=80)
    wie = models.CharField(_("wie doet dit bij ons"), max_length=120, blank=True)
    afspraak = models.TextField(_("onze afspraak"), max_length=600, blank=True)
    sinds = models.DateField(_("afgesproken op"), null=True, blank=True)
    opmerking = models.TextField(_("opmerking"), max_length=600, blank=True)

    class Meta:
        verbose_name = _("afspraak bij een stap")
        verbose_name_plural = _("afspraken bij stappen")
        constraints = [models.UniqueConstraint(fields=["pad", "stap"], name="een_afspraak_per_stap")]

    def __str__(self) -> str:
        return f"{self.stap} · {self.pad}"


class Buurtnummer(VanBuurtpad):
    """A number to call here: of a role, never of a person. It stands on the patient's leaflet."""

    rechtsoort = "buurtpad"
    buurtveld, persoonveld = "pad__buurt", ""

    pad = models.ForeignKey(Buurtpad, on_delete=models.CASCADE, related_name="nummers")
    wie = models.CharField(_("wie"), max_length=80)
    nummer = models.CharField(_("nummer"), max_length=20, validators=[TELEFOON])
    wanneer = models.CharField(_("wanneer"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("telefoonnummer in de buurt")
        verbose_name_plural = _("telefoonnummers in de buurt")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.wie}: {self.nummer}"

    @property
    def te_bellen(self) -> str:
        """The whole of it, as a telephone dials it: 112 inside another number is no 112."""
        return re.sub(r"[^0-9+]", "", self.nummer)
