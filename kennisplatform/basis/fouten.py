"""Pages for when something is wrong: plain Dutch, the way back, and help now. Without a database they still stand."""

from __future__ import annotations

import errno
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from kennisplatform.basis.straks import bewaar, getypt
from kennisplatform.basis.taal import niet_er, nog_niet


def ongeldig(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "400.html", status=400)


def verboden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Whoever lost a right while a form stood open gets back what was typed, to take along."""
    return render(request, "403.html", {"getypt": getypt(request), "binnen": _binnen(request)}, status=403)


def afgemeld(request: HttpRequest) -> HttpResponse:
    """A form was sent by somebody who is no longer signed in: the text comes back, with the way in, and lies ready after
    that (straks.py).
    """
    terug = bewaar(request)
    context = {"getypt": getypt(request), "terug": terug, "ligt_klaar": terug != request.path}
    return render(request, "403_afgemeld.html", context, status=403)


def oude_pagina(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's check against forged forms: nearly always a page that stood open while somebody signed in or out. Who is
    signed in again, in another window, finds what was sent ready to press. The browser says that it came from our own
    page; else nothing is laid ready, since somebody else may have written it.
    """
    van_hier = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    klaar = bewaar(request) if van_hier and _binnen(request) and not request.path.startswith("/account/") else ""
    ligt_klaar = klaar not in {"", request.path}
    context = {"getypt": getypt(request), "terug": klaar if ligt_klaar else request.path, "ligt_klaar": ligt_klaar}
    return render(request, "403_oude_pagina.html", context, status=403)


def _binnen(request: HttpRequest) -> bool:
    return getattr(request, "user", None) is not None and request.user.is_authenticated


def te_groot(request: HttpRequest) -> HttpResponse:
    """Before anybody is signed in or a form is read: without the request, as the page for a fault is."""
    return HttpResponse(render_to_string("413.html"), status=413)


def niet_gevonden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """An address in another language whose page exists in Dutch says so, in that language; any other says that too.
    Whoever works here and wrote about what somebody took away meanwhile gets the words back.
    """
    niet = niet_er(request.path)
    if nog := nog_niet(request.path):
        return render(request, "nog_niet.html", {"nog": nog, "niet": niet}, status=404)
    if niet:
        return render(request, "404_taal.html", {"niet": niet}, status=404)
    return render(request, "404.html", {"getypt": getypt(request) if _binnen(request) else []}, status=404)


def stuk(request: HttpRequest) -> HttpResponse:
    """Without the request's context processors: the database may be what is broken, or the disk may be
    full, and then it is a pause, not a fault."""
    fout = sys.exc_info()[1]
    vol = isinstance(fout, OSError) and fout.errno in {errno.ENOSPC, errno.EDQUOT}
    if vol or isinstance(fout, OperationalError | InterfaceError):
        return tijdelijk_weg(request)
    return HttpResponse(render_to_string("500.html"), status=500)


def te_veel_gezocht(request: HttpRequest, *, wacht: float) -> HttpResponse:
    seconden = int(wacht) + 1
    return HttpResponse(
        render_to_string("429_zoeken.html", {"seconden": seconden}), status=429, headers={"Retry-After": str(seconden)}
    )


def nog_bezig(request: HttpRequest, *, wacht: float) -> HttpResponse:
    """The same form was sent before, and is still at work or its process is gone: sending it again is safe."""
    seconden = int(wacht)
    inhoud = {"getypt": getypt(request), "seconden": seconden}
    antwoord = render(request, "503_nog_bezig.html", inhoud, status=503)
    antwoord.headers["Retry-After"] = str(seconden)
    return antwoord


def tijdelijk_weg(request: HttpRequest) -> HttpResponse:
    return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": "120"})
