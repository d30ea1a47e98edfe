"""The pages of a questionnaire in a real browser: axe, narrow, dark, from right to left, and answering without script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kennisplatform.vragenlijsten.demo import CODE
from tests.schermen import alles_gaaf

pytestmark = pytest.mark.browser


@pytest.mark.lang(25)
def test_axe_finds_nothing(adres: str, nieuw: Callable[..., Any]) -> None:
    alles_gaaf(nieuw(), [f"{adres}{pad}" for pad in ("/vragen/", f"/vragen/{CODE}/", f"/ar/vragen/{CODE}/")])
