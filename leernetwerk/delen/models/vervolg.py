"""'Loopt het nog?': what became of an example, asked again and again. Practice figures rest on these answers."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from leernetwerk.delen.keuzes import Vervolgstand, redenlabels

PUBLIEK: dict[str, Promise] = {
    Vervolgstand.BEZIG: _("Loopt nog"),
    Vervolgstand.AANGEPAST: _("Loopt, maar anders"),
    Vervolgstand.GESTOPT: _("Gestopt"),
}


class Vervolg(models.Model):
    pagina = models.ForeignKey("leernetwerk.Praktijkvoorbeeld", on_delete=models.CASCADE, related_name="vervolgen")
    stand = models.CharField(_("loopt het nog?"), max_length=12, choices=Vervolgstand.choices)
    redenen = models.JSONField(default=list, blank=True)  # codes of Reden
    toelichting = models.TextField(_("toelichting"), blank=True)
    op = models.DateField(_("op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    gemaakt = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("vervolg")
        ordering = ["-op", "-pk"]
        indexes = [models.Index(fields=["pagina", "-op"])]

    def __str__(self) -> str:
        return f"{self.get_stand_display()} · {self.op}"

    @property
    def publiek(self) -> str:
        """For a reader, who did not ask the question that the choices answer."""
        return str(PUBLIEK.get(self.stand, self.stand))

    def redenlabels(self) -> list[str]:
        return redenlabels(self.redenen)
