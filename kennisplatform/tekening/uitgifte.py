"""The way out for strangers: the finished page, packed once, with its mark; a visitor who has it gets 304.

Outermost of what knows pages: a hit touches no session, no database and no template. Only what `getekend.geef` made is
kept here, with the headers that the rest of the house put on it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from kennisplatform.tekening import bewaren
from kennisplatform.tekening.getekend import bewaarbaar
from kennisplatform.tekening.journaal import Houdbaarheid, journaal
from kennisplatform.tekening.lezer import is_vreemde, sleutel
from kennisplatform.tekening.notitie import Notitie
from kennisplatform.tekening.pakken import KLEIN, Pak, pak

BESTANDEN: Final = ("/static/", "/media/")
NOOIT: Final = ("/account/", "/admin/")  # not even looked for
OPNIEUW: Final = "max-age=0, must-revalidate"  # ask each time; the answer is nearly always 304


@dataclass(frozen=True)
class Vel:
    """What goes over the line."""

    pak: Pak
    koppen: tuple[tuple[str, str], ...]

    def antwoord(self, request: HttpRequest) -> HttpResponse:
        merk = f'"{self.pak.merk}"'
        if merk in request.headers.get("If-None-Match", ""):
            leeg = HttpResponseNotModified(headers=dict(self.koppen))
            leeg["ETag"] = merk
            return leeg
        inhoud, soort = self.pak.geef(request.headers.get("Accept-Encoding", ""))
        antwoord = HttpResponse(inhoud if request.method == "GET" else b"", headers=dict(self.koppen))
        antwoord["ETag"], antwoord["Content-Length"] = merk, str(len(inhoud))
        if soort:
            antwoord["Content-Encoding"] = soort
        return antwoord


def geef_uit(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(BESTANDEN):
            return get_response(request)
        journaal().bij()  # once a request: what changed elsewhere is known from here on
        if request.path.startswith(NOOIT) or not is_vreemde(request) or not bewaarbaar(request):
            return get_response(request)
        naam = f"vel:{sleutel(request)}"
        bewaard = bewaren.haal([naam]).get(naam)
        if bewaard is not None and bewaard.oordeel() is Houdbaarheid.WAAR:
            antwoord = bewaard.inhoud.antwoord(request)
            antwoord["X-Cache"] = "raak"
            return antwoord
        antwoord = get_response(request)
        vel = _bewaar(naam, antwoord)
        return vel.antwoord(request) if vel is not None else antwoord

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
