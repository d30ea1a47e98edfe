"""Examples that are not for everybody. Two locks on one door, both shut unless opened:

a view restriction, so that whatever asks for public pages (lists, counts, search, sitemap, API, feeds) passes them by
without knowing of them; and, for people who signed in, the rights of deelnemers/rechten.py, asked at every reading.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction

from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from leernetwerk.models import Praktijkvoorbeeld


def zet_beperking(instance: Praktijkvoorbeeld, **kwargs: Any) -> None:
    """After every save, in its transaction: a page goes live with its restriction on it, never before."""
    eigen = PageViewRestriction.objects.filter(page=instance, restriction_type=PageViewRestriction.LOGIN)
    if instance.zichtbaarheid == Zichtbaarheid.OPENBAAR:
        for beperking in eigen:
            beperking.delete()  # one by one: each tells the search index
    elif not eigen.exists():
        PageViewRestriction.objects.create(page=instance, restriction_type=PageViewRestriction.LOGIN)


def weiger(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> None:
    """Wagtail's restriction asks whether somebody signed in; who may read is asked here."""
    if isinstance(page, Praktijkvoorbeeld) and not mag(request.user, Doe.ZIEN, page):
        raise PermissionDenied
