"""Staff sign in with two steps, and every day again: until then only the account pages open."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Final

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.reauthentication import suspend_request
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kennisplatform.basis import straks
from kennisplatform.basis.fouten import afgemeld
from kennisplatform.toegang.medewerkers import is_medewerker, mist_tweede_stap

WERKDAG_S: Final = 12 * 3600
VRIJ = ("/account/", "/admin/logout/", "/static/", "/media/", "/healthz", "/readyz")


def tweede_stap(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        if (
            settings.DEMO  # everybody may try every role there, without a telephone
            or settings.SESSION_COOKIE_NAME not in request.COOKIES  # a reader: their session isn't even looked at
            or request.path.startswith(VRIJ)
            or not request.user.is_authenticated
        ):
            return get_response(request)
        if mist_tweede_stap(request.user):
            return redirect("mfa_index")
        if lang_geleden(request) and is_medewerker(request.user):
            # Password or second step (they have one), and on with what they were doing, a form included.
            return suspend_request(request, reverse("account_reauthenticate"))
        return get_response(request)

    return middleware


class Afgemeld:
    """An editor whose session ended while a form stood open in the admin: Wagtail sends them to the door and what they
    typed is gone. After Django's check against forged forms, so that what is laid ready is theirs.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        if request.method != "POST" or not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        if request.user.is_authenticated:
            straks.vergeet(request, request.get_full_path())
            return None
        # A script that keeps drafts, or asks for a part of the screen, knows what to do with Wagtail's own answer.
        return afgemeld(request) if "text/html" in request.headers.get("Accept", "") else None


def lang_geleden(request: HttpRequest) -> bool:
    """Since they showed who they are. Asked of the session, so that it costs others nothing."""
    keren = get_authentication_records(request, request.user)
    return bool(keren) and time.time() - keren[-1]["at"] > WERKDAG_S
