"""A public page drawn once for everybody, and given to each reader with their own pieces put in.

    @getekend                      a view whose page is the same for every reader of one address
    geef(request, teken)           the same, where the drawing is a function; `vanaf_de_deur=False`: who comes is counted

Whoever draws gets a request of a stranger (lezer.py). One process draws while others show the last drawing for at most
two seconds (journaal.ZACHT_S); what was withdrawn is never shown.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Final

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.utils.translation import get_language

from kennisplatform.tekening import bewaren, plekken
from kennisplatform.tekening.journaal import Houdbaarheid, journaal
from kennisplatform.tekening.lezer import iedereen, is_vreemde, sleutel
from kennisplatform.tekening.notitie import neem_over, noteer
from kennisplatform.tekening.pakken import Pak, pak

MAX_ADRES: Final = 400  # a longer one is nobody's second visit
WACHT_S: Final = 5.0  # for another thread's drawing; then one's own
SLOT_S: Final = 10  # a process that died while drawing holds up others no longer than this

Tekenaar = Callable[[HttpRequest], HttpResponseBase]


@dataclass(frozen=True)
class Blad:
    """A page with marks where somebody's own pieces come."""

    pak: Pak
    koppen: tuple[tuple[str, str], ...]

    @property
    def is_tekst(self) -> bool:
        """A spreadsheet is kept as well, and has no places."""
        soort = dict(self.koppen).get("Content-Type", "")
        return soort.startswith("text/") or "charset=" in soort


def getekend(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Only for a view that shows a signed-in reader what a stranger sees, apart from places."""

    @wraps(view)
    def met_tekening(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return geef(request, lambda ander: view(ander, *args, **kwargs))

    return met_tekening


def voor_vreemden(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For a view that shows members more: drawn once for all strangers, anew for who is signed in."""

    @wraps(view)
    def met_tekening(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not is_vreemde(request):
            return view(request, *args, **kwargs)
        return geef(request, lambda ander: view(ander, *args, **kwargs))

    return met_tekening


def geef(request: HttpRequest, teken: Tekenaar, *, vanaf_de_deur: bool = True) -> HttpResponseBase:
    if not bewaarbaar(request):
        return teken(request)
    vreemd = is_vreemde(request)
    begin = journaal().stand
    with noteer() as notitie:
        bewaard = _blad(request, teken)
        if bewaard is None:
            return teken(request)  # not a page to keep: a redirect, an error, a form with somebody's own key
        blad: Blad = bewaard.inhoud
        neem_over(bewaard.dingen, bewaard.tot)
        lezer = iedereen(request, plekken=False) if vreemd else request
        inhoud = plekken.vul(blad.pak.kaal.decode(), lezer) if blad.is_tekst else blad.pak.kaal
    antwoord = HttpResponse(inhoud, headers=dict(blad.koppen))
    if (
        vreemd and vanaf_de_deur and bewaard.oordeel() is Houdbaarheid.WAAR
    ):  # not the last drawing, shown while a new one is made
        antwoord.notitie, antwoord.getekend_bij = notitie, begin  # type: ignore[attr-defined]  # for uitgifte.py
    return antwoord


def bewaarbaar(request: HttpRequest) -> bool:
    return (
        bool(settings.TEKENING["PAGINAS"])
        and request.method in {"GET", "HEAD"}
        and not getattr(request, "is_preview", False)
        and len(request.get_full_path()) <= MAX_ADRES
        and bewaren.mag()
    )


def _blad(request: HttpRequest, teken: Tekenaar) -> bewaren.Bewaring | None:
    """None: not a page to keep."""
    naam = f"blad:{get_language()}:{sleutel(request)}"
    bewaard = bewaren.haal([naam]).get(naam)
    oordeel = bewaard.oordeel() if bewaard else Houdbaarheid.WEG
    if bewaard and oordeel is Houdbaarheid.WAAR:
        return bewaard
    with _Beurt(naam, wacht=oordeel is Houdbaarheid.WEG) as aan_de_beurt:
        if not aan_de_beurt:
            nu = bewaren.haal([naam]).get(naam)  # what the other one made, or the old one
            if nu and nu.oordeel() is not Houdbaarheid.WEG:
                return nu
        return _teken(naam, request, teken)


def _teken(naam: str, request: HttpRequest, teken: Tekenaar) -> bewaren.Bewaring | None:
    stand, ander = journaal().stand, iedereen(request)
    with noteer() as notitie:
        antwoord = teken(ander)
        if isinstance(antwoord, SimpleTemplateResponse):
            antwoord.render()
    if not isinstance(antwoord, HttpResponse) or not _houdbaar(antwoord, ander):
        return None
    blad = Blad(pak(antwoord.content, voor_buiten=False), tuple(antwoord.items()))
    return bewaren.zet({naam: (blad, blad.pak.maat)}, {naam: notitie}, stand)[naam]


def _houdbaar(antwoord: HttpResponse, ander: HttpRequest) -> bool:
    """A whole page that is nobody's own: it sets no cookie and holds no form that asks for one."""
    if antwoord.status_code != 200 or antwoord.cookies or "CSRF_COOKIE" in ander.META:
        return False
    gebruik = {deel.strip() for deel in antwoord.get("Cache-Control", "").split(",")}
    return not gebruik & {"private", "no-store"}


class _Beurt:
    """One draws a page at a time, in this process and, where there is Redis, in all of them.

    `wacht`: there is nothing to show meanwhile, so wait for the one who draws. True inside: it is your turn.
    """

    _sloten: dict[str, threading.Event] = {}
    _hek = threading.Lock()

    def __init__(self, naam: str, wacht: bool) -> None:
        self.naam, self.wacht = naam, wacht
        self._mijn: threading.Event | None = None
        self._geleend = False  # the turn among processes

    def __enter__(self) -> bool:
        with self._hek:
            bezig = self._sloten.get(self.naam)
            if bezig is None:
                self._mijn = self._sloten[self.naam] = threading.Event()
        if bezig is not None:
            if self.wacht:
                bezig.wait(WACHT_S)
            return False
        return self.wacht or self._elders_vrij()

    @property
    def _slotnaam(self) -> str:
        return bewaren.naam_elders(f"tekent:{self.naam}")

    def _elders_vrij(self) -> bool:
        """Only where there is something to show meanwhile: processes don't wait for each other."""
        if not settings.TEKENING["URL"]:
            return True
        try:
            self._geleend = bool(cache.add(self._slotnaam, 1, SLOT_S))
            return self._geleend
        except Exception:
            return True

    def __exit__(self, *_fout: object) -> None:
        if self._mijn is not None:
            with self._hek:
                self._sloten.pop(self.naam, None)
            self._mijn.set()
            self._laat_los()

    def _laat_los(self) -> None:
        if self._geleend:
            try:
                cache.delete(self._slotnaam)
            except Exception:
                return
