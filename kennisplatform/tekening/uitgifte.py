"""The way out for strangers: the finished page, packed once, with its mark; a visitor who has it gets 304.

The outermost middleware: what is kept has the headers that the rest of the house put on it. A hit touches no session, no
database and no template; at the front door (voordeur.py) it does not even reach Django. Only what `getekend.geef` made
is kept here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from kennisplatform.tekening import bewaren
from kennisplatform.tekening.getekend import bewaarbaar
from kennisplatform.tekening.journaal import Houdbaarheid, journaal
from kennisplatform.tekening.lezer import is_vreemde, sleutel
from kennisplatform.tekening.notitie import Notitie
from kennisplatform.tekening.pakken import KLEIN, Pak, pak

BESTANDEN: Final = ("/static/", "/media/")
NOOIT: Final = ("/account/", "/admin/")  # not even looked for
RAAK: Final = "raak"  # said in X-Cache
OPNIEUW: Final = "max-age=0, must-revalidate"  # ask each time; the answer is nearly always 304


Koppen = list[tuple[str, str]]


@dataclass(frozen=True)
class Vel:
    """What goes over the line."""

    pak: Pak
    koppen: tuple[tuple[str, str], ...]

    def geef(self, aanvaardt: str, heeft: str, *, kop: bool = False) -> tuple[int, Koppen, bytes]:
        """(status, headers, body) for what a browser accepts and already has; `kop`: it asks for the headers only."""
        merk = f'"{self.pak.merk}"'
        koppen = [*self.koppen, ("ETag", merk)]
        if merk in heeft:
            return 304, koppen, b""
        inhoud, soort = self.pak.geef(aanvaardt)
        koppen.append(("Content-Length", str(len(inhoud))))
        if soort:
            koppen.append(("Content-Encoding", soort))
        return 200, koppen, b"" if kop else inhoud

    def antwoord(self, request: HttpRequest) -> HttpResponse:
        aanvaardt, heeft = (request.META.get(naam, "") for naam in ("HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH"))
        status, koppen, inhoud = self.geef(aanvaardt, heeft, kop=request.method == "HEAD")
        if status == HTTPStatus.NOT_MODIFIED:
            return HttpResponseNotModified(headers=dict(koppen))
        return HttpResponse(inhoud, headers=dict(koppen))


def kent(sleutel_: str) -> Vel | None:
    """What is kept for strangers under this key, if it is true now. Asks whether something changed: once a request."""
    journaal().bij()
    naam = f"vel:{sleutel_}"
    bewaard = bewaren.haal([naam]).get(naam)
    waar = bewaard is not None and bewaard.oordeel() is Houdbaarheid.WAAR
    return bewaard.inhoud if bewaard is not None and waar else None


def geef_uit(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(BESTANDEN):
            return get_response(request)
        journaal().bij()  # for all of this request: what changed elsewhere is known from here on
        if request.path.startswith(NOOIT) or settings.ONDERHOUD or not is_vreemde(request) or not bewaarbaar(request):
            return get_response(request)
        if vel := kent(sleutel(request)):
            antwoord = vel.antwoord(request)
            antwoord["X-Cache"] = RAAK
            return antwoord
        antwoord = get_response(request)
        nieuw = _bewaar(f"vel:{sleutel(request)}", antwoord)
        return nieuw.antwoord(request) if nieuw is not None else antwoord

    return middleware


def _bewaar(naam: str, antwoord: HttpResponse) -> Vel | None:
    notitie: Notitie | None = getattr(antwoord, "notitie", None)
    if notitie is None or antwoord.status_code != 200 or antwoord.cookies or len(antwoord.content) < KLEIN:
        return None
    antwoord.headers.setdefault("Cache-Control", OPNIEUW)
    antwoord["Vary"] = "Accept-Encoding"
    vel = Vel(pak(antwoord.content), tuple((k, w) for k, w in antwoord.items() if k != "Content-Length"))
    stand: int = antwoord.getekend_bij  # type: ignore[attr-defined]  # set beside `notitie`
    bewaren.zet({naam: (vel, vel.pak.maat)}, {naam: notitie}, stand)
    return vel
