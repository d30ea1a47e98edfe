"""Pages in the bin. They stay where they stood in the tree, off the site and under a name that is nobody's: so a parent
that moves takes them along, everything that points at them holds, and putting back is taking a mark off.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from kennisplatform.basis.adressen import pad_op_site

BLIJFT: Final = dt.timedelta(days=30)


class Weggegooid(models.Model):
    """One page of what was thrown away at once; `met` is the page that somebody pressed 'weg' for."""

    wagtail_reference_index_ignore = True  # lying in the bin is no use of a page

    pagina = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="weggegooid")
    met = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="mee")
    slug = models.CharField(_("naam in het adres"), max_length=255)
    pad = models.TextField(_("plek waar zij stond"))
    stond = models.JSONField(_("hoe zij stond"), default=dict)
    op = models.DateTimeField(_("weggegooid op"), default=timezone.now, db_index=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("pagina in de prullenbak")
        verbose_name_plural = _("pagina’s in de prullenbak")
        ordering = ["-op", "-pk"]

    def __str__(self) -> str:
        return self.pagina.title

    @property
    def adres(self) -> str:
        """Where readers found it."""
        return pad_op_site(self.pad, self.pagina.locale.language_code)

    @property
    def tot(self) -> dt.datetime:
        return self.op + BLIJFT


def buiten_prullenbak(paginas: Any) -> Any:
    """Of these pages those that are not in the bin."""
    return paginas.exclude(pk__in=Weggegooid.objects.order_by().values("pagina"))


def in_prullenbak(pks: Any) -> bool:
    return Weggegooid.objects.filter(pagina__in=pks).exists()


def lag_op(paden: Any) -> Any:
    """Pages in the bin that stood at these places in the tree."""
    return Page.objects.filter(Q(weggegooid__pad__in=paden))
