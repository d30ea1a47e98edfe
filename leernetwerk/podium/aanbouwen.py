"""The podium on pages of lower rooms: the home of professionals, a theme, above the list of examples; and the way in for editors."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from leernetwerk.podium.kijken import plekken
from leernetwerk.podium.models import Nieuwsbrief, Uitlichting

MAX = 3


def professionals(request: HttpRequest, niets: None) -> Deel | None:
    return _kaarten(Uitlichting.objects.nu().filter(voorbeeld__locale__language_code=settings.LANGUAGE_CODE))


def thema(request: HttpRequest, pagina: Page) -> Deel | None:
    """Topic pages share the theme's template; the podium speaks to professionals, so it stays with the themes."""
    if getattr(pagina, "zoeksoort", "") != "thema":
        return None
    rij = Uitlichting.objects.nu().filter(voorbeeld__locale_id=pagina.locale_id)
    return _kaarten(rij.filter(voorbeeld__hoofdthema__code=pagina.begrip.code))


def _kaarten(rij: Any) -> Deel | None:
    gevonden = plekken(rij[:MAX])
    return Deel("podium/op_pagina.html", {"plekken": gevonden}) if gevonden else None


def leernetwerk(request: HttpRequest, pagina: Page) -> Deel | None:
    """Short, and gone as soon as somebody searches: then the list is what they came for."""
    if request.GET:
        return None
    rij = list(Uitlichting.objects.nu().select_related("voorbeeld__locale")[:MAX])
    return Deel("podium/op_lijst.html", {"rij": rij}) if rij else None


def werkplek(request: HttpRequest, niets: Any) -> Deel | None:
    if not mag(request.user, Doe.ZIEN, "podium"):
        return None
    concepten = Nieuwsbrief.objects.filter(stand=Nieuwsbrief.Stand.CONCEPT).count()
    return Deel("podium/op_werkplek.html", {"nu": Uitlichting.objects.nu().count(), "concepten": concepten})
