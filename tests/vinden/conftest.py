"""For tests that count from nothing."""

import pytest

from kennisplatform.vinden.models import Zoekterm


@pytest.fixture
def niets_gezocht(db: None) -> None:
    """The demo holds examples of what readers did not find."""
    Zoekterm.objects.all().delete()
