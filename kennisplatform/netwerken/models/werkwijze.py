"""'Zo werken wij hier': what a new colleague reads in an hour. Each saving is a version; nothing is overwritten."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.models import Buurt

# field → (heading, what to write)
DELEN: Final = {
    "begin": (_("Begin hier"), _("Wat moet iemand die nieuw is de eerste week weten? Wat is dit voor buurt?")),
    "werkwijze": (
        _("Zo werken wij samen"),
        _("Wanneer en waar overlegt u? Wie neemt het initiatief? Hoe bereikt u elkaar?"),
    ),
    "afspraken": (_("Afspraken"), _("Wat sprak u af, ook met huisartsen, gemeente en ziekenhuis?")),
    "wie_weet_wat": (
        _("Wie weet wat"),
        _("Bij wie moet u zijn, waarvoor? Noem functies en organisaties; geen namen van bewoners."),
    ),
    "adressen": (_("Handige adressen"), _("Plekken, spreekuren, telefoonnummers van organisaties.")),
}


class Werkwijze(models.Model):
    rechtsoort = "werkwijze"
    persoonveld = ""

    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, related_name="werkwijzen")
    nummer = models.PositiveIntegerField()
    begin = models.TextField(blank=True, max_length=8000)
    werkwijze = models.TextField(blank=True, max_length=8000)
    afspraken = models.TextField(blank=True, max_length=8000)
    wie_weet_wat = models.TextField(blank=True, max_length=8000)
    adressen = models.TextField(blank=True, max_length=8000)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    op = models.DateTimeField(auto_now_add=True)
    bevestigd = models.DateField(_("klopt nog op"), null=True, blank=True)
    bevestigd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("werkwijze")
        verbose_name_plural = _("werkwijzen")
        ordering = ["-nummer"]
        constraints = [models.UniqueConstraint(fields=["buurt", "nummer"], name="een_werkwijze_per_nummer")]

    def __str__(self) -> str:
        return f"{self.buurt} · {self.nummer}"

    def delen(self) -> list[tuple[str, str]]:
        """(heading, text) of every part that has a text."""
        return [(str(kop), tekst) for veld, (kop, _uitleg) in DELEN.items() if (tekst := getattr(self, veld))]
