"""A newsletter with one example in the light, and nothing else on the podium or in the outbox."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.post.models import Bericht
from leernetwerk.models import Praktijkvoorbeeld
from leernetwerk.podium import uitlichten, verzenden
from leernetwerk.podium.models import Nieuwsbrief, Uitlichting
from tests import mensen, voorbeelden
from tests.leernetwerk.nieuwsbrief.hulp import REDEN


@pytest.fixture(autouse=True)
def _leeg_podium(eigen_index: Any) -> None:
    Uitlichting.objects.all().delete()
    Nieuwsbrief.objects.all().delete()
    Bericht.objects.all().delete()


@pytest.fixture
def redacteur() -> Gebruiker:
    return mensen.medewerker("redacteur")


@pytest.fixture
def voorbeeld() -> Praktijkvoorbeeld:
    return voorbeelden.geplaatst(mensen.buurt("hier"), titel="Koffie in de zijgang")


@pytest.fixture
def licht(voorbeeld: Praktijkvoorbeeld) -> Uitlichting:
    vandaag = timezone.localdate()
    return uitlichten.licht_uit(voorbeeld=voorbeeld, reden=REDEN, van=vandaag, tot=vandaag, door=None)


@pytest.fixture
def brief(licht: Uitlichting, redacteur: Gebruiker) -> Nieuwsbrief:
    return verzenden.bewaar(
        nieuwsbrief=None,
        door=redacteur,
        onderwerp="Wat misging",
        opening="Goedemorgen.",
        slot="Kom ook.",
        uitlichtingen=[licht],
    )
