"""The way to a network's questionnaires, from its page in the workspace."""

from __future__ import annotations

from django.http import HttpRequest

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.deelnemers.models import Buurt


def netwerk(request: HttpRequest, buurt: Buurt) -> Deel:
    return Deel("vragenlijsten/deur.html", {"buurt": buurt})
