"""A page and a neighbourhood that nobody follows yet."""

from __future__ import annotations

import pytest

from kennisplatform.deelnemers.models import Buurt
from kennisplatform.post.models import Bericht
from kennisplatform.volgen.models import Gebeurtenis, Volg, Voorkeur
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen


@pytest.fixture(autouse=True)
def _niemand_volgt_nog(db: None) -> None:
    """The demo's people follow a lot."""
    for model in (Gebeurtenis, Volg, Voorkeur, Bericht):
        model.objects.all().delete()


@pytest.fixture
def pagina() -> Praktijkvoorbeeld:
    return Praktijkvoorbeeld.objects.live().filter(locale__language_code="nl", hoofdthema__isnull=False).first()


@pytest.fixture
def hier() -> Buurt:
    return mensen.buurt("hier")
