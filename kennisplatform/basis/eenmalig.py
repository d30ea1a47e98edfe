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

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.basis.models import Eenmaal

P = ParamSpec("P")
A = TypeVar("A", bound=HttpResponseBase)
WACHT_S: Final = 8.0  # how long the second press waits for what the first is doing
BEWAAR: Final = timedelta(hours=12)


def eenmalig(view: Callable[P, A]) -> Callable[P, A]:
    """For a view that makes something and then sends the reader on. What it refuses can be sent again."""

    @wraps(view)
    def om(*args: P.args, **kwargs: P.kwargs) -> A:
        request = cast("HttpRequest", args[0])
        if request.method != "POST" or not (sleutel := _sleutel(request)):
            return view(*args, **kwargs)
        try:
            with transaction.atomic():
                Eenmaal.objects.create(sleutel=sleutel)
        except IntegrityError:
            eerder = _eerder(request, sleutel)
            return view(*args, **kwargs) if eerder is None else cast("A", eerder)
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


def _eerder(request: HttpRequest, sleutel: str) -> HttpResponse | None:
    """Where the first press went; None when that was refused after all, so that this one may try."""
    einde = time.monotonic() + WACHT_S
    while time.monotonic() < einde:
        eerder = Eenmaal.objects.filter(sleutel=sleutel).first()
        if eerder is None:
            return None
        if eerder.doel:
            return redirect(eerder.doel)
        time.sleep(0.1)
    messages.info(request, _("Wij zijn hier nog mee bezig. Kijk over een minuut of het er staat."))
    return redirect(request.get_full_path())


def ruim_op() -> str:
    weg, _soorten = Eenmaal.objects.filter(op__lt=timezone.now() - BEWAAR).delete()
    return f"{weg} sleutels van formulieren"
