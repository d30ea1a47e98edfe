"""Text on its way out of the house. None of these can fail on a row, also not on one from before the rule."""

from __future__ import annotations

from typing import Final

from kennisplatform.tekst import schoon

GEVAARLIJK: Final = ("=", "+", "-", "@", "\t", "\r")


def cel(waarde: object) -> str:
    """For CSV and Excel: text that a spreadsheet shows and never computes."""
    uit = "" if waarde is None else schoon.naam(str(waarde))
    return f"'{uit}" if uit.startswith(GEVAARLIJK) else uit
