"""What the night does for the newsletter."""

from __future__ import annotations

from django.utils import timezone

from leernetwerk.podium.links import BEVESTIG_BINNEN
from leernetwerk.podium.models import Abonnee


def ruim_op() -> None:
    """An address that nobody confirmed may be somebody else's."""
    Abonnee.objects.filter(bevestigd_op__isnull=True, gemaakt__lt=timezone.now() - BEVESTIG_BINNEN).delete()
