"""What is tried first is refused; a sentence is not."""

from __future__ import annotations

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError


@pytest.mark.parametrize(
    "woord", ["wachtwoord1234", "aaaaaaaaaaaa", "Welkom2026!!!", "123412341234", "password123!", "Thuiszorg-2026"]
)
def test_what_burglars_try_first(woord: str) -> None:
    with pytest.raises(ValidationError, match="Kies een ander"):
        validate_password(woord)


@pytest.mark.parametrize("zin", ["vier natte klompen", "rode tulpen in mei", "samen-in-de-buurt", "мої зелені двері"])
def test_a_sentence_is_good(zin: str) -> None:
    validate_password(zin)
