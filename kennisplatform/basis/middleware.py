"""Two small guards: addresses that no database can hold, and the looser policy that only the admin gets."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from kennisplatform.basis.fouten import ongeldig, tijdelijk_weg

Antwoorder = Callable[[HttpRequest], HttpResponse]


def bewaak_adres(get_response: Antwoorder) -> Antwoorder:
    """A null byte is nobody's typing and makes PostgreSQL raise: no such path exists, and in a question it says nothing."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path:
            return ongeldig(request)
        # Before anybody reads the question: Django reads it once and keeps it.
        request.META["QUERY_STRING"] = request.META.get("QUERY_STRING", "").replace("%00", "")
        return get_response(request)

    return middleware


def pauze(get_response: Antwoorder) -> Antwoorder:
    """ONDERHOUD=1: everybody reads 'tijdelijk niet bereikbaar'; the life signs go on."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if (
            settings.ONDERHOUD
            and request.path not in {"/healthz", "/readyz"}
            and not request.path.startswith("/static/")
        ):
            return tijdelijk_weg(request)
        return get_response(request)

    return middleware


def beleid_per_plek(get_response: Antwoorder) -> Antwoorder:
    """The admin and the editors' preview need inline script and style; no public page does."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path.startswith("/admin/"):
            response._csp_replace = settings.CSP_ADMIN  # django-csp reads this attribute
        return response

    return middleware
