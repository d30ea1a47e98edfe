"""What was mailed to somebody, for tests."""

from __future__ import annotations

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.post.models import Bericht


def post_aan(persoon: Gebruiker) -> list[str]:
    return [bericht.onderwerp for bericht in Bericht.objects.filter(aan=persoon.email).order_by("pk")]
