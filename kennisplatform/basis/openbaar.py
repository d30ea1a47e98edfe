"""What the public may see, said once: live, not expired, under no view restriction on the page or above it.

Wagtail asks for the restrictions anew at every `.public()`. Here they are asked once a request, and a site that
restricts nothing, the usual case, pays nothing in the queries themselves.
"""

from __future__ import annotations

from asgiref.local import Local
from django.core.signals import request_finished, request_started
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import PageViewRestriction

_verzoek = Local()


def beperkte_paden() -> tuple[str, ...]:
    """Tree paths under which nothing is public. Remembered for as long as the request lasts, never longer."""
    paden = getattr(_verzoek, "paden", None)
    if paden is None:
        paden = tuple(PageViewRestriction.objects.order_by().values_list("page__path", flat=True))
        if getattr(_verzoek, "loopt", False):
            _verzoek.paden = paden
    return paden


def _begin(**kwargs: object) -> None:
    _verzoek.loopt, _verzoek.paden = True, None


def _eind(**kwargs: object) -> None:
    _verzoek.loopt, _verzoek.paden = False, None


request_started.connect(_begin, dispatch_uid="openbaar-begin")
request_finished.connect(_eind, dispatch_uid="openbaar-eind")


def openbaar(rijen: QuerySet, via: str = "") -> QuerySet:
    """Pages that are public, or rows whose page, reached by `via` such as 'praktijk__', is."""
    geldig = Q(**{f"{via}expire_at__isnull": True}) | Q(**{f"{via}expire_at__gt": timezone.now()})
    voorwaarden = geldig & Q(**{f"{via}live": True})
    for pad in beperkte_paden():
        voorwaarden &= ~Q(**{f"{via}path__startswith": pad})
    return rijen.filter(voorwaarden)
