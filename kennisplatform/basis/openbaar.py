"""What the public may see, for readers: the rule is the search's own (`zoeken/paginabron.py`), so that a list and the
search cannot disagree. The few restricted branches of the tree, and when the next page expires, are remembered until
one of them changes (`paginanieuws`), and within a request.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

from asgiref.local import Local
from django.core.signals import request_finished, request_started
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page

from kennisplatform.tekening.notitie import geldig_tot, tekent, toont
from kennisplatform.tekening.stukken import onthoud
from kennisplatform.zoeken.paginabron import beperkte_takken, is_openbaar

Rij = TypeVar("Rij", bound=QuerySet[Any])
T = TypeVar("T")
TAKKEN, AFLOOP = "takken", "afloop"  # what paginanieuws tells of
_verzoek = Local()


def _takken() -> tuple[str, ...]:
    def lees() -> tuple[str, ...]:
        toont(TAKKEN)
        return beperkte_takken()

    return _eens(TAKKEN, lees)


def _volgende_afloop() -> dt.datetime | None:
    """When the next page of the whole site expires."""

    def lees() -> dt.datetime | None:
        toont(AFLOOP)
        rij = Page.objects.filter(live=True, expire_at__gt=timezone.now()).order_by("expire_at")
        eerste = rij.values_list("expire_at", flat=True).first()
        geldig_tot(eerste)
        return eerste

    return _eens(AFLOOP, lees)


def _eens(naam: str, lees: Callable[[], T]) -> T:
    """Asked once a request; between requests kept until it changes."""
    gezien: dict[str, Any] | None = getattr(_verzoek, "gezien", None)
    if gezien is None:
        return onthoud(naam, lees)
    if naam not in gezien:
        gezien[naam] = onthoud(naam, lees)
    return gezien[naam]


def _begin(**kwargs: object) -> None:
    _verzoek.gezien = {}


def _eind(**kwargs: object) -> None:
    _verzoek.gezien = None


request_started.connect(_begin, dispatch_uid="openbaar-begin")
request_finished.connect(_eind, dispatch_uid="openbaar-eind")


def openbaar(rijen: Rij, via: str = "") -> Rij:
    """Pages that are public, or rows whose page, reached by `via` such as 'praktijk__', is."""
    if tekent():
        geldig_tot(_volgende_afloop())
    return rijen.filter(is_openbaar(_takken(), via))
