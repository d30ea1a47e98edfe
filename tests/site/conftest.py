"""What every file about the whole site makes once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction


@pytest.fixture(scope="module")
def eenmalig(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """What a hundred routes are asked about is made once, around every test's own transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
