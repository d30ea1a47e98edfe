"""A neighbourhood, who writes for it, and a draft of theirs."""

from __future__ import annotations

import pytest

from kennisplatform.deelnemers.models import Buurt, Gebruiker
from leernetwerk.delen.models import Inzending
from tests import mensen, voorbeelden


@pytest.fixture
def hier() -> Buurt:
    return mensen.buurt("hier")


@pytest.fixture
def schrijver(hier: Buurt) -> Gebruiker:
    return mensen.lid(hier, "huisartsenpraktijk")


@pytest.fixture
def concept(hier: Buurt, schrijver: Gebruiker) -> Inzending:
    return voorbeelden.concept(hier, schrijver)
