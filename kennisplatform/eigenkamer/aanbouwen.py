"""The way into a network's own room, from its page in the workspace."""

from __future__ import annotations

from typing import Any

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe


def netwerk(request: Any, buurt: Buurt) -> Deel | None:
    """Members only: who reads along from the programme finds no door here."""
    return Deel("eigenkamer/deur.html") if mag(request.user, Doe.ZIEN, buurt, "netwerkkamer") else None
