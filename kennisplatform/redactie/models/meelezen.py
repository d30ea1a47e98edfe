"""A link with which somebody without an account reads one version: who made it and until when. Not who reads, and not the
link itself: that is signed, and worked out from this row.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision


class Meeleeslink(models.Model):
    """Gone is withdrawn."""

    pagina = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    versie = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="+")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    op = models.DateTimeField(_("gemaakt op"), auto_now_add=True)
    tot = models.DateTimeField(_("geldig tot"))

    wagtail_reference_index_ignore = True  # a link is no use of a page

    class Meta:
        verbose_name = _("link om mee te lezen")
        verbose_name_plural = _("links om mee te lezen")
        ordering = ["-op", "-pk"]

    def __str__(self) -> str:
        return str(self.pagina)
