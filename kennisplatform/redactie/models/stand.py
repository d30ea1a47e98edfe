"""What reports ask of a page, in one row: computed from the page, so that a list of 10,000 is one query."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Paginastand(models.Model):
    """Thrown away and measured again without loss. Days are as the page has them; whether one is past, a query says."""

    pagina = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="redactiestand")
    gemeten_op = models.DateTimeField(_("gemeten op"))
    thema = models.CharField(_("thema"), max_length=60, blank=True)
    volgende_controle = models.DateField(_("volgende controle"), null=True)
    erkenning_tot = models.DateField(_("erkend tot"), null=True)
    geld_tot = models.DateField(_("geldregel tot en met"), null=True)  # the first of them that ends
    heeft_beeld = models.BooleanField(_("met afbeelding"), default=False)
    woorden = models.PositiveIntegerField(_("woorden"), default=0)
    leesniveau = models.PositiveSmallIntegerField(_("leesniveau"), null=True)
    lange_zinnen = models.PositiveSmallIntegerField(_("lange zinnen"), default=0)
    lijdend = models.PositiveSmallIntegerField(_("lijdende zinnen"), default=0)

    class Meta:
        verbose_name = _("stand van een pagina")
        verbose_name_plural = _("standen van pagina’s")

    def __str__(self) -> str:
        return str(self.pagina_id)


class Rapportkeuze(models.Model):
    """A view of a report that somebody kept: its address is the view."""

    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    rapport = models.SlugField(_("rapport"), max_length=40)
    naam = models.CharField(_("naam"), max_length=80)
    vraag = models.CharField(_("filters"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("bewaarde weergave")
        verbose_name_plural = _("bewaarde weergaven")
        ordering = ["naam"]
        constraints = [models.UniqueConstraint(fields=["gebruiker", "rapport", "naam"], name="rapportkeuze_eens")]

    def __str__(self) -> str:
        return self.naam
