"""Money in words: one way on every page, paper and mail."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from django.template.defaultfilters import floatformat

NIET_BREKEN: Final = "\N{NO-BREAK SPACE}"  # the sign stays with its amount at the end of a line


def euro(bedrag: Decimal | float | str | None, cijfers: int = -2) -> str:
    """'€ 1.234' and '€ 12,50', in the reader's language: cents only where there are any. `cijfers`: 0 for whole euros,
    2 for always both cents. Nothing gives nothing.
    """
    getal = floatformat(bedrag, f"{cijfers}g")
    return f"€{NIET_BREKEN}{getal}" if getal else ""
