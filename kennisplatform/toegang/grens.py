"""How many letters strangers may have us write: to one box in a day, and from one network in an hour."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final, ParamSpec

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from kennisplatform.basis.tempo import netwerk, te_vaak

P = ParamSpec("P")
PER_BUS: Final = 8
PER_NETWERK: Final = 100  # an organisation behind one address that has its people sign up together fits
UUR: Final = 3_600
DAG: Final = 86_400


def per_netwerk(view: Callable[P, HttpResponseBase]) -> Callable[P, HttpResponseBase]:
    """For a form of allauth that mails the address that is typed; its own limits know single addresses of computers only."""

    @wraps(view)
    def om(*args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        request = args[0]
        assert isinstance(request, HttpRequest)
        if request.method == "POST" and te_vaak("accountpost", netwerk(request), PER_NETWERK, UUR):
            return render(request, "429.html", status=429)
        return view(*args, **kwargs)

    return om


def bus_vol(request: HttpRequest | None, email: str) -> bool:
    """Did strangers have enough mailed to this box today? Saying so would tell who has an account: nothing goes, that is all."""
    buiten = request is not None and not request.user.is_authenticated
    return buiten and te_vaak("accountbus", email.lower(), PER_BUS, DAG)
