"""Links to other websites: where they stand, and what came back the last night that somebody knocked."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Buitenlink(models.Model):
    class Stand(models.TextChoices):
        NIEUW = "nieuw", _("nog niet geprobeerd")
        GOED = "goed", _("werkt")
        DOOD = "dood", _("werkt niet")
        ONZEKER = "onzeker", _("niet te zeggen")  # the other side refuses programs, or was slow

    adres = models.URLField(_("adres"), max_length=1000)
    afdruk = models.CharField(max_length=64, unique=True, editable=False)  # of the address
    stand = models.CharField(_("stand"), max_length=10, choices=Stand.choices, default=Stand.NIEUW)
    uitkomst = models.CharField(_("uitkomst"), max_length=80, blank=True)
    gekeken_op = models.DateTimeField(_("geprobeerd op"), null=True, db_index=True)
    mis_sinds = models.DateTimeField(_("mis sinds"), null=True)

    class Meta:
        verbose_name = _("link naar buiten")
        verbose_name_plural = _("links naar buiten")
        ordering = ["adres"]

    def __str__(self) -> str:
        return self.adres


class Linkplek(models.Model):
    link = models.ForeignKey(Buitenlink, on_delete=models.CASCADE, related_name="plekken")
    pagina = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    waar = models.CharField(_("waar"), max_length=250)

    class Meta:
        verbose_name = _("plek van een link")
        verbose_name_plural = _("plekken van links")
        ordering = ["pagina_id", "pk"]

    def __str__(self) -> str:
        return self.waar
