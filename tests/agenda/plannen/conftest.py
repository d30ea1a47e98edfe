"""A neighbourhood that plans, and a member of it who is signed in."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from kennisplatform.deelnemers.models import Buurt
from tests import mensen


@pytest.fixture
def buurt() -> Buurt:
    return mensen.buurt("agendabuurt")


@pytest.fixture
def lid(client: Client, buurt: Buurt) -> Any:
    wie = mensen.lid(buurt)
    client.force_login(wie)
    return wie
