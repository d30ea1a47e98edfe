"""A question from one network to another. Addresses stay with the platform; both may end it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.models import Buurt


class Contactstand(models.TextChoices):
    """Never stored: it follows from what happened."""

    WACHT = "wacht", _("Wacht op antwoord")
    BEANTWOORD = "beantwoord", _("Beantwoord")
    AFGESLOTEN = "afgesloten", _("Afgesloten")

    @property
    def toon(self) -> str:
        """How it is shown; nothing for what is over."""
        return {"wacht": "wacht", "beantwoord": "goed"}.get(self.value, "")


class Contactverzoek(models.Model):
    rechtsoort = "contactverzoek"
    persoonveld = ("van", "aan")
    buurtveld = "opgeschaald"  # empty until nobody answers: only then the coach of that neighbourhood reads along

    class Hulp(models.TextChoices):
        JA = "ja", _("Ja, ik kan verder")
        DEELS = "deels", _("Een beetje")
        NEE = "nee", _("Nee")

    sleutel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    buurt = models.ForeignKey(Buurt, on_delete=models.PROTECT, related_name="contactverzoeken")  # that is asked
    pagina = models.ForeignKey("wagtailcore.Page", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    van = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="contact_gevraagd"
    )
    van_buurt = models.ForeignKey(Buurt, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    aan = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="contact_gekregen"
    )
    opgeschaald = models.ForeignKey(Buurt, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    gemaakt = models.DateTimeField(auto_now_add=True)
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    gesloten_op = models.DateTimeField(null=True, blank=True)
    gesloten_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    geholpen = models.CharField(_("heeft dit geholpen?"), max_length=5, choices=Hulp.choices, blank=True)

    class Meta:
        verbose_name = _("contactverzoek")
        verbose_name_plural = _("contactverzoeken")
        ordering = ["-gemaakt", "-pk"]
        indexes = [
            models.Index(fields=["aan", "gesloten_op"]),
            models.Index(fields=["van", "gemaakt"]),
            models.Index(fields=["buurt", "beantwoord_op"]),
        ]

    def __str__(self) -> str:
        return f"{self.van or '–'} → {self.buurt}"

    def get_absolute_url(self) -> str:
        return reverse("contactverzoek", args=[self.sleutel])

    @property
    def open(self) -> bool:
        return self.gesloten_op is None

    @property
    def stand(self) -> Contactstand:
        if not self.open:
            return Contactstand.AFGESLOTEN
        return Contactstand.BEANTWOORD if self.beantwoord_op else Contactstand.WACHT

    @property
    def onderwerp(self) -> str:
        return self.pagina.title if self.pagina else self.buurt.naam


class Regel(models.Model):
    """What one of the two wrote. Plain text; nothing else is ever shown."""

    verzoek = models.ForeignKey(Contactverzoek, on_delete=models.CASCADE, related_name="regels")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    tekst = models.TextField()
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["op", "pk"]

    def __str__(self) -> str:
        return f"{self.door or '–'} · {self.op}"
