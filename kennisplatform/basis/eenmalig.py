"""Pressed twice is done once. A form that is sent again as it was gets the first answer again.

The key needs no field of its own: Django masks the secret of a form anew each time a page is drawn, so the same secret
with the same words on the same address by the same reader is the same press. Whoever opens the form again gets another.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Final, ParamSpec, TypeVar, cast

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from kennisplatform.basis.fouten import nog_bezig
from kennisplatform.basis.models import Eenmaal

P = ParamSpec("P")
A = TypeVar("A", bound=HttpResponseBase)
WACHT_S: Final = 8.0  # how long the second press waits for what the first is doing
DOOD_S: Final = 30.0  # longer than any press is at work
BEWAAR: Final = timedelta(hours=12)


def eenmalig(view: Callable[P, A]) -> Callable[P, A]:
    """For a view that makes something and then sends the reader on. What it refuses can be sent again."""

    @wraps(view)
    def om(*args: P.args, **kwargs: P.kwargs) -> A:
        request = cast("HttpRequest", args[0])
        if request.method != "POST" or not (sleutel := _sleutel(request)):
            return view(*args, **kwargs)
        if (eerder := _neem(request, sleutel)) is not None:
            return cast("A", eerder)
        try:
            antwoord = view(*args, **kwargs)
        except BaseException:
            Eenmaal.objects.filter(sleutel=sleutel).delete()
            raise
        if antwoord.status_code in (302, 303):
            Eenmaal.objects.filter(sleutel=sleutel).update(doel=antwoord.headers["Location"])
        else:
            Eenmaal.objects.filter(sleutel=sleutel).delete()
        return antwoord

    om.eenmalig = True  # type: ignore[attr-defined]  # a mark, for the tests
    return om


def _sleutel(request: HttpRequest) -> str:
    """'' without a secret: then nothing tells one press from another."""
    geheim = request.POST.get("csrfmiddlewaretoken") or request.headers.get("X-Csrftoken", "")
    if not geheim:
        return ""
    wie = getattr(request.user, "pk", None)
    velden = sorted((naam, request.POST.getlist(naam)) for naam in request.POST)
    bestanden = sorted((naam, f.name, f.size) for naam in request.FILES for f in request.FILES.getlist(naam))
    return hashlib.sha256(repr((geheim, wie, request.get_full_path(), velden, bestanden)).encode()).hexdigest()


def _neem(request: HttpRequest, sleutel: str) -> HttpResponse | None:
    """None when this press may do it. Else where the first one went, or, while that is at work, when to send it again."""
    einde = time.monotonic() + WACHT_S
    while not _is_nu_van_ons(sleutel):
        eerder = Eenmaal.objects.filter(sleutel=sleutel).first()
        if eerder and eerder.doel:
            return redirect(eerder.doel)
        if time.monotonic() >= einde:
            return nog_bezig(request, wacht=DOOD_S)
        time.sleep(0.1)
    return None


def _is_nu_van_ons(sleutel: str) -> bool:
    """Taken, or taken over from who began and is gone (a process that was killed, a database that went away): what that
    one was to make was never made, and nobody else would.
    """
    rij = Eenmaal.objects.filter(sleutel=sleutel)
    if rij.exists():
        dood = timezone.now() - timedelta(seconds=DOOD_S)
        return bool(rij.filter(doel="", op__lt=dood).update(op=timezone.now()))
    try:
        with transaction.atomic():
            Eenmaal.objects.create(sleutel=sleutel)
    except IntegrityError:
        return False
    return True


def ruim_op() -> str:
    weg, _soorten = Eenmaal.objects.filter(op__lt=timezone.now() - BEWAAR).delete()
    return f"{weg} sleutels van formulieren"
