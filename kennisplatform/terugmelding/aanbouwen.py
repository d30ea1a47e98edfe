"""Below what residents read: was it useful, and what is wrong, and where. The same for every reader."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail.models import Page

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.terugmelding.stukken import stukken


def onder_pagina(_request: HttpRequest, pagina: Page) -> Deel:
    return Deel("terugmelding/bij_pagina.html", {"page": pagina, "stukken": stukken(pagina)})
