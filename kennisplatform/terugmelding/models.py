"""What readers say back about a page, without an account: a report for its owner, and a count per page and day."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

MAX_TEKST = 2000


class Terugmelding(models.Model):
    """'This is not right', or what somebody missed. Made and answered by schrijven.py only."""

    pagina = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    waar = models.CharField(_("bij welk stuk"), max_length=200, blank=True)
    tekst = models.TextField(_("wat de lezer schreef"), max_length=MAX_TEKST)
    mail = models.EmailField(_("mailadres voor het antwoord"), max_length=200, blank=True)  # gone once it was used
    wilde_antwoord = models.BooleanField(_("wilde antwoord"), default=False)
    op = models.DateTimeField(_("geschreven"), auto_now_add=True)
    antwoord = models.TextField(_("antwoord"), blank=True)
    afgedaan = models.DateTimeField(_("afgedaan"), null=True, blank=True, db_index=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-op", "-pk"]
        verbose_name = _("terugmelding")
        verbose_name_plural = _("terugmeldingen")

    def __str__(self) -> str:
        return self.tekst[:60]


class Nuttigdag(models.Model):
    """How many readers of one page said yes or no on one day. Nothing about who."""

    pagina = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    dag = models.DateField(_("dag"))
    ja = models.PositiveIntegerField(_("nuttig"), default=0)
    nee = models.PositiveIntegerField(_("niet nuttig"), default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pagina", "dag"], name="nuttigdag_een_per_dag")]
        verbose_name = _("oordelen op een dag")
        verbose_name_plural = _("oordelen per dag")

    def __str__(self) -> str:
        return f"{self.dag}: {self.ja} / {self.nee}"
