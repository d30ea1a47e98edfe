"""Wagtail pages as a source: public ones of the types that have `zoekdocument()`."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

from . import bron
from .document import Document

PREFIX: Final = "pagina"


def openbare_paginas() -> Any:
    """Live, without a view restriction on it or above it, not expired; each as its own type."""
    nu = timezone.now()
    return Page.objects.live().public().filter(Q(expire_at__isnull=True) | Q(expire_at__gt=nu)).specific()


def paginadocument(pagina: Page) -> Document | None:
    """A type takes part by having `zoekdocument()`; it may still answer None for one page."""
    if getattr(pagina, "zoekbaar", True) is False:
        return None
    maak = getattr(pagina, "zoekdocument", None)
    return maak() if maak else None


def registreer_paginas() -> None:
    """Called when this app is ready; a site that registered its own source for pages before keeps that one."""
    if all(b.prefix != PREFIX for b in bron.bronnen()):
        bron.registreer(PREFIX, model=Page, openbaar=openbare_paginas, document=paginadocument)
