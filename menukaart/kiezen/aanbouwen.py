"""What choosing adds to pages of rooms below."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail.models import Page

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.deelnemers.deur import Verzoek
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from menukaart.kiezen import elementen
from menukaart.kiezen.keuzes import Keuzestand
from menukaart.kiezen.standen import standen_van


def netwerk(request: Verzoek, ding: Buurt) -> Deel | None:
    if not mag(request.user, Doe.ZIEN, ding, "keuze"):
        return None
    standen = standen_van(ding)
    context = {"open": standen[Keuzestand.OVERWOGEN], "gekozen": standen[Keuzestand.GEKOZEN]}
    return Deel("kiezen/deur.html", context)


def zij(_request: HttpRequest, pagina: Page) -> Deel | None:
    """Beside an intervention or a pathway: set it aside, compare it, and its active elements. The same for everybody."""
    if not getattr(pagina, "telt_praktijk", False):
        return None
    return Deel("kiezen/deel_pagina.html", {"pagina": pagina, "elementen": elementen.van(pagina.slug)})
