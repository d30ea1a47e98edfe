"""Places of this room that are somebody's own: what was just said to them, and what other rooms build on."""

from __future__ import annotations

from functools import partial
from typing import Final

from django.apps import apps
from django.db.models import Model
from django.http import HttpRequest
from django.template.loader import render_to_string

from kennisplatform.basis import aanbouw
from kennisplatform.tekening.plekken import Lezersplek


def meldingen(request: HttpRequest, _argument: str) -> str:
    """What was done a moment ago; only people who are signed in did something."""
    if not request.user.is_authenticated:
        return ""
    return render_to_string("onderdelen/meldingen.html", request=request)


def aangebouwd(request: HttpRequest, argument: str) -> str:
    """One part: 'onder,gesprek,menukaart.interventie,12'."""
    waar, van, soort, pk = argument.split(",")
    deel = next(deel for deel in aanbouw.op(waar) if deel.van == van)

    def teken(extra: aanbouw.Extra) -> str:
        ding = _ding(request, soort, pk)
        return "" if ding is None else aanbouw.een(deel, request, ding, partial(_sjabloon, request, ding), extra)

    return deel.html(request, pk, teken)


def argument(waar: str, van: str, ding: Model) -> str:
    return f"{waar},{van},{ding._meta.label_lower},{ding.pk}"


def _sjabloon(request: HttpRequest, ding: Model, deel: aanbouw.Deel, extra: aanbouw.Extra) -> str:
    """With few variables of its own a template is drawn without asking every context processor."""
    context = {"page": ding, "buurt": ding, "request": request} | deel.context | extra
    return render_to_string(deel.sjabloon, context, None if extra else request)


def bied_aan(request: HttpRequest, ding: Model) -> None:
    """Fetched already, for the page itself: its parts need not fetch it again."""
    _dingen(request)[ding._meta.label_lower, str(ding.pk)] = ding


def _dingen(request: HttpRequest) -> dict[tuple[str, str], Model | None]:
    return request.__dict__.setdefault("_aangebouwd_bij", {})


def _ding(request: HttpRequest, soort: str, pk: str) -> Model | None:
    """Fetched once a request, however many parts are about it."""
    bewaard = _dingen(request)
    if (soort, pk) not in bewaard:
        bewaard[soort, pk] = apps.get_model(soort)._default_manager.filter(pk=pk).first()
    return bewaard[soort, pk]


BRENGT: Final = [Lezersplek("meldingen", meldingen), Lezersplek("aanbouw", aangebouwd)]
