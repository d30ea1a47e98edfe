"""The way to a network's own scan, from its page in the workspace."""

from __future__ import annotations

from django.http import HttpRequest

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.deelnemers.models import Buurt


def scan(request: HttpRequest, buurt: Buurt) -> Deel:
    return Deel("register/deur.html", {"buurt": buurt})
