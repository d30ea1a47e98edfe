"""The home of professionals and networks: one door away from that of residents."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kennisplatform.preventie import verzamelen
from kennisplatform.tekening.getekend import getekend


@require_safe
@getekend
def professionals(request: HttpRequest) -> HttpResponse:
    return render(request, "preventie/professionals.html", verzamelen.voor_professionals(settings.LANGUAGE_CODE))
