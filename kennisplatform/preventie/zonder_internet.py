"""Reading without internet: the list of what a browser keeps for its reader, and the script that answers for it."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from kennisplatform.tekening.getekend import getekend

SCRIPT = Path(settings.BASE_DIR) / "kennisplatform" / "basis" / "opmaak" / "js" / "bewaarder.js"


@require_safe
@getekend
def bewaard(request: HttpRequest) -> HttpResponse:
    """The same for everybody: what is kept is known to the browser only. Holds the numbers for now."""
    return render(request, "preventie/bewaard.html", {"verberg_zoek": True})


@require_safe
@cache_control(no_cache=True)
def bewaarder(request: HttpRequest) -> HttpResponse:
    """At the root, since a browser lets it answer only for addresses below its own."""
    return HttpResponse(SCRIPT.read_bytes(), content_type="text/javascript; charset=utf-8")
