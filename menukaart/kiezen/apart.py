"""Set aside without an account: in the address, and on this device only for who asks for that.

The cookie is signed, so that what comes back is what was written; it names pages and nobody.
"""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse

from kennisplatform.basis.models.rijen import MAX_APART
from kennisplatform.basis.slugs import slugs

KOEKJE: Final = "apart"
DAGEN: Final = 90
_ZOUT: Final = "kiezen.apart"


def onthouden(request: HttpRequest) -> tuple[str, ...]:
    """What this device keeps; nothing when it was changed elsewhere or is too old."""
    try:
        tekst = request.get_signed_cookie(KOEKJE, default="", salt=_ZOUT, max_age=DAGEN * 86_400)
    except BadSignature:
        return ()
    return slugs((tekst or "").split(","), MAX_APART)


def gekozen(request: HttpRequest) -> tuple[str, ...]:
    """The address says what lies aside; without anything in it, this device does."""
    return slugs(request.GET.getlist("apart"), MAX_APART) or onthouden(request)


def onthoud(antwoord: HttpResponse, namen: tuple[str, ...]) -> None:
    if not namen:
        antwoord.delete_cookie(KOEKJE)
        return
    antwoord.set_signed_cookie(
        KOEKJE,
        ",".join(namen),
        salt=_ZOUT,
        max_age=DAGEN * 86_400,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
