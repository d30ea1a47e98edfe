"""What every file about the whole site makes once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from kennisplatform.deelnemers.models import Buurt
from tests import mensen
from tests.site.dingen import maak_dingen


@pytest.fixture(scope="module")
def eenmalig(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """What a hundred routes are asked about is made once, around every test's own transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def hier(eenmalig: None) -> Buurt:
    return mensen.buurt("hier")


@pytest.fixture(scope="module")
def wie(hier: Buurt) -> dict[str, Any]:
    return mensen.iedereen(hier, mensen.buurt("daar"))


@pytest.fixture(scope="module")
def dingen(hier: Buurt, wie: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Arguments of the routes that have some."""
    return maak_dingen(hier, wie)
