"""Views that belong to the whole site: drawings, life signs."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from kennisplatform.basis import standmeldingen, straat
from kennisplatform.zoeken.motor import toestand


@require_safe
@cache_control(max_age=31_536_000, immutable=True, public=True)
def straatbeeld(request: HttpRequest, palet: str, breed: int, slug: str) -> HttpResponse:
    """The drawing for a slug never changes, so a browser keeps it for a year."""
    if palet not in straat.PALETTEN or breed not in straat.BREEDTES:
        return HttpResponse(status=404)
    return HttpResponse(straat.teken(slug[:80], palet, breed), content_type="image/svg+xml")


@require_safe
def leeft(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def klaar(request: HttpRequest) -> JsonResponse:
    """Each part by name; 503 when the site can't serve. The search engine and the cache may be away:
    then the answer is poorer or slower, not absent.

    A room's `Standmelding` (mail that waits) is shown and never changes the status code.
    """
    delen = {"database": _database(), "cache": _cache(), "zoekmotor": toestand()}
    status = 200 if delen["database"] == "ok" else 503
    return JsonResponse(standmeldingen.alles() | delen, status=status)


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Exception as fout:
        return type(fout).__name__
    return "ok"


def _cache() -> str:
    """Away: pages are drawn for each reader and counters stand in a file. Whoever runs the site has to know."""
    standen = {naam: caches[naam].toestand() for naam in caches.settings}  # type: ignore[attr-defined]  # a Keten
    return ", ".join(f"{naam}: {zin}" for naam, zin in standen.items() if zin != "ok") or "ok"


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    regels = [
        "User-agent: *",
        "Disallow: /admin/",
        *(
            f"Disallow: {'' if code == settings.LANGUAGE_CODE else f'/{code}'}/zoeken/"
            for code, _ in settings.LANGUAGES
        ),
        f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}",
    ]
    return HttpResponse("\n".join(regels) + "\n", content_type="text/plain")


@require_safe
def beveiliging(request: HttpRequest) -> HttpResponse:
    """RFC 9116. 'Expires' is always half a year ahead: the contact page is kept by the editors, not by this file."""
    contact = settings.BEVEILIGING_CONTACT or [request.build_absolute_uri("/contact/")]
    verloopt = (timezone.now() + dt.timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z")
    regels = [
        *(f"Contact: {adres}" for adres in contact),
        f"Expires: {verloopt}",
        "Preferred-Languages: nl, en",
        f"Canonical: {request.build_absolute_uri('/.well-known/security.txt')}",
    ]
    return HttpResponse("\n".join(regels) + "\n", content_type="text/plain")
