"""What the public may see, for readers: the rule is the search's own (`zoeken/paginabron.py`), so that a list and the
search cannot disagree. The few restricted branches of the tree are asked once a request.
"""

from __future__ import annotations

from typing import Any, TypeVar

from asgiref.local import Local
from django.core.signals import request_finished, request_started
from django.db.models import QuerySet

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


def _begin(**kwargs: object) -> None:
    _verzoek.loopt, _verzoek.takken = True, None


def _eind(**kwargs: object) -> None:
    _verzoek.loopt, _verzoek.takken = False, None


request_started.connect(_begin, dispatch_uid="openbaar-begin")
request_finished.connect(_eind, dispatch_uid="openbaar-eind")


def openbaar(rijen: Rij, via: str = "") -> Rij:
    """Pages that are public, or rows whose page, reached by `via` such as 'praktijk__', is."""
    return rijen.filter(is_openbaar(_takken(), via))
