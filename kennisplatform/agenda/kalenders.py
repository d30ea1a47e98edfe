"""Give out and take back the secret address of somebody's own calendar."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from kennisplatform.agenda.models import Kalender
from kennisplatform.agenda.models.kalender import hash_van, nieuwe_sleutel
from kennisplatform.deelnemers.models import Gebruiker


@transaction.atomic
def maak_kalender(*, persoon: Gebruiker) -> str:
    """The whole address, known here and now only. One made before stops working."""
    sleutel = nieuwe_sleutel()
    trek_kalender_in(persoon=persoon)
    Kalender.objects.create(persoon=persoon, sleutelhash=hash_van(sleutel))
    return settings.WAGTAILADMIN_BASE_URL + reverse("agenda_eigen_ics", args=[sleutel])


def trek_kalender_in(*, persoon: Gebruiker) -> None:
    Kalender.objects.filter(persoon=persoon).delete()
