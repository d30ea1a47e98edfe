from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def bewaar(settings: Any) -> None:
    """Whole pages are kept, as on a real site."""
    settings.TEKENING = settings.TEKENING | {"PAGINAS": True}
