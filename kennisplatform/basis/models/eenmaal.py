"""Which forms were pressed lately, and where that led (basis/eenmalig.py). Nothing in it points at a person."""

from __future__ import annotations

from django.db import models


class Eenmaal(models.Model):
    sleutel = models.CharField(max_length=64, unique=True)
    doel = models.CharField(max_length=1000, blank=True)  # empty while the first press is at work
    op = models.DateTimeField(auto_now_add=True, db_index=True)

    def __str__(self) -> str:
        return self.sleutel[:12]
