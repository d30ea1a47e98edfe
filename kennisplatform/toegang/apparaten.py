"""Devices: a short name to recognise yours by, and whether somebody signed in on it before.

Kept of a session: 'Firefox op Android' and when it began. No address: without asking a third party where an address is
it says nothing to a nurse, and it would be one more thing to lose. That a device is known stands on the device itself,
in a signed cookie that is only sent to /account/, so that public pages stay cacheable for somebody who once signed in.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

KOEKJE: Final = "bekend_apparaat"
ZOUT: Final = "toegang.apparaat"
GELDIG: Final = 400 * 24 * 3600  # what browsers keep at most
MENSEN: Final = 8  # of a shared computer, the last so many

OP: Final = "%s op %s"  # kept in the table, so in one language
ONBEKEND: Final = "Onbekend apparaat"
# The first that fits: Edge and Opera also say Chrome, Chrome also says Safari.
_BROWSERS: Final = (
    ("Edge", r"Edg(e|A|iOS)?/"),
    ("Opera", r"OPR/|Opera"),
    ("Samsung Internet", r"SamsungBrowser/"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrome/|CriOS/|Chromium/"),
    ("Safari", r"Safari/"),
)
_SYSTEMEN: Final = (
    ("iPhone", r"iPhone|iPod"),
    ("iPad", r"iPad"),
    ("Android", r"Android"),
    ("Windows", r"Windows"),
    ("Chromebook", r"CrOS"),
    ("Mac", r"Macintosh|Mac OS X"),
    ("Linux", r"Linux|X11"),
)


@cache
def _namen() -> frozenset[str]:
    browsers, systemen = [b for b, _vorm in _BROWSERS], [s for s, _vorm in _SYSTEMEN]
    return frozenset({*browsers, *systemen, ONBEKEND, *(OP % (b, s) for b in browsers for s in systemen)})


def korte_naam(user_agent: str) -> str:
    """'Firefox op Android'; no versions: they change every month and tell more than is needed."""
    browser = next((naam for naam, vorm in _BROWSERS if re.search(vorm, user_agent)), "")
    systeem = next((naam for naam, vorm in _SYSTEMEN if re.search(vorm, user_agent)), "")
    if browser and systeem:
        return OP % (browser, systeem)
    return browser or systeem or ONBEKEND


def verkort(sender: type, instance: UserSession, **kwargs: Any) -> None:
    """Before a session is written: what is not needed never reaches the table."""
    instance.ip = "0.0.0.0"
    if instance.user_agent not in _namen():  # not shortened yet
        instance.user_agent = korte_naam(instance.user_agent)


def _merk(wie: AbstractBaseUser) -> str:
    return salted_hmac(ZOUT, str(wie.pk)).hexdigest()[:16]


def _gelezen(request: HttpRequest) -> list[str]:
    try:
        bekend = signing.loads(request.COOKIES.get(KOEKJE, ""), salt=ZOUT, max_age=GELDIG)
    except signing.BadSignature:
        return []
    return [merk for merk in bekend if isinstance(merk, str)] if isinstance(bekend, list) else []


def is_bekend(request: HttpRequest, wie: AbstractBaseUser) -> bool:
    return _merk(wie) in _gelezen(request)


def onthoud(request: HttpRequest, antwoord: HttpResponse, wie: AbstractBaseUser) -> None:
    merk = _merk(wie)
    bekend = [merk, *(m for m in _gelezen(request) if m != merk)][:MENSEN]
    antwoord.set_cookie(
        KOEKJE,
        signing.dumps(bekend, salt=ZOUT),
        max_age=GELDIG,
        path="/account/",
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
