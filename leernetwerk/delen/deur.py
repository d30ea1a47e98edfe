"""The door in front of a draft: found by its key, opened by rechten.py. Nobody learns from a forged key what exists."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from kennisplatform.basis.fouten import afgemeld, getypt
from kennisplatform.deelnemers.deur import Besluit, View
from kennisplatform.deelnemers.logboek import noteer_inzage
from kennisplatform.deelnemers.positie import alleen_als_medewerker, mag
from kennisplatform.deelnemers.rechten import Doe
from leernetwerk.delen.models import Inzending

SOORT = "inzending"


def bij_inzending(doe: Doe) -> Callable[[View], View]:
    """The view gets the draft. Who lost the right while writing gets the text back (fouten.verboden)."""

    def om(view: View) -> View:
        @never_cache
        @wraps(view)
        def bewaakt(request: HttpRequest, sleutel: UUID, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return afgemeld(request) if getypt(request) else redirect_to_login(request.get_full_path())
            een = Inzending.objects.select_related("buurt", "schrijver", "contact", "laatste").filter(sleutel=sleutel)
            inzending = een.first()
            if inzending is None:
                if getypt(request):
                    raise PermissionDenied  # withdrawn meanwhile: the text comes back
                raise Http404
            # Both: who wrote it and left the network since reads it no longer, and so can't withdraw it either.
            if not (mag(request.user, Doe.ZIEN, inzending) and mag(request.user, doe, inzending)):
                raise PermissionDenied
            if alleen_als_medewerker(request.user, doe, inzending):
                noteer_inzage(wie=request.user, buurt=inzending.buurt, soort=SOORT)
            return view(request, inzending, *args, **kwargs)

        bewaakt.besluit = Besluit(doe, SOORT)  # type: ignore[attr-defined]
        return bewaakt

    return om
