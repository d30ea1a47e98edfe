"""What several people edit row by row, and what was frozen."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Rij(models.Model):
    """One row that somebody edits by itself. `versie` goes up with each saving: a form knows what it began with."""

    versie = models.PositiveIntegerField(default=1, editable=False)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    op = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class Bevroren(models.Model):
    """A text that nobody changes any more: its content as canonical JSON, and the fingerprint of exactly that."""

    nummer = models.PositiveIntegerField(_("versie"))
    inhoud = models.TextField()  # text, not JSON: the fingerprint is of these very characters
    vingerafdruk = models.CharField(max_length=64)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
