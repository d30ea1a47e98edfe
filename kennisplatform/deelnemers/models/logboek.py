"""What changed in people's rights, and when staff looked into what belongs to a network. Written, never changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.models.buurt import Buurt


class Logregel(models.Model):
    rechtsoort = "logboek"
    persoonveld = ""

    class Soort(models.TextChoices):
        LID_ERBIJ = "lid-erbij", _("lid erbij")
        LID_WEG = "lid-weg", _("lidmaatschap beëindigd")
        ROL = "rol", _("rol gewijzigd of overgedragen")
        UITNODIGING = "uitnodiging", _("uitnodiging")
        AANVRAAG = "aanvraag", _("aanvraag om mee te doen")
        TEAM = "team", _("rol in het programma")
        INZAGE = "inzage", _("medewerker keek mee")
        BUURT = "buurt", _("buurt gewijzigd")

    soort = models.CharField(_("soort"), max_length=20, choices=Soort.choices)
    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, null=True, related_name="logregels")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    over = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    tekst = models.CharField(_("wat"), max_length=300)  # no names: those follow from the two above, and go with them
    # What it is about in a room above, 'uitnodiging:12': who was invited is read there, and gone when that is gone.
    verwijst = models.CharField(max_length=40, blank=True)
    op = models.DateTimeField(_("op"), auto_now_add=True)

    class Meta:
        verbose_name = _("logregel")
        verbose_name_plural = _("logboek")
        ordering = ["-op", "-pk"]
        indexes = [models.Index(fields=["buurt", "-op"])]

    wie: str  # not stored: whom a line about an invitation is about, for people who may read that

    def __str__(self) -> str:
        return self.tekst

    @property
    def hoofdpersoon(self) -> str:
        """Whom a line begins with: whom it is about, or who did it."""
        return str(self.over or self.door or _("Iemand"))
