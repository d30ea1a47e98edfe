"""The door in front of one meeting: its address names the meeting, not the neighbourhood."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.cache import never_cache

from kennisplatform.agenda.lijst import zichtbaar
from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.basis import straks
from kennisplatform.basis.eenmalig import eenmalig
from kennisplatform.basis.fouten import afgemeld
from kennisplatform.basis.straks import getypt
from kennisplatform.deelnemers.deur import Besluit, View, eerst_aanmelden
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.logboek import noteer_inzage
from kennisplatform.deelnemers.positie import alleen_als_medewerker, mag
from kennisplatform.deelnemers.rechten import Doe


def haal(request: HttpRequest, slug: str) -> Bijeenkomst:
    """What this person may see; for others it does not exist, and staff who look in leave a line in the network's log."""
    ding = zichtbaar(request.user).select_related("buurt").filter(slug=slug).first()
    if ding is None:
        raise Http404
    if ding.zichtbaarheid == Zichtbaarheid.EIGEN:
        _noteer(request, Doe.ZIEN, ding)
    return ding


def _noteer(request: HttpRequest, doe: Doe, ding: Bijeenkomst) -> None:
    if ding.buurt is not None and alleen_als_medewerker(request.user, doe, ding):
        noteer_inzage(wie=request.user, buurt=ding.buurt, soort="bijeenkomst")


def bijeenkomstdeur(doe: Doe) -> Callable[[View], View]:
    """The view gets the meeting in place of its slug. Nobody who is not signed in changes anything here."""

    def om(view: View) -> View:
        doet = eenmalig(view)  # a series that is made twice would be two

        @never_cache
        @wraps(view)
        def bewaakt(request: HttpRequest, slug: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:  # whether it exists is told after signing in
                return afgemeld(request) if getypt(request) else eerst_aanmelden(request)
            ding = haal(request, slug)
            if not mag(request.user, doe, ding):
                raise PermissionDenied
            _noteer(request, doe, ding)  # behind this door are the names of those who come
            if request.method == "POST":
                straks.vergeet(request, request.get_full_path())
            return doet(request, ding, *args, **kwargs)

        bewaakt.eenmalig = True  # type: ignore[attr-defined]
        bewaakt.besluit = Besluit(doe, "bijeenkomst")  # type: ignore[attr-defined]  # a mark, for the tests
        return bewaakt

    return om
