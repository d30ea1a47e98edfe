"""Whole pages for readers without a cookie, kept for a minute and forgotten at once when anything is published.

Everything a page shows can change by an event (a publication, a term, a restriction): each raises one number in the
shared cache, which is part of every key. What changes by the clock (an expiry) is at most PAGINACACHE_S seconds late
on a page that is cached; search results and counts are never late.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest, HttpResponse

VERSIE = "paginaversie"
NIET = ("/account/", "/admin/", "/documenten/", "/healthz", "/readyz", "/static/", "/media/", "/zoeken/")
MAX_PAD = 300  # a longer query string is nobody's second visit


def verhoog_versie(**kwargs: object) -> None:
    """Forget every cached page, after the change is committed."""
    transaction.on_commit(_verhoog)


def _verhoog() -> None:
    try:
        cache.incr(VERSIE)
    except ValueError:
        cache.set(VERSIE, 1, None)


def versie() -> int:
    """Raised by every publication; part of the key of everything that is kept."""
    return cache.get(VERSIE, 0)


def sleutel(request: HttpRequest) -> str | None:
    """None: this answer is not for the cache."""
    if not settings.PAGINACACHE_S or request.method not in {"GET", "HEAD"} or request.COOKIES:
        return None
    pad = request.get_full_path()
    if len(pad) > MAX_PAD or any(deel in request.path for deel in NIET):
        return None
    return f"pagina:{versie()}:{request.scheme}:{request.get_host()}:{pad}"


def bewaar_paginas(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        plek = sleutel(request)
        if plek is None:
            return get_response(request)
        bewaard = cache.get(plek)
        if bewaard is not None:
            inhoud, kop = bewaard
            antwoord = HttpResponse(inhoud if request.method == "GET" else b"", headers=kop)
            antwoord["X-Cache"] = "raak"
            return antwoord
        antwoord = get_response(request)
        if antwoord.status_code == 200 and request.method == "GET" and mag_bewaard(antwoord):
            cache.set(plek, (antwoord.content, dict(antwoord.items())), settings.PAGINACACHE_S)
        return antwoord

    return middleware


def mag_bewaard(antwoord: HttpResponse) -> bool:
    """No cookies, no streams, nothing that says it is somebody's own."""
    eigen = {"private", "no-store", "no-cache"}
    gebruik = {deel.strip() for deel in antwoord.get("Cache-Control", "").split(",")}
    return not antwoord.streaming and not antwoord.cookies and not gebruik & eigen
