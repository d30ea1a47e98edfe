"""A neighbourhood and who pulls it, for all tests of the budget."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from tests import mensen


@pytest.fixture
def buurt(db: None) -> Buurt:
    return mensen.buurt("begrotingsbuurt")


@pytest.fixture
def trekker(buurt: Buurt) -> Gebruiker:
    return mensen.lid(buurt, Netwerkrol.KARTREKKER)


@pytest.fixture
def trekt(trekker: Gebruiker) -> Iterator[Client]:
    client = Client()
    client.force_login(trekker)
    yield client
