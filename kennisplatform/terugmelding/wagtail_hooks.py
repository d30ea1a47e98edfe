from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from kennisplatform.terugmelding.redactie import Terugmeldpaneel, TerugmeldViewSet


@hooks.register("register_admin_viewset")
def scherm() -> TerugmeldViewSet:
    return TerugmeldViewSet()


@hooks.register("construct_homepage_panels")
def startpaneel(request: HttpRequest, panels: list[Any]) -> None:
    if request.user.has_perm("terugmelding.view_terugmelding"):
        panels.insert(0, Terugmeldpaneel(request))
