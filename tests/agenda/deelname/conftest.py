"""A neighbourhood with an agenda, and a post after which its mail went out."""

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
def post(django_capture_on_commit_callbacks: Any) -> Any:
    """`post(client, address, data)`: and everything that follows on the commit, mail included."""

    def doe(client: Client, adres: str, data: dict[str, Any] | None = None) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(adres, data or {})

    return doe
