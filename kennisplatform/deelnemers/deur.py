"""The door in front of a view: it finds the record, asks rechten.py, and leaves its decision on the view.

Every view of ours has one (`tests/site/test_rechten.py` walks the routes): `@deur(Doe.ZIEN, "netwerk")`,
`@voor_iedereen` or `@aangemeld`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache

from kennisplatform.basis import straks
from kennisplatform.basis.eenmalig import eenmalig
from kennisplatform.basis.fouten import afgemeld
from kennisplatform.basis.straks import getypt
from kennisplatform.deelnemers.logboek import ONDERDELEN, noteer_inzage
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.deelnemers.positie import alleen_als_medewerker, mag
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.deelnemers.verhuisd import verder

View = Callable[..., HttpResponseBase]


class Verzoek(HttpRequest):
    """The request as a view behind a door gets it: somebody is signed in. Only a type; nothing is made of it."""

    user: Gebruiker


@dataclass(frozen=True)
class Besluit:
    doe: Doe | None
    soort: str  # a kind of rechten.py, or 'openbaar'


def voor_iedereen(view: View) -> View:
    view.besluit = Besluit(None, "openbaar")  # type: ignore[attr-defined]  # a mark, for the tests
    return view


def deur(doe: Doe, soort: str) -> Callable[[View], View]:
    """`soort` is a kind without records ('register', 'eigen'), or one that belongs to the neighbourhood in the address.

    What is pressed twice is done once, whatever it is (eenmalig.py): who takes something away reads that it is gone, not
    that there is no such page. With a `buurt` in the address (its slug) the view gets the record. Visitors are asked to
    sign in; people who may not are told so. That a neighbourhood exists is no secret; what is inside is fetched by the view with `zichtbaar_voor`.
    """

    def om(view: View) -> View:
        doet = eenmalig(view)

        @never_cache
        @wraps(view)
        def bewaakt(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            ding: Buurt | str = soort
            if "buurt" in kwargs:
                ding = kwargs["buurt"] = get_object_or_404(Buurt, slug=kwargs["buurt"])
            if not mag(request.user, doe, ding, soort):
                if not request.user.is_authenticated and getypt(request):
                    return afgemeld(request)
                if not request.user.is_authenticated:
                    return eerst_aanmelden(request)
                if isinstance(ding, Buurt) and (nieuw := _daar(request, ding, doe, soort)) is not None:
                    return nieuw
                raise PermissionDenied
            if (
                isinstance(ding, Buurt)
                and soort in ONDERDELEN
                and alleen_als_medewerker(request.user, doe, ding, soort)
            ):
                noteer_inzage(wie=request.user, buurt=ding, soort=soort)
            if request.method == "POST":
                straks.vergeet(request, request.get_full_path())
            return doet(request, *args, **kwargs)

        bewaakt.besluit = Besluit(doe, soort)  # type: ignore[attr-defined]  # a mark, for the tests
        bewaakt.eenmalig = True  # type: ignore[attr-defined]
        return bewaakt

    return om


def _daar(request: HttpRequest, buurt: Buurt, doe: Doe, soort: str) -> HttpResponseBase | None:
    """Members of a network that was split or merged are in what came in its place."""
    return verder(request, buurt, mag_daar=lambda ander: mag(request.user, doe, ander, soort))


def eerst_aanmelden(request: HttpRequest) -> HttpResponseBase:
    """To the door, and from there to where this person was going: a press that was made lies ready to be made again."""
    if request.method == "POST":
        return redirect_to_login(straks.bewaar(request))
    return redirect_to_login(request.get_full_path())


def bij_sleutel(doe: Doe, rij: Callable[[], QuerySet[Any]]) -> Callable[[View], View]:
    """In front of a record with a `sleutel` in its address; the view gets the record that `rij()` finds by it.

    Nobody learns from a forged key what exists, and who lost the right while writing gets the text back
    (fouten.verboden). Who may do something with it must be allowed to see it too: who wrote it and left the network
    since reads it no longer.
    """
    soort = rij().model.rechtsoort

    def om(view: View) -> View:

        @eenmalig  # also when the first press took the record away
        def achter(request: HttpRequest, sleutel: UUID, *args: Any, **kwargs: Any) -> HttpResponseBase:
            ding = rij().filter(sleutel=sleutel).first()
            if ding is None and not getypt(request):
                raise Http404
            if ding is None or not (mag(request.user, Doe.ZIEN, ding) and mag(request.user, doe, ding)):
                raise PermissionDenied  # also what was withdrawn meanwhile
            if soort in ONDERDELEN and alleen_als_medewerker(request.user, doe, ding):
                noteer_inzage(wie=request.user, buurt=ding.buurt, soort=soort)
            if request.method == "POST":
                straks.vergeet(request, request.get_full_path())
            return view(request, ding, *args, **kwargs)

        @never_cache
        @wraps(view)
        def bewaakt(request: HttpRequest, sleutel: UUID, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return afgemeld(request) if getypt(request) else eerst_aanmelden(request)
            return achter(request, sleutel, *args, **kwargs)

        bewaakt.eenmalig = True  # type: ignore[attr-defined]
        bewaakt.besluit = Besluit(doe, soort)  # type: ignore[attr-defined]  # a mark, for the tests
        return bewaakt

    return om
