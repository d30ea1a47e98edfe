"""Small guards around every request: addresses, sizes, headers, and the looser policy that only the admin gets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from kennisplatform.basis.fouten import ongeldig, te_groot, te_veel_gezocht, tijdelijk_weg
from kennisplatform.basis.models.begrippen import Begripsoort, woordenboek
from kennisplatform.basis.tempo import PerAdres, van_deze_machine

Antwoorder = Callable[[HttpRequest], HttpResponse]
MB: Final = 1024 * 1024
MAX_FORMULIER: Final = 16 * MB  # one picture or document of 12 MB, with its form
MAX_REDACTIE: Final = 60 * MB  # several pictures at once
HAP: Final = MB
MAX_GEDULD: Final = 1024  # bites that are read away


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


BEGRIPSOORTEN: Final = frozenset(Begripsoort.values)  # `values` works each out anew


def oude_begrippen(get_response: Antwoorder) -> Antwoorder:
    """An address that filters by a term that went into another leads to the same list by the term there is now."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method in {"GET", "HEAD"} and request.META.get("QUERY_STRING"):
            soorten = [soort for soort in request.GET if soort in BEGRIPSOORTEN]
            if oud := soorten and woordenboek().oud:
                nieuw = request.GET.copy()
                for soort in soorten:
                    codes = [oud.get((soort, code), code) for code in nieuw.getlist(soort)]
                    nieuw.setlist(soort, list(dict.fromkeys(codes)))
                if any(nieuw.getlist(soort) != request.GET.getlist(soort) for soort in soorten):
                    return HttpResponsePermanentRedirect(f"{quote(request.path)}?{nieuw.urlencode()}")
        return get_response(request)

    return middleware


def beleid_per_plek(get_response: Antwoorder) -> Antwoorder:
    """The admin and the editors' preview need inline script and style; no public page does."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path.startswith("/admin/"):
            response._csp_replace = settings.CSP_ADMIN  # type: ignore[attr-defined]  # django-csp reads this attribute
        return response

    return middleware


ZONDER_ZOEKEN: Final = ("/static/", "/media/", "/admin/", "/api/", "/account/")  # with limits, or doors, of their own


def zoektempo(get_response: Antwoorder) -> Antwoorder:
    """Pages that answer a question (`?q=`, filters, pages of a list) as often as the API: each one is a search.

    A kept page was given before this. Who is signed in isn't counted, nor who measures on this machine.
    """
    tempo = PerAdres("zoekpagina", settings.ZOEKPAGINAS_PER_MINUUT)

    def middleware(request: HttpRequest) -> HttpResponse:
        if (
            not request.META.get("QUERY_STRING")
            or request.method not in {"GET", "HEAD"}
            or request.path.startswith(ZONDER_ZOEKEN)
            or van_deze_machine(request)
            or (settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated)
            or tempo.allow_request(request)
        ):
            return get_response(request)
        return te_veel_gezocht(request, wacht=tempo.wait())

    return middleware


def eerlijke_koppen(get_response: Antwoorder) -> Antwoorder:
    """Wagtail's document view says 'Content-Encoding: None' of a file that is not packed; a strict reader refuses that."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.headers.get("Content-Encoding") == "None":
            del response.headers["Content-Encoding"]
        return response

    return middleware


def niets_van_het_apparaat(get_response: Antwoorder) -> Antwoorder:
    """No page of ours asks where somebody is or looks through their camera; nothing that slips in may either."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers["Permissions-Policy"] = settings.TOESTEMMINGEN
        return response

    return middleware


def verkeerde_weg(get_response: Antwoorder) -> Antwoorder:
    """Somebody opens an address that only answers to a button: a page that says so, instead of an empty one."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code == 405 and request.method in {"GET", "HEAD"} and not request.path.startswith("/api/"):
            boven = request.path.rstrip("/").rpartition("/")[0] + "/"
            pagina = render(request, "405.html", {"boven": boven}, status=405)
            pagina.headers["Allow"] = response.headers.get("Allow", "POST")
            return pagina
        return response

    return middleware


def grens(get_response: Antwoorder) -> Antwoorder:
    """A body that is larger than any form of ours is read away, not kept, and answered with how large it may be.

    Before anything that looks into the form: Django would first write all of it to the disk. Read to its end, since a
    browser that is still sending shows no answer.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        lengte = request.META.get("CONTENT_LENGTH") or "0"
        grootste = MAX_REDACTIE if request.path.startswith("/admin/") else MAX_FORMULIER
        if lengte.isdecimal() and int(lengte) > grootste:
            for _hap in range(MAX_GEDULD):
                if not request.read(HAP):
                    break
            return te_groot(request)
        return get_response(request)

    return middleware
