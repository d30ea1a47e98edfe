"""Whoever is signed in sees it at the top and at the bottom of each page."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import get_language

from kennisplatform.tekening.plekken import Lezersplek
from kennisplatform.tekening.stukken import gedeeld

DELEN: Final = ("werkplek", "account")  # parts of the site that the header marks


def aangemelde(request: HttpRequest | None) -> Any:
    """Who is signed in, or None. Who sends no session cookie is not asked for one: their page stays everybody's."""
    if request is None or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    wie = getattr(request, "user", None)
    return wie if wie is not None and wie.is_authenticated else None


def _teken(sjabloon: str, request: HttpRequest) -> str:
    """The same for all who are signed in, but the key of the form: nobody's name stands in it."""
    wie = aangemelde(request)
    deel = request.path.split("/")[1] if wie else ""
    sleutel = f"stuk:{sjabloon}:{get_language()}:{bool(wie)}:{deel if deel in DELEN else ''}"

    def teken(formuliersleutel: str) -> str:
        context = {"wie": bool(wie), "pad": request.path, "csrf_token": formuliersleutel}
        return render_to_string(sjabloon, context)

    return gedeeld(sleutel, request, teken)


def in_kop(request: HttpRequest, _argument: str) -> str:
    return _teken("toegang/in_kop.html", request)


def in_voet(request: HttpRequest, _argument: str) -> str:
    return _teken("toegang/in_voet.html", request)


BRENGT: Final = [Lezersplek("kop", in_kop), Lezersplek("voet", in_voet)]
