"""Parts of a page that many pages share, such as a card: drawn once, and what a part shows the page shows too."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from typing import Any, Final, TypeVar

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe

from kennisplatform.tekening import bewaren
from kennisplatform.tekening.journaal import Houdbaarheid, journaal
from kennisplatform.tekening.notitie import Notitie, neem_over, noteer

T = TypeVar("T")
FORMULIERSLEUTEL: Final = "hier-komt-de-sleutel-van-de-lezer"
_in_gedeeld: ContextVar[bool] = ContextVar("in_gedeeld", default=False)


def onthoud(sleutel: str, maak: Callable[[], T], maat: int = 200) -> T:
    """What `maak` worked out, kept until something it was made of changes; `maat`: its bytes, about."""
    bewaard = bewaren.haal([sleutel]).get(sleutel)
    if bewaard is None or bewaard.oordeel() is not Houdbaarheid.WAAR:
        stand = journaal().stand
        with noteer() as notitie:
            inhoud = maak()
        bewaard = bewaren.zet({sleutel: (inhoud, maat)}, {sleutel: notitie}, stand)[sleutel]
    else:
        neem_over(bewaard.dingen, bewaard.tot)
    return bewaard.inhoud


def onthoud_elk(
    namen: Mapping[str, str], maak: Callable[[list[str]], Mapping[str, T]], maat: int = 200
) -> dict[str, T]:
    """The same for many at once: name of each key → what is kept under it. `maak` gets the keys that nobody made before,
    and may leave out what is not there; what it makes together hangs on the same things.
    """
    stand, klaar = journaal().stand, ware_dingen(namen.values())
    uit = {sleutel: klaar[naam] for sleutel, naam in namen.items() if naam in klaar}
    if mist := [sleutel for sleutel in namen if sleutel not in uit]:
        with noteer() as notitie:
            nieuw = dict(maak(mist))
        bewaren.zet({namen[s]: (ding, maat) for s, ding in nieuw.items()}, {namen[s]: notitie for s in nieuw}, stand)
        uit |= nieuw
    return uit


def stuk(sleutel: str, teken: Callable[[], str]) -> SafeString:
    """HTML of one part; `teken` draws it when no true drawing is kept."""
    # What our own templates drew, with everything in it escaped there.
    return mark_safe(onthoud(sleutel, lambda: str(teken()), 2_000))


def gedeeld(sleutel: str, request: HttpRequest, teken: Callable[[str], str]) -> str:
    """A part with forms that readers share: drawn with a stand-in for the key of its forms, given each reader's own. Inside
    another such part the stand-in stays: that one is kept too.
    """
    html = stuk(sleutel, lambda: _zonder_lezer(teken))
    if FORMULIERSLEUTEL not in html or _in_gedeeld.get():
        return html
    return html.replace(FORMULIERSLEUTEL, get_token(request))


def gedeeld_vel(sleutel: str, request: HttpRequest, teken: Callable[[str], str]) -> bytes:
    """The same of what fills a page (`vel_om`): kept as it goes over the line, which saves three copies of it."""
    html: bytes = onthoud(sleutel, lambda: _zonder_lezer(teken).encode())
    staat_er = FORMULIERSLEUTEL.encode()
    return html.replace(staat_er, get_token(request).encode()) if staat_er in html else html


def _zonder_lezer(teken: Callable[[str], str]) -> str:
    vlag = _in_gedeeld.set(True)
    try:
        return teken(FORMULIERSLEUTEL)
    finally:
        _in_gedeeld.reset(vlag)


def vel_om(request: HttpRequest, sjabloon: str, context: Mapping[str, Any]) -> HttpResponse:
    """A page around one large part, `werk`. Each level of a template copies all that stands in it, twice, and a grid of 240
    lines is a million letters at ten levels: a mark goes through the template, and the part comes in last.
    """
    if (werk := context.get("werk")) is None:
        return render(request, sjabloon, dict(context))
    merk = f"<!--{secrets.token_hex(16)}-->"  # of this answer alone, so nobody can have written it
    antwoord = render(request, sjabloon, {**context, "werk": mark_safe(merk)})
    inhoud = werk if isinstance(werk, bytes) else werk.encode()
    antwoord.content = antwoord.content.replace(merk.encode(), inhoud, 1)
    return antwoord


def ware_dingen(sleutels: Iterable[str]) -> dict[str, Any]:
    """Of many things that `onthoud` kept those that are true."""
    uit = {}
    for sleutel, bewaard in bewaren.haal(list(sleutels)).items():
        if bewaard.oordeel() is Houdbaarheid.WAAR:
            neem_over(bewaard.dingen, bewaard.tot)
            uit[sleutel] = bewaard.inhoud
    return uit


def ware_stukken(sleutels: Iterable[str]) -> dict[str, SafeString]:
    """Of many parts those that are kept and true."""
    return {sleutel: mark_safe(html) for sleutel, html in ware_dingen(sleutels).items()}  # as above


def bewaar_stukken(stukken: Mapping[str, tuple[str, Notitie]], stand: int) -> None:
    """Keep parts that were drawn together; `stand` is the journal's from before their things were fetched."""
    bewaren.zet(
        {sleutel: (html, len(html)) for sleutel, (html, _notitie) in stukken.items()},
        {sleutel: notitie for sleutel, (_html, notitie) in stukken.items()},
        stand,
    )
