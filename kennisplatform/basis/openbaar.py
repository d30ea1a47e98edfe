"""What the public may see, for readers: the rule is the search's own (`zoeken/paginabron.py`), so that a list and the
search cannot disagree. The few restricted branches of the tree are asked once a request.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from asgiref.local import Local
from django.core.signals import request_finished, request_started
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page

from kennisplatform.tekening.notitie import geldig_tot, tekent
from kennisplatform.zoeken.paginabron import beperkte_takken, is_openbaar

Rij = TypeVar("Rij", bound=QuerySet[Any])
_verzoek = Local()


def _takken() -> tuple[str, ...]:
    """Remembered for as long as the request lasts, never longer."""
    takken = getattr(_verzoek, "takken", None)
    if takken is None:
        takken = beperkte_takken()
        if getattr(_verzoek, "loopt", False):
            _verzoek.takken = takken
    return takken


def _volgende_afloop() -> dt.datetime | None:
    """When the next public page of the whole site expires; asked once a drawing of the whole."""
    if not hasattr(_verzoek, "afloop") or not getattr(_verzoek, "loopt", False):
        rij = Page.objects.filter(live=True, expire_at__gt=timezone.now()).order_by("expire_at")
        _verzoek.afloop = rij.values_list("expire_at", flat=True).first()
    return _verzoek.afloop


def _begin(**kwargs: object) -> None:
    _verzoek.loopt, _verzoek.takken = True, None
    _vergeet_afloop()


def _eind(**kwargs: object) -> None:
    _verzoek.loopt, _verzoek.takken = False, None
    _vergeet_afloop()


def _vergeet_afloop() -> None:
    if hasattr(_verzoek, "afloop"):
        del _verzoek.afloop


request_started.connect(_begin, dispatch_uid="openbaar-begin")
request_finished.connect(_eind, dispatch_uid="openbaar-eind")


def openbaar(rijen: Rij, via: str = "") -> Rij:
    """Pages that are public, or rows whose page, reached by `via` such as 'praktijk__', is."""
    if tekent():
        geldig_tot(_volgende_afloop())
    return rijen.filter(is_openbaar(_takken(), via))
