"""Wagtail pages as a source: public ones of the types that have `zoekdocument()`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from .bron import Zoekbron
from .document import Document

PREFIX: Final = "pagina"


def beperkte_takken() -> tuple[str, ...]:
    """Tree paths of restricted pages that have pages under them: under these nothing is public."""
    beperkt = PageViewRestriction.objects.filter(page__numchild__gt=0).order_by()
    return tuple(beperkt.values_list("page__path", flat=True))


def is_openbaar(takken: Iterable[str], via: str = "") -> Q:
    """Live, not expired, under no view restriction. `via` leads from a row to its page, such as 'praktijk__'.

    Wagtail's `.public()` adds a condition for every restricted page. A thousand of them (each network may keep its
    failures among networks) are more than SQLite takes in one query; nearly all are leaves, and one join tells those.
    """
    geldig = Q(**{f"{via}expire_at__isnull": True}) | Q(**{f"{via}expire_at__gt": timezone.now()})
    voorwaarden = geldig & Q(**{f"{via}live": True, f"{via}view_restrictions__isnull": True})
    for pad in takken:
        voorwaarden &= ~Q(**{f"{via}path__startswith": pad})
    return voorwaarden


def openbare_paginas() -> Any:
    """All public pages, each as its own type; the restrictions are read anew, for what changed a moment ago."""
    return Page.objects.filter(is_openbaar(beperkte_takken())).specific()


def paginadocument(pagina: Page) -> Document | None:
    """A type takes part by having `zoekdocument()`; it may still answer None for one page."""
    if getattr(pagina, "zoekbaar", True) is False:
        return None
    maak = getattr(pagina, "zoekdocument", None)
    return maak() if maak else None


PAGINAS: Final = Zoekbron(PREFIX, model=Page, openbaar=openbare_paginas, document=paginadocument)
