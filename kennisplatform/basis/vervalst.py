"""What no link and no form of ours sends, answered at the door: what it asks for can't be, so no view is asked.

Only what holds for every address stands here. A view that is sent half a form answers for itself: ours by their forms,
Wagtail's as `wagtail_bijgesteld.py` sets them right, each by name. Any other fault is a fault, and is shown as one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import sync_only_middleware

from kennisplatform.basis.getalgrens import GROOTST, past


@sync_only_middleware
class Vervalstdeur:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        if any(_te_groot(waarde) for waarde in kwargs.values()):
            raise Http404("a number that no database holds")
        naar = [wat.get("next", "") for wat in (request.POST, request.GET)] if _beheer(request) else []
        if any(map(_geen_adres, naar)):
            raise BadRequest("to go on to what is no address")


def _beheer(request: HttpRequest) -> bool:
    return request.path.startswith(reverse("wagtailadmin_home"))


def _te_groot(waarde: Any) -> bool:
    if isinstance(waarde, str):
        return waarde.isascii() and waarde.isdecimal() and len(waarde) > len(str(GROOTST))
    return not past(waarde)


def _geen_adres(naar: str) -> bool:
    """Wagtail looks for a view of that name, after it did what was asked."""
    return bool(naar) and "/" not in naar and not naar.startswith("?")
