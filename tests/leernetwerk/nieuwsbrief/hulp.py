"""What the tests of the newsletter share: readers, sending, and the links in a mail."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from leernetwerk.podium import verzenden
from leernetwerk.podium.models import Abonnee, Nieuwsbrief

REDEN = "Wat misging staat voorop."
KLIK = {"List-Unsubscribe": "One-Click"}


def lezers(aantal: int, begin: int = 0) -> None:
    toen = timezone.now() - dt.timedelta(days=1)
    Abonnee.objects.bulk_create(
        Abonnee(email=f"lezer{n}@bewoner.example", bevestigd_op=toen) for n in range(begin, begin + aantal)
    )


def verstuur(brief: Nieuwsbrief) -> None:
    brief.refresh_from_db()
    verzenden.begin(nieuwsbrief=brief, gezien=brief.gewijzigd)


def pad(link: str) -> str:
    return "/" + link.split("/", 3)[3]
