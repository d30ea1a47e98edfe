"""Uploaded pictures are served by the site itself: there is no third party, and small sites need no second server."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, re_path
from django.views.static import serve


def beeld(request: HttpRequest, path: str) -> HttpResponseBase:
    """Pictures and their renditions only; documents go through Wagtail, which asks who may see them."""
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response["Cache-Control"] = "public, max-age=2592000"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def adressen(voorvoegsel: str) -> list[URLPattern]:
    return [re_path(rf"^{voorvoegsel.lstrip('/')}(?P<path>(?:images|original_images)/.+)$", beeld)]
