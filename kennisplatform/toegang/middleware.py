"""Staff sign in with two steps: until there is a second one, only the account pages open."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kennisplatform.toegang.medewerkers import mist_tweede_stap

VRIJ = ("/account/", "/admin/logout/", "/static/", "/media/", "/healthz", "/readyz")


def tweede_stap(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        if (
            settings.DEMO  # everybody may try every role there, without a telephone
            or settings.SESSION_COOKIE_NAME not in request.COOKIES  # a reader: their session isn't even looked at
            or request.path.startswith(VRIJ)
            or not request.user.is_authenticated
            or not mist_tweede_stap(request.user)
        ):
            return get_response(request)
        return redirect("mfa_index")

    return middleware
