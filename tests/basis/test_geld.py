"""Money is written one way, and its sign never stands on another line than its amount."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings

from kennisplatform.basis.geld import NIET_BREKEN, euro


@pytest.mark.parametrize(
    ("bedrag", "cijfers", "tekst"),
    [
        (Decimal("1234.00"), -2, "€ 1.234"),
        (Decimal("12.5"), -2, "€ 12,50"),
        ("8415.00", -2, "€ 8.415"),
        (Decimal("12345.67"), 0, "€ 12.346"),
        (Decimal(0), -2, "€ 0"),
        (None, -2, ""),
    ],
)
def test_an_amount_in_words(bedrag: Decimal | str | None, cijfers: int, tekst: str) -> None:
    assert euro(bedrag, cijfers) == tekst.replace(" ", NIET_BREKEN)


def test_no_template_writes_the_sign_itself() -> None:
    """Before a variable it is the filter that writes it."""
    los = [
        f"{pad.name}: {regel.strip()}"
        for pad in Path(settings.BASE_DIR, "templates").rglob("*.html")
        for regel in pad.read_text("utf-8").splitlines()
        if re.search(r"€(&nbsp;|\s)*\{\{", regel)
    ]
    assert not los, los
